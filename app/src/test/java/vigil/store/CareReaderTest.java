package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;
import vigil.session.DeliveryCause;
import vigil.session.Direction;
import vigil.session.Event;
import vigil.session.Overridable;
import vigil.session.PumpCheck;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.Deed;
import vigil.store.CareRecord.EntryRow;
import vigil.store.CareRecord.FastRow;
import vigil.store.CareRecord.PauseRow;
import vigil.store.CareRecord.SaidRow;
import vigil.store.CareRecord.StopRow;

/** What is entered around a course comes back as it was entered. */
class CareReaderTest {
    private static final PumpCheck CHECK = new PumpCheck(
            PumpCheck.Occasion.SYRINGE_CHANGE,
            EnumSet.of(PumpCheck.Item.LINE, PumpCheck.Item.LOCK),
            Optional.of(new PumpCheck.Figures(
                    true,
                    FlowRate.ofMlPerH("1.75"),
                    Volume.ofMl("0.6"),
                    Optional.of(Volume.ofMl("49")),
                    Optional.empty())),
            new PumpCheck.Syringe("50 mL", Optional.of(SampleCourse.START.plusSeconds(86_400))),
            "ward safe",
            "");

    @TempDir
    Path dir;

    private final SampleCourse course =
            new SampleCourse().console().setUp("s-care").infusing(Duration.ofMinutes(2));

    @Test
    @Tag("R32")
    void aChangedSettingComesBackWithItsOldAndNewValueAndOtherEntriesHaveNone() throws Exception {
        CareRecord care = read(
                at -> new Event.NoteAdded(at, "cable renewed", SampleCourse.NURSE),
                at -> new Event.SettingChanged(at, "pump line", "", "bcc at /dev/ttyUSB0", SampleCourse.NURSE));

        List<EntryRow> last = care.entries().reversed().subList(0, 2);
        assertThat(last.getFirst().action()).isEqualTo("SETTING_CHANGED");
        assertThat(last.getFirst().changed()).contains(new CareRecord.Changed("pump line", "", "bcc at /dev/ttyUSB0"));
        assertThat(last.getLast().changed()).isEmpty();
    }

    @Test
    @Tag("R32")
    void changesOfSettingsComeBackNewestFirstWhetherASessionWasOpenOrNot() throws Exception {
        SampleCourse other = new SampleCourse().console();
        other.enter(new Event.SettingChanged(other.now(), "printer", "", "ward-4", Staff.BY_HAND))
                .setUp("s-settings");
        other.enter(new Event.SettingChanged(other.now(), "language", "en", "de", SampleCourse.NURSE));
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            Projector.project(store, other.events());
            store.commit();
            assertThat(store.settingChanges())
                    .extracting(SettingRow::setting, SettingRow::before, SettingRow::after, SettingRow::by)
                    .containsExactly(
                            tuple("language", "en", "de", SampleCourse.NURSE),
                            tuple("printer", "", "ward-4", Staff.BY_HAND));
        }
    }

    @Test
    @Tag("R16")
    @Tag("R32")
    void directionsAndOverridesComeBackWithPhysicianReasonAndWho() throws Exception {
        Direction direction = new Direction("Dr Doe", SampleCourse.START, "stop for an hour");

        CareRecord care = read(
                at -> new Event.PhysicianDirected(at, direction, SampleCourse.NURSE),
                at -> new Event.OverrideRecorded(at, Overridable.R15, "Dr Doe", "eased early", SampleCourse.NURSE));

        assertThat(care.said())
                .containsExactly(
                        new SaidRow(
                                course.now().utc(),
                                SampleCourse.NURSE,
                                Deed.PHYSICIAN_DIRECTED,
                                "",
                                "Dr Doe",
                                "stop for an hour",
                                Optional.of(SampleCourse.START)),
                        new SaidRow(
                                course.now().utc(),
                                SampleCourse.NURSE,
                                Deed.OVERRIDE_RECORDED,
                                "R15",
                                "Dr Doe",
                                "eased early",
                                Optional.empty()));
    }

    @Test
    @Tag("R29")
    void aCheckComesBackWithItsItemsFiguresAndBothPeople() throws Exception {
        CareRecord care =
                read(at -> new Event.PumpChecked(at, CHECK, SampleCourse.NURSE, Optional.of(SampleCourse.PHYSICIAN)));

        assertThat(care.checks())
                .containsExactly(new CheckRow(
                        course.now().utc(), CHECK, SampleCourse.NURSE, Optional.of(SampleCourse.PHYSICIAN)));
    }

    @Test
    @Tag("R15")
    void aPauseThatRunsHasNoEndAndNoLength() throws Exception {
        course.explained(StopReason.SIDE_EFFECT_PAUSE).standing();

        assertThat(read().pauses()).singleElement().satisfies(pause -> {
            assertThat(pause.from()).isEqualTo(SampleCourse.START.plusSeconds(120));
            assertThat(pause.end()).isEmpty();
            assertThat(pause.length()).isEmpty();
        });
    }

    @Test
    @Tag("R15")
    void aPauseThatEndedHasItsLengthFromTheLastDelivery() throws Exception {
        course.explained(StopReason.SIDE_EFFECT_PAUSE)
                .standing()
                .pass(Duration.ofMinutes(20))
                .infusing(Duration.ofSeconds(2));

        CareRecord care = read();

        assertThat(care.pauses()).extracting(PauseRow::resumed, PauseRow::early).containsExactly(tuple(true, true));
        assertThat(care.paused()).isEqualTo(Duration.ofMinutes(20).plusSeconds(2));
    }

    @Test
    void whatExplainsAStopABolusAndAPurgeComesBack() throws Exception {
        CareRecord care = read(
                at -> new Event.StopExplained(
                        at, StopReason.SITE_CHANGE, "sore", Optional.of(Duration.ofMinutes(10)), SampleCourse.NURSE),
                at -> new Event.DeliveryExplained(at, DeliveryCause.PURGE, "new line", SampleCourse.NURSE),
                at -> new Event.PurgeRecorded(at, Volume.ofMl("1.2"), SampleCourse.NURSE));

        assertThat(care.stops())
                .extracting(StopRow::reason, StopRow::note, StopRow::planned)
                .containsExactly(tuple(StopReason.SITE_CHANGE, "sore", Optional.of(Duration.ofMinutes(10))));
        assertThat(care.fast())
                .extracting(FastRow::cause, FastRow::note)
                .containsExactly(tuple(DeliveryCause.PURGE, "new line"));
        assertThat(care.purgesMl())
                .singleElement()
                .satisfies(purge -> assertThat(purge.value()).isEqualByComparingTo("1.2"));
    }

    @Test
    @Tag("R32")
    void everyEntryByAPersonIsListedInItsOrder() throws Exception {
        CareRecord care = read(
                at -> new Event.ReviewPlanned(at, Optional.of(LocalDate.of(2026, 3, 20)), "", SampleCourse.PHYSICIAN));

        assertThat(care.entries())
                .extracting(EntryRow::action)
                .startsWith("SESSION_OPENED", "WEIGHT_CONFIRMED", "SOLUTION_CONFIRMED")
                .endsWith("REVIEW_PLANNED");
        assertThat(care.entries()).extracting(EntryRow::sequence).isSorted();
        assertThat(care.said(Deed.REVIEW_PLANNED).toList())
                .extracting(SaidRow::subject)
                .containsExactly("2026-03-20");
    }

    private interface Entry {
        Event at(Moment moment);
    }

    private CareRecord read(Entry... entries) throws StoreException {
        List.of(entries).forEach(entry -> course.enter(entry.at(course.now())));
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            Projector.project(store, course.events());
            store.commit();
            return store.load(new SessionId("s-care")).orElseThrow().care();
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }
}
