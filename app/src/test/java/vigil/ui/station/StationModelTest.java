package vigil.ui.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.look.Words;
import vigil.ui.parts.Phrases;

/** What a station says of its rooms, in which order, and what it never says. */
class StationModelTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.of("en", "AU")), ZoneId.of("Australia/Sydney"));

    private static StationModel model(StationSight sight, Filter filter) {
        return StationModel.of(sight, filter, 1, PHRASES);
    }

    private static List<String> rooms(StationSight sight, Filter filter) {
        return model(sight, filter).tiles().stream().map(TileModel::room).toList();
    }

    private static StationSight of(StationSight.Room... rooms) {
        return new StationSight(WardSamples.NOW, Duration.ZERO, Optional.empty(), List.of(rooms), Optional.empty());
    }

    private static TileModel tile(StationSight.Room room) {
        return TileModel.of(room, PHRASES);
    }

    @Test
    void roomsStandInOrderOfUrgencyAndThoseWithoutPatientLast() {
        // High, medium (occlusion due later than the silent one is not asked), low by what is overdue, then by what is
        // due.
        assertThat(rooms(WardSamples.ward(12), Filter.ALL))
                .containsExactly("12", "4", "7", "15", "9", "3", "6", "10", "1", "14", "11", "2");
    }

    @Test
    void whatIsAcknowledgedAtItsBedsideComesAfterItsLikeThatIsNot() {
        StationSight.Room seen =
                WardSamples.heard("1", WardSamples.infusing("0.1", 1, 5, WardSamples.acknowledged(WardSamples.high())));
        StationSight.Room open = WardSamples.heard("2", WardSamples.infusing("0.1", 1, 30, WardSamples.high()));
        StationSight.Room medium =
                WardSamples.heard("3", WardSamples.infusing("0.1", 1, 1, WardSamples.medium("x", "x")));
        assertThat(rooms(of(seen, medium, open), Filter.ALL)).containsExactly("2", "1", "3");
        assertThat(tile(seen).banner().orElseThrow().flashes()).isFalse();
        assertThat(tile(open).banner().orElseThrow().flashes()).isTrue();
    }

    @Test
    @Tag("G6")
    void aSilentRoomShowsNoDoseAfterThreeSecondsAndIsAnAlarmBeforeTen() {
        // Half a second passes between two looks, and some until a word is there.
        StationSight.Room fresh = silentFor(Duration.ofMillis(2_100));
        StationSight.Room silent = silentFor(Duration.ofMillis(2_300));
        StationSight.Room alarming = silentFor(Duration.ofSeconds(9));
        assertThat(tile(fresh).dose()).contains("0.150");
        assertThat(tile(silent).dose()).contains("--");
        assertThat(tile(silent).foot()).isEqualTo("last 0.150 at 23:24:30");
        assertThat(tile(silent).age()).isEqualTo("data 2 s");
        assertThat(tile(silent).banner()).isEmpty();
        assertThat(tile(silent).quiet()).isEqualTo("No word for 2 s");
        assertThat(tile(alarming).banner())
                .contains(new TileModel.Banner(
                        AlarmPriority.MEDIUM,
                        "MEDIUM",
                        "No word for 9 s",
                        "Go to the room. This bedside is silent.",
                        true,
                        0));
    }

    @Test
    @Tag("G6")
    void aSilentRoomKeepsTheHigherConditionThatItLastToldOf() {
        StationSight.Room above = new StationSight.Room(
                "12",
                Optional.of(WardSamples.infusing("0.503", 2, 30, WardSamples.acknowledged(WardSamples.high()))),
                Duration.ofSeconds(9),
                true,
                true);

        assertThat(tile(above).banner())
                .contains(new TileModel.Banner(
                        AlarmPriority.HIGH,
                        "HIGH",
                        "Dose above maximum",
                        "No word for 9 s. Go to the room. This bedside is silent.",
                        true,
                        1));
        assertThat(model(of(above), Filter.ALL).counts()).containsEntry(AlarmPriority.HIGH, 1);
        StationSight.Room occluded =
                WardSamples.heard("1", WardSamples.infusing("0.1", 1, 5, WardSamples.medium("x", "x")));
        assertThat(rooms(of(occluded, above), Filter.ALL)).containsExactly("12", "1");
    }

    private static StationSight.Room silentFor(Duration silence) {
        return new StationSight.Room("7", Optional.of(WardSamples.infusing("0.150", 3, 30)), silence, true, true);
    }

    @Test
    @Tag("G6")
    void aStationThatIsBlindSaysSoOnceAndShowsNoDoseAnywhere() {
        StationSight blind =
                WardSamples.ward(4).after(Duration.ofSeconds(12), Optional.of("ward x:5432/vigil does not answer"));
        StationModel model = model(blind, Filter.ALL);
        assertThat(model.trouble())
                .contains(
                        "No answer from the ward database for 12 s. Go to the rooms. ward x:5432/vigil does not answer");
        assertThat(model.top()).isEmpty();
        assertThat(model.tiles()).allMatch(it -> it.dose().equals(Optional.of("--")));
        assertThat(model.tiles()).extracting(TileModel::quiet).containsOnly("Not known now");
        assertThat(model.tiles())
                .noneMatch(it -> it.banner()
                        .filter(banner -> banner.title().startsWith("No word"))
                        .isPresent());
    }

    @Test
    void aFilterHidesTilesButNeverTheMostUrgentRoomAbove() {
        StationModel model = model(WardSamples.ward(12), Filter.PATIENTS);
        assertThat(model.tiles()).extracting(TileModel::room).doesNotContain("2");
        assertThat(rooms(WardSamples.ward(12), Filter.CONDITIONS)).containsExactly("12", "4", "7", "15", "9");
        StationSight calm = of(WardSamples.heard("1", WardSamples.infusing("0.1", 1, 90)));
        assertThat(model(calm, Filter.DUE).tiles()).isEmpty();
        assertThat(model(WardSamples.ward(12), Filter.DUE).top().orElseThrow().room())
                .isEqualTo("12");
    }

    @Test
    void moreThanSixtyRoomsHavePagesAndTheMostUrgentAreOnTheFirst() {
        StationSight ward = WardSamples.ward(130);
        StationModel first = StationModel.of(ward, Filter.ALL, 1, PHRASES);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(first.tiles()).hasSize(60);
        assertThat(first.tiles().getFirst().room()).isEqualTo("12");
        assertThat(StationModel.of(ward, Filter.ALL, 9, PHRASES).page()).isEqualTo(3);
    }

    @Test
    void aClockThatIsWrongAtABedsideChangesNeitherAgesNorWhatIsDueThere() {
        StationSight.Room right = WardSamples.heard("1", WardSamples.infusing("0.1", 1, 30));
        StationSight wrongHere = new StationSight(
                WardSamples.NOW.plus(Duration.ofHours(5)),
                Duration.ZERO,
                Optional.empty(),
                List.of(right),
                Optional.empty());
        assertThat(model(wrongHere, Filter.ALL).tiles())
                .isEqualTo(model(of(right), Filter.ALL).tiles());
    }

    @Test
    void theDueListNamesWhatIsOverdueFirst() {
        List<DueList.Row> rows = DueList.rows(WardSamples.ward(12), PHRASES);
        assertThat(rows).extracting(DueList.Row::room).startsWith("15", "12", "3", "6");
        assertThat(rows.getFirst().late()).isTrue();
        assertThat(rows.get(1).late()).isFalse();
    }

    @Test
    @Tag("G6")
    void aRoomThatIsNotUnderstoodSaysSoInEveryLanguageAndIsNeverAnEmptyRoom() {
        StationSight.Room foreign = new StationSight.Room("5", Optional.empty(), Duration.ZERO, true, false);
        TileModel tile = tile(foreign);
        assertThat(tile.banner())
                .contains(new TileModel.Banner(
                        AlarmPriority.MEDIUM,
                        "MEDIUM",
                        "Not understood here",
                        "Go to the room. This bedside tells something that this station does not know; one of them"
                                + " is of another version.",
                        true,
                        0));
        assertThat(tile.phase()).isEqualTo("--");
        assertThat(tile.spoken()).contains("Not understood here").doesNotContain("Not connected yet");
        Phrases german = new Phrases(Words.of(Locale.GERMANY), ZoneId.of("Europe/Berlin"));
        TileModel.Banner said = TileModel.of(foreign, german).banner().orElseThrow();
        assertThat(said.title()).isEqualTo("Hier nicht verständlich");
        assertThat(said.text()).startsWith("In das Zimmer gehen. ");

        StationSight ward = of(WardSamples.heard("1", WardSamples.infusing("0.1", 1, 5)), foreign);
        assertThat(model(ward, Filter.ALL).counts()).containsEntry(AlarmPriority.MEDIUM, 1);
        assertThat(model(ward, Filter.ALL).top().orElseThrow().room()).isEqualTo("5");
        assertThat(rooms(ward, Filter.CONDITIONS)).containsExactly("5");
        assertThat(rooms(ward, Filter.PATIENTS)).containsExactly("5", "1");
    }

    @Test
    @Tag("G6")
    void aRoomThatIsNotUnderstoodAnyMoreShowsNoDoseAndKeepsTheHighConditionThatItToldOf() {
        StationSight.Room above = new StationSight.Room(
                "12",
                Optional.of(WardSamples.infusing("0.503", 2, 30, WardSamples.high())),
                Duration.ofSeconds(4),
                true,
                false);
        TileModel.Banner banner = tile(above).banner().orElseThrow();
        assertThat(banner.priority()).isEqualTo(AlarmPriority.HIGH);
        assertThat(banner.title()).isEqualTo("Dose above maximum");
        assertThat(banner.text()).startsWith("Not understood here. ");
        assertThat(tile(above).dose()).contains("--");
        assertThat(tile(above).foot()).isEqualTo("last 0.503 at 23:24:30");
    }
}
