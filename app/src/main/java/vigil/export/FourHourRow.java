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
 * One line of the 4-hour table: one of the nine due rows, done or not, or a set charted beside them (records and
 * handover, section 1.2).
 *
 * @param number 1 to 9; 0 for a set outside every window
 * @param dueMinutes from t0
 */
record FourHourRow(int number, int dueMinutes, Instant due, Optional<ObservationRow> done) {
    static final List<Integer> DUE_MINUTES = List.of(0, 15, 30, 45, 60, 90, 120, 180, 240);

    private static final String PHASE = "P6";
    private static final List<Integer> FULL_ROWS = List.of(1, 5, 9);
    /** At minute 60 a temperature would be taken more often than four-hourly. */
    private static final int TEMPERATURE_OPTIONAL_ROW = 5;

    private static final Duration LEAST_TOLERANCE = Duration.ofMinutes(5);

    /** The nine rows and whatever else was charted since t0, in time order. */
    static List<FourHourRow> of(SessionRecord record, CessationRow cessation) {
        List<FourHourRow> rows = new ArrayList<>();
        for (int number = 1; number <= DUE_MINUTES.size(); number++) {
            rows.add(due(number, record, cessation));
        }
        record.observations().stream()
                .filter(row -> row.fromT0().filter(since -> !since.isNegative()).isPresent())
                .filter(row -> rows.stream()
                        .noneMatch(known -> known.done().filter(row::equals).isPresent()))
                .forEach(row -> rows.add(new FourHourRow(0, 0, row.at(), Optional.of(row))));
        rows.sort(Comparator.comparing(FourHourRow::due));
        return List.copyOf(rows);
    }

    private static FourHourRow due(int number, SessionRecord record, CessationRow cessation) {
        int minutes = DUE_MINUTES.get(number - 1);
        Optional<ObservationRow> done = record.observations().stream()
                .filter(row -> row.duty()
                        .filter(duty -> duty.phase().equals(PHASE) && duty.row() == number)
                        .isPresent())
                .findFirst();
        return new FourHourRow(number, minutes, cessation.t0().plus(Duration.ofMinutes(minutes)), done);
    }

    boolean isExtra() {
        return number == 0;
    }

    boolean isFull() {
        return FULL_ROWS.contains(number);
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
        return due.minus(interval());
    }

    private Duration tolerance() {
        Duration quarter = interval().dividedBy(4);
        return quarter.compareTo(LEAST_TOLERANCE) > 0 ? quarter : LEAST_TOLERANCE;
    }

    private Duration interval() {
        return number <= 1 ? Duration.ZERO : Duration.ofMinutes(dueMinutes - DUE_MINUTES.get(number - 2));
    }
}
