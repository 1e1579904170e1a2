package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.export.mllp.Outgoing;
import vigil.session.AmendedValue;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/** The messages one by one as the queue sends them, under control ids that follow from what they say. */
class Hl7OutgoingTest {
    private static List<Outgoing> outgoing(SessionRecord record) throws IOException {
        return new Hl7Writer().outgoing(record);
    }

    private static SessionRecord running() {
        return PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::stillRunning);
    }

    private static List<String> ids(List<Outgoing> messages) {
        return messages.stream().map(Outgoing::id).toList();
    }

    @Test
    void everyMessageCarriesItsIdAndNoTwoHaveTheSame() throws IOException {
        List<Outgoing> messages = outgoing(PlannedCourse.record());

        assertThat(messages).hasSameSizeAs(new Hl7Writer().encoded(PlannedCourse.record()));
        assertThat(ids(messages)).doesNotHaveDuplicates();
        assertThat(messages)
                .allSatisfy(message -> assertThat(message.text().split("\\|")[9])
                        .isEqualTo(message.id())
                        .matches(".+-[0-9a-f]{16}"));
    }

    @Test
    void madeAgainEachIsTheSame() throws IOException {
        assertThat(outgoing(PlannedCourse.record())).isEqualTo(outgoing(PlannedCourse.record()));
    }

    /** The mass given so far changes with each reading; it goes out once, when the course has ended. */
    @Test
    void theMassOfTheCourseIsSentOnceItHasEnded() throws IOException {
        assertThat(outgoing(running())).noneMatch(message -> message.text().contains("course-mass"));
        assertThat(outgoing(PlannedCourse.record()))
                .filteredOn(message -> message.text().contains("course-mass"))
                .singleElement()
                .satisfies(message -> assertThat(message.text()).contains("|994"));
    }

    /** What was sent while the course ran keeps its id, so that its end sends nothing twice. */
    @Test
    void theEndOfTheCourseLeavesEarlierMessagesAsTheyWere() throws IOException {
        List<String> before = ids(outgoing(running()));
        List<String> after = ids(outgoing(PlannedCourse.record()));

        assertThat(before).isNotEmpty();
        assertThat(after).containsAll(before);
    }

    @Test
    void oneMoreConditionAddsMessagesAndChangesNone() throws IOException {
        SessionRecord before = PlannedCourse.record();
        AlarmRow first = before.alarms().getFirst();
        AlarmRow more = new AlarmRow(
                "another",
                first.kind(),
                first.origin(),
                first.priority(),
                "Pressure high",
                first.start().minusSeconds(60),
                Optional.of(first.start().minusSeconds(30)),
                Optional.empty(),
                Optional.empty());
        SessionRecord after =
                PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withAlarms(List.of(more, first)));

        assertThat(ids(outgoing(after)))
                .containsAll(ids(outgoing(before)))
                .hasSize(outgoing(before).size() + 2);
    }

    @Test
    void aSetThatIsAmendedGoesOutAgainAsANewMessageAndTheOthersDoNot() throws IOException {
        SessionRecord before = PlannedCourse.record();
        List<ObservationRow> rows = new ArrayList<>(before.observations());
        rows.set(2, amended(rows.get(2)));
        SessionRecord after = PlannedCourse.record(PlannedCourse.WINTER, parts -> parts.withObservations(rows));

        List<Outgoing> fresh = new ArrayList<>(outgoing(after));
        List<String> known = ids(outgoing(before));
        fresh.removeIf(message -> known.contains(message.id()));
        assertThat(fresh)
                .singleElement()
                .satisfies(message -> assertThat(message.text())
                        .contains("amended-value")
                        .contains("respiratory_rate_per_min was 41"));
    }

    private static ObservationRow amended(ObservationRow row) {
        EditRow edit = new EditRow(
                Instant.parse("2026-03-06T01:00:00Z"),
                PlannedCourse.BROWN,
                new AmendedValue("respiratory_rate_per_min", Optional.of("41"), Optional.of("14")),
                "digits swapped");
        return new ObservationRow(
                row.sequence(),
                row.at(),
                row.by(),
                row.set(),
                row.fromT0(),
                row.duty(),
                row.earlyWarning(),
                List.of(edit));
    }
}
