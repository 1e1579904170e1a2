package vigil.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftsTest {
    private static final Question<String> NAME = Question.text("name");

    private final List<String> recorded = new ArrayList<>();
    private final Drafts drafts = new Drafts((form, texts) -> recorded.add(form + texts));

    @Test
    void manyKeysWithinAFewSecondsAreOneEntryOfTheRecord() {
        Form form = drafts.form("patient");
        for (String typed : List.of("W", "Wi", "Win", "Wint")) {
            form.put(NAME, typed);
            drafts.passed(400);
        }
        assertThat(recorded).isEmpty();
        drafts.passed(400);
        drafts.passed(4_000);
        assertThat(recorded).containsExactly("patient{name=Wint}");
    }

    @Test
    void whatIsSavedIsForgottenAtOnce() {
        Form form = drafts.form("patient");
        form.put(NAME, "Winter");
        form.become(Answers.NONE);
        assertThat(recorded).containsExactly("patient{}");
    }

    @Test
    void theFirstSnapshotBringsBackWhatWasTypedAndLaterOnesChangeNothing() {
        Form form = drafts.form("patient");
        drafts.see(Map.of("patient", Map.of("name", "Winter"), "of another version", Map.of("x", "y")), false);
        assertThat(form.answers().text(NAME)).isEqualTo("Winter");
        form.put(NAME, "Winters");
        drafts.see(Map.of("patient", Map.of("name", "Winter")), false);
        assertThat(form.answers().text(NAME)).isEqualTo("Winters");
    }

    @Test
    void nothingTypedForOnePatientMeetsAnother() {
        Form form = drafts.form("patient");
        drafts.see(Map.of(), false);
        form.put(NAME, "Winter");
        drafts.see(Map.of(), true);
        assertThat(form.answers().isEmpty()).isTrue();
        drafts.passed(4_000);
        assertThat(recorded).isEmpty();
    }

    @Test
    void whatIsTypedAfterASessionHasClosedIsForTheNextOne() {
        Form form = drafts.form("patient");
        drafts.see(Map.of(), false);
        drafts.see(Map.of(), true);
        form.put(NAME, "Summer");
        drafts.see(Map.of(), true);
        assertThat(form.answers().text(NAME)).isEqualTo("Summer");
    }
}
