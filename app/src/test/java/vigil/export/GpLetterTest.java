package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.store.SessionRecord;

class GpLetterTest {
    private static Prints prints;

    @BeforeAll
    static void loadFonts() throws IOException {
        prints = Prints.create();
    }

    @Test
    @Tag("R21")
    void itSaysWhatWasGivenAndThatItIsADraft() throws IOException {
        assertThat(Prints.pages(prints.gpLetter(PlannedCare.eventful())))
                .singleElement()
                .asString()
                .contains(
                        "DRAFT from recorded data: check, complete and sign before sending",
                        "low-dose ketamine infusion (SC, own line) from 2 Mar 2026 until 6 Mar 2026 (94.0 h).",
                        "Given: 994.0 mg, 14.20 mg/kg.",
                        "Reason of the end: planned, decided by Dr P. Okafor.",
                        "S9 grade 1 (6 Mar 08:01)",
                        "Pauses for side effects: 2, 2:46 h without drug.",
                        "Opioid plan recorded at the start: reduce");
    }

    @Test
    @Tag("R22")
    @Tag("R23")
    @Tag("R24")
    @Tag("R25")
    void plansAreGivenOrNamedAsNotRecorded() throws IOException {
        assertThat(Prints.text(prints.gpLetter(PlannedCare.eventful())))
                .contains(
                        "Support and relapse plan: given to the patient",
                        "Emergency plan, above all for return of pain: given to the patient",
                        "Follow-up: not recorded",
                        "Multidisciplinary review: 20 Mar 2026");
        assertThat(Prints.text(prints.gpLetter(PlannedCourse.record())))
                .contains("Multidisciplinary review: not recorded");
    }

    @Test
    @Tag("R21")
    void withoutARegimenAtDischargeALineIsLeftToWriteOn() throws IOException {
        assertThat(Prints.text(prints.gpLetter(PlannedCourse.record())))
                .contains("Opioids: none", "Opioids at discharge: not recorded. To be written here:");
    }

    @Test
    void marksOfAMassAreExplainedBelowIt() throws IOException {
        assertThat(Prints.text(prints.gpLetter(PlannedCare.charted())))
                .contains(
                        "Given: 994.0 mg, 14.20 mg/kg e c.",
                        "e estimated from the volume difference after a gap",
                        "c charted by hand, no data from the pump");
    }

    @Test
    void aCourseThatStillRunsHasNoEnd() throws IOException {
        SessionRecord record = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::stillRunning);

        assertThat(Prints.text(prints.gpLetter(record)))
                .contains("its end is not recorded yet")
                .doesNotContain("Reason of the end");
    }
}
