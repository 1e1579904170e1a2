package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.rules.Finding;
import vigil.rules.RuleBook;
import vigil.session.CessationReason;
import vigil.session.Event;
import vigil.session.Session;
import vigil.session.Stamp;

/** What is seen at a glance to change nothing would change nothing if it were looked at in full. */
class UnchangedTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private Session session = Session.initial();
    private Attention attention = Attention.NONE;
    private int atAGlance;

    /** Takes events the long way and the short one, and holds them against each other after each. */
    private void takes(List<Event> events) {
        for (Event event : events) {
            session = session.apply(event);
            List<Finding> findings = RuleBook.findings(session);
            Attention expected = inFull(event, findings);
            Attention next = attention.next(session, findings, event);
            assertThat(next).isEqualTo(expected);
            attention = next;
        }
    }

    private Attention inFull(Event event, List<Finding> findings) {
        Stamp now = new Stamp(event.at(), session.elapsed());
        ConsoleState console = attention.console().after(event);
        List<Cause> causes = Causes.of(session, findings, event, console);
        atAGlance += Unchanged.by(event, attention, causes, now, session.settings()) ? 1 : 0;
        AttentionStep step = new AttentionStep(attention, now, session.settings());
        step.entry(event);
        step.causes(causes);
        return step.result(console);
    }

    @Test
    void aCourseWithAllThatCanBeginEndAndComeBack() {
        List<Event> events = new ArrayList<>(Bedside.ready("1.75")
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(20))
                .pumpRuns("12")
                .runs(Duration.ofMinutes(12))
                .pausesAudio()
                .runs(Duration.ofMinutes(4))
                .acknowledges("R12")
                .alarms("1", AlarmClass.OCCLUSION)
                .runs(MINUTE)
                .alarmEnds("1", AlarmClass.OCCLUSION)
                .pumpRuns("1.75")
                .runs(Duration.ofMinutes(20))
                .loses()
                .passes(MINUTE)
                .reconnects()
                .runs(MINUTE)
                .clockSteps(Duration.ofMinutes(5))
                .runs(MINUTE)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofMinutes(40))
                .restarts(MINUTE, true)
                .reconnects()
                .runs(Duration.ofMinutes(20))
                .pumpRuns("1.75")
                .every(Duration.ofSeconds(20))
                .runs(Duration.ofHours(26))
                .ceases(CessationReason.PLANNED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .runs(Duration.ofHours(5))
                .events());
        takes(events);
        assertThat(atAGlance).isGreaterThan(events.size() * 9 / 10).isLessThan(events.size());
    }

    @Test
    void soManyAlarmsThatAMapIsCheaper() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(MINUTE);
        IntStream.range(0, 40)
                .forEach(
                        code -> bedside.alarms("A" + code, AlarmClass.OCCLUSION).runs(SECOND));
        IntStream.range(0, 40)
                .forEach(code ->
                        bedside.alarmEnds("A" + code, AlarmClass.OCCLUSION).runs(SECOND));
        takes(bedside.runs(MINUTE).events());
    }
}
