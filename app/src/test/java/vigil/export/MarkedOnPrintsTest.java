package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.session.Staff;
import vigil.store.CareRecord;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.Voided;

/** An entry made in error stands on every print with the mark in the language of the print and the time of the ward (R32). */
@Tag("R32")
class MarkedOnPrintsTest {
    private static final Staff OTHER = new Staff("cd34", "C. Cole RN", Staff.Role.NURSE);
    private static final Instant AFTER_T0 = Instant.parse("2026-03-05T23:00:00Z");
    private static final Voided MARK = new Voided(AFTER_T0, OTHER, "meant for room 3");
    private static final String ENGLISH = "ENTERED IN ERROR (C. Cole RN, 6 Mar 10:00: meant for room 3) ";
    private static final String GERMAN = "IRRTÜMLICH EINGETRAGEN (C. Cole RN, 6. März 10:00: meant for room 3) ";

    private static Prints prints;

    @BeforeAll
    static void load() throws IOException {
        prints = Prints.create();
    }

    static SessionRecord record() {
        CareRecord care = PlannedCare.care();
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withNotes(
                                List.of(new NoteRow(AFTER_T0, PlannedCourse.BROWN, "ate well", Optional.of(MARK))))
                        .withCare(new CareRecord(
                                care.pauses(),
                                care.said().stream()
                                        .map(MarkedOnPrintsTest::marked)
                                        .toList(),
                                care.checks().stream()
                                        .map(MarkedOnPrintsTest::marked)
                                        .toList(),
                                care.stops(),
                                care.fast(),
                                care.purgesMl(),
                                care.entries())));
    }

    private static SaidRow marked(SaidRow row) {
        return new SaidRow(
                row.at(),
                row.by(),
                row.deed(),
                row.subject(),
                row.physician(),
                row.words(),
                row.calledAt(),
                Optional.of(MARK));
    }

    private static CheckRow marked(CheckRow row) {
        return new CheckRow(row.at(), row.check(), row.by(), row.second(), Optional.of(MARK));
    }

    @Test
    void aNoteIsMarkedInTheLanguageOfTheRecord() throws IOException {
        assertThat(Prints.text(prints.fourHourRecord(record()))).contains(ENGLISH + "ate well");
        assertThat(Prints.text(prints.in(PrintWords.named("de")).fourHourRecord(record())))
                .contains(GERMAN + "ate well")
                .doesNotContain("ENTERED IN ERROR");
    }

    @Test
    void whatWasDoneAndCheckedIsMarkedInTheReport() {
        WardTime time = new WardTime(record().zone(), PrintWords.named("de"));
        assertThat(new CareWords(record(), time).all())
                .filteredOn(line -> line.detail().contains("X-ray"))
                .isNotEmpty()
                .allMatch(line -> line.detail().equals(GERMAN + "X-ray"));
        String report = new CareTable(record(), time)
                .checks(record().care().checks(), 9)
                .toString();
        assertThat(report).contains(GERMAN.strip());
    }

    @Test
    void theSignedContentDoesNotDependOnTheLanguage() {
        assertThat(record().care().checks().getFirst().recordedNote())
                .startsWith("ENTERED IN ERROR (C. Cole RN, 2026-03-05T23:00:00Z: meant for room 3)");
    }
}
