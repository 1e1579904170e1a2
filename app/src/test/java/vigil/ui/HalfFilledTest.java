package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Foresight;
import vigil.ui.flow.Act;
import vigil.ui.flow.CareEntry;
import vigil.ui.form.Answers;
import vigil.ui.form.Drafts;

/** A form of the side-effect view that is half filled outlives the program. */
@Tag("B5")
class HalfFilledTest {
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Map<String, String> TYPED = Map.of("flow.physician", "Dr Gray", "flow.words", "half");

    private final Map<String, Map<String, String>> record = new HashMap<>();
    private Optional<String> refusal = Optional.empty();

    private final class Taking implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            throw new AssertionError(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new AssertionError("pause");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            answer.accept(refusal);
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }

    private Drafts drafts() {
        return new Drafts(record::put);
    }

    private CareEntry filled(Drafts drafts) {
        CareEntry entry = new CareEntry(new Taking(), drafts, _ -> {});
        entry.choose(Act.DIRECTION, "R16", NOW, ZoneOffset.UTC);
        entry.form().become(new Answers(TYPED));
        drafts.handOver();
        return entry;
    }

    @Test
    void theFormStandsThereAgainAfterARestart() {
        filled(drafts());

        Drafts after = drafts();
        CareEntry entry = new CareEntry(new Taking(), after, _ -> {});
        after.see(record, false);

        assertThat(entry.open()).contains(Act.DIRECTION);
        assertThat(entry.form().answers().texts()).isEqualTo(TYPED);
    }

    @Test
    void aFormThatWasPutAwayLeavesNothing() {
        filled(drafts()).close();

        assertThat(record.get("care")).isEmpty();
    }

    @Test
    void aRefusedFormIsKept() {
        refusal = Optional.of("no session is open");
        CareEntry entry = filled(drafts());
        entry.save(NOW, ZoneOffset.UTC);

        assertThat(record.get("care")).containsAllEntriesOf(TYPED);
        assertThat(entry.form().answers().texts()).isEqualTo(TYPED);
    }

    @Test
    void nothingTypedForOnePatientMeetsAnother() {
        Drafts drafts = drafts();
        CareEntry entry = new CareEntry(new Taking(), drafts, _ -> {});
        drafts.see(Map.of(), false);
        entry.choose(Act.DIRECTION, "R16", NOW, ZoneOffset.UTC);
        entry.form().become(new Answers(TYPED));
        drafts.see(Map.of(), true);

        assertThat(entry.open()).isEmpty();
        assertThat(entry.form().answers().isEmpty()).isTrue();
    }
}
