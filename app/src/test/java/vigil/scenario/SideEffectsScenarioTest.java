package vigil.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmKind;
import vigil.alarm.AttentionChange;
import vigil.engine.Engine;
import vigil.engine.Step;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/** The shipped course with side effects, through real wire bytes: no entry is refused, and each prompt comes in its time. */
class SideEffectsScenarioTest {
    /** Takes what the console would take. */
    private static final class Console implements Stage {
        private final Engine engine = new Engine();
        private final List<AlarmKind> raised = new ArrayList<>();

        @Override
        public Optional<String> accept(Event event) {
            Optional<String> refusal = engine.check(event);
            if (refusal.isEmpty()) {
                note(engine.accept(event));
            }
            return refusal;
        }

        private void note(Step step) {
            step.changes().stream()
                    .filter(AttentionChange.Started.class::isInstance)
                    .map(change ->
                            ((AttentionChange.Started) change).condition().kind())
                    .forEach(raised::add);
        }

        @Override
        public Optional<String> sign(SignatureMeaning meaning, Staff by, Moment at) {
            return accept(new Event.Signed(at, meaning, "ab".repeat(32), by));
        }

        @Override
        public void handover(Moment at) {
            throw new AssertionError("no shift changes in this scenario");
        }

        @Override
        public void picture(Moment at) {}
    }

    @Test
    @Tag("R15")
    @Tag("R16")
    @Tag("R17")
    @Tag("fires")
    void itIsTakenWholeAndEndsClosed() {
        Console console = new Console();
        ScenarioRun run = new ScenarioRun(ScenarioText.shipped("side-effects"), PumpModel.BCC, console);

        run.playUntil(Duration.ofHours(9));

        assertThat(console.engine.session().phase()).isEqualTo(Phase.CLOSED);
        assertThat(console.engine.session().care().effects().pauses()).hasSize(1);
        assertThat(console.raised)
                .filteredOn(kind -> kind != AlarmKind.UNEXPLAINED_STOP)
                .containsSubsequence(
                        AlarmKind.SIDE_EFFECT,
                        AlarmKind.PAUSE_OVER,
                        AlarmKind.RECOMMENCE,
                        AlarmKind.FURTHER_SIDE_EFFECT,
                        AlarmKind.SECOND_LOOK,
                        AlarmKind.DISSOCIATION);
    }
}
