package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.session.PumpCheck;
import vigil.store.CareRecord;
import vigil.store.CareRecord.CheckRow;
import vigil.store.CareRecord.EntryRow;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.AlarmRow;
import vigil.store.SessionRecord.GapRow;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.ObservationRow;

/** Five days in which everything happens more often than a report prints. */
final class BusyCourse {
    private static final Duration DAYS = Duration.ofDays(5);

    private BusyCourse() {}

    static SessionRecord record() {
        CareRecord some = PlannedCare.care();
        CareRecord care = new CareRecord(
                some.pauses(),
                some.said(),
                spread(120, BusyCourse::check),
                some.stops(),
                some.fast(),
                some.purgesMl(),
                spread(700, at -> new EntryRow(at, time(at, 700), "CONDITION_ACKNOWLEDGED", PlannedCourse.BROWN)));
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withCare(care)
                        .withObservations(observations(parts.observations().getLast()))
                        .withAlarms(spread(400, BusyCourse::alarm))
                        .withGaps(spread(
                                100,
                                at -> new GapRow(
                                        time(at, 100), Optional.of(time(at, 100).plusSeconds(40)))))
                        .withNotes(spread(100, at -> new NoteRow(time(at, 100), PlannedCourse.BROWN, "Note " + at))));
    }

    private static List<ObservationRow> observations(ObservationRow like) {
        return spread(
                300,
                at -> new ObservationRow(
                        at,
                        time(at, 300),
                        like.by(),
                        like.set(),
                        Optional.empty(),
                        Optional.empty(),
                        like.earlyWarning()));
    }

    private static AlarmRow alarm(int number) {
        Instant start = time(number, 400);
        return new AlarmRow(
                "key" + number,
                number % 2 == 0 ? "SIDE_EFFECT" : "PUMP_ALARM",
                number % 2 == 0 ? "PROMPT" : "PUMP",
                "MEDIUM",
                "R15 S2 grade 2, a text that takes more than one line of its column in the table",
                start,
                Optional.of(start.plusSeconds(60)),
                Optional.of(start.plusSeconds(30)),
                Optional.of("A. Brown RN"));
    }

    private static CheckRow check(int number) {
        PumpCheck.Figures figures = new PumpCheck.Figures(
                true,
                FlowRate.ofMlPerH("1.75"),
                new Volume(PlannedCourse.decimal("24.15")),
                Optional.of(new Volume(PlannedCourse.decimal("25.85"))),
                Optional.empty());
        PumpCheck check = new PumpCheck(
                PumpCheck.Occasion.HOURLY,
                EnumSet.of(PumpCheck.Item.PRESCRIPTION, PumpCheck.Item.LOCK, PumpCheck.Item.LINE, PumpCheck.Item.SITE),
                Optional.of(figures),
                PumpCheck.Syringe.NOT_NOTED,
                "",
                "");
        return new CheckRow(time(number, 120), check, PlannedCourse.BROWN, Optional.empty());
    }

    private static Instant time(int number, int of) {
        return PlannedCourse.START.plus(DAYS.multipliedBy(number).dividedBy(of));
    }

    private static <T> List<T> spread(int count, IntFunction<T> make) {
        return IntStream.range(0, count).mapToObj(make).toList();
    }
}
