package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.ObservationRow;

/**
 * One line of the 4-hour table: one of the due rows, done or not, or a set charted beside them (records and handover,
 * section 1.2). There are nine, and hourly ones after them where the site observes for longer.
 *
 * @param number from 1; 0 for a set outside every window
 * @param dueMinutes from t0
 * @param sinceBefore time from the row before it; zero for the first, and outside every window
 * @param last the row that the discharge gate waits for
 */
record FourHourRow(
        int number, int dueMinutes, Duration sinceBefore, boolean last, Instant due, Optional<ObservationRow> done) {
    private static final List<Integer> FOUR_HOURS = List.of(0, 15, 30, 45, 60, 90, 120, 180, 240);

    private static final String PHASE = "P6";
    private static final int EACH_HOUR = 60;
    private static final List<Integer> FULL_ROWS = List.of(1, 5, 9);
    /** At minute 60 a temperature would be taken more often than four-hourly. */
    private static final int TEMPERATURE_OPTIONAL_ROW = 5;

    private static final Duration LEAST_TOLERANCE = Duration.ofMinutes(5);

    /** When the rows are due, in minutes from t0, where the patient is observed for so long. */
    static List<Integer> dueMinutes(Duration observation) {
        List<Integer> minutes = new ArrayList<>(FOUR_HOURS);
        while (minutes.getLast() < observation.toMinutes()) {
            minutes.add((int) Math.min(observation.toMinutes(), minutes.getLast() + EACH_HOUR));
        }
        return List.copyOf(minutes);
    }

    /** The due rows and whatever else was charted since t0, in time order. */
    static List<FourHourRow> of(SessionRecord record, CessationRow cessation) {
        List<FourHourRow> rows = new ArrayList<>();
        List<Integer> due = dueMinutes(cessation.observation());
        for (int number = 1; number <= due.size(); number++) {
            rows.add(due(number, due, record, cessation));
        }
        record.observations().stream()
                .filter(row -> row.fromT0().filter(since -> !since.isNegative()).isPresent())
                .filter(row -> rows.stream()
                        .noneMatch(known -> known.done().filter(row::equals).isPresent()))
                .forEach(row -> rows.add(new FourHourRow(0, 0, Duration.ZERO, false, row.at(), Optional.of(row))));
        rows.sort(Comparator.comparing(FourHourRow::due));
        return List.copyOf(rows);
    }

    private static FourHourRow due(int number, List<Integer> due, SessionRecord record, CessationRow cessation) {
        int minutes = due.get(number - 1);
        int before = number == 1 ? minutes : due.get(number - 2);
        Optional<ObservationRow> done = record.observations().stream()
                .filter(row -> row.duty()
                        .filter(duty -> duty.phase().equals(PHASE) && duty.row() == number)
                        .isPresent())
                .findFirst();
        return new FourHourRow(
                number,
                minutes,
                Duration.ofMinutes((long) minutes - before),
                number == due.size(),
                cessation.t0().plus(Duration.ofMinutes(minutes)),
                done);
    }

    boolean isExtra() {
        return number == 0;
    }

    boolean isFull() {
        return last || FULL_ROWS.contains(number);
    }

    boolean needsTemperature() {
        return isFull() && number != TEMPERATURE_OPTIONAL_ROW;
    }

    boolean isLate() {
        return done.flatMap(ObservationRow::duty)
                .filter(SessionRecord.DutyRow::late)
                .isPresent();
    }

    /** True when nothing was charted although the time to do so has passed. */
    boolean isMissedAt(Instant asOf) {
        return done.isEmpty() && asOf.isAfter(due.plus(tolerance()));
    }

    /** Start of the interval that this row ends: the row before it, or t0 itself. */
    Instant intervalStart() {
        return due.minus(sinceBefore);
    }

    private Duration tolerance() {
        Duration quarter = sinceBefore.dividedBy(4);
        return quarter.compareTo(LEAST_TOLERANCE) > 0 ? quarter : LEAST_TOLERANCE;
    }
}
