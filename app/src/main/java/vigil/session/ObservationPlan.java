package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.session.ObservationDuty.Asks;

/**
 * The observation phases P0 to P6 as rows of data (clinical rules, section 8). Offsets in minutes from the phase's
 * anchor; after the last one the phase goes on at its interval, where it has one.
 */
enum ObservationPlan {
    P0("0", 0, "1"),
    /** Ends in the steady phases P2 or P3. */
    P1("15,30,45,60,90,120,150,180", 0, ""),
    /** Less than 24 h since the start. */
    P2("", 60, ""),
    /** 24 h since the start or more, and no increase. */
    P3("", 120, ""),
    P4("0,15,30,45,60", 60, ""),
    P5("60,120", 120, ""),
    P6("0,15,30,45,60,90,120,180,240", 0, "1,5,9");

    private static final Duration EARLY_STEADY = Duration.ofHours(24);
    /** From here on blood pressure, heart rate and SpO2 may be taken every two hours. */
    private static final Duration HALF_DAY = Duration.ofHours(12);

    private static final int GATE_ROW = 9;
    /** The baseline has no interval of its own; with this one it is overdue an hour after the set-up. */
    private static final Duration BASELINE = Duration.ofHours(4);

    private final String offsets;
    private final int thenEveryMin;
    private final String fullRows;

    ObservationPlan(String offsets, int thenEveryMin, String fullRows) {
        this.offsets = offsets;
        this.thenEveryMin = thenEveryMin;
        this.fullRows = fullRows;
    }

    private static List<Integer> numbers(String list) {
        return Stream.of(list.split(","))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** The rows with fixed offsets, laid out from {@code anchor}. */
    List<ObservationDuty> fixedRows(Duration anchor, Lateness lateness) {
        List<ObservationDuty> rows = new ArrayList<>();
        int before = 0;
        for (int offset : numbers(offsets)) {
            Duration interval = this == P0 ? BASELINE : Duration.ofMinutes((long) offset - before);
            rows.add(duty(rows.size() + 1, anchor.plusMinutes(offset), interval, Duration.ZERO, lateness));
            before = offset;
        }
        return rows;
    }

    /** True for a row that another phase leaves no sense in: the baseline after the start, the four hours after a restart. */
    static boolean endsWith(ObservationDuty duty, ObservationPlan next) {
        boolean baseline = duty.phase().equals(P0.name()) && next != P0;
        boolean voided = duty.phase().equals(P6.name()) && next != P6;
        return baseline || voided;
    }

    /** The row that follows {@code last} of this phase, if the phase goes on. */
    Optional<ObservationDuty> rowAfter(Duration lastDue, int lastRow, Duration start, Lateness lateness) {
        Duration interval = Duration.ofMinutes(thenEveryMin);
        Duration due = lastDue.plus(interval);
        return interval.isZero()
                ? Optional.empty()
                : Optional.of(duty(lastRow + 1, due, interval, due.minus(start), lateness));
    }

    /** One between the rows of this phase, because the patient is watched more closely. */
    ObservationDuty tightened(Duration due, Duration interval, Lateness lateness) {
        return new ObservationDuty(
                name(),
                0,
                due,
                due.plus(lateness.tolerance(interval)),
                ObservationSet.Kind.CORE,
                Optional.empty(),
                Asks.CORE_EFFECTS);
    }

    private ObservationDuty duty(int row, Duration due, Duration interval, Duration sinceStart, Lateness lateness) {
        ObservationSet.Kind kind =
                numbers(fullRows).contains(row) ? ObservationSet.Kind.FULL : ObservationSet.Kind.CORE;
        boolean last = this == P6 && row == GATE_ROW;
        Duration overdueAfter = due.plus(last ? lateness.gate() : lateness.tolerance(interval));
        return new ObservationDuty(name(), row, due, overdueAfter, kind, Optional.empty(), asks(row, kind, sinceStart));
    }

    private Asks asks(int row, ObservationSet.Kind kind, Duration sinceStart) {
        boolean even = row % 2 == 0;
        return switch (this) {
            case P0 -> Asks.BASELINE;
            case P1, P4 -> Asks.CORE_EFFECTS;
            case P2 ->
                even ? Asks.CORE_EFFECTS_AWAKE : sinceStart.compareTo(HALF_DAY) > 0 ? Asks.CORE_BRIEF : Asks.CORE;
            case P3 -> even ? Asks.CORE_EFFECTS_TEMPERATURE : Asks.CORE_EFFECTS_AWAKE;
            case P5 -> row == 1 ? Asks.CORE : Asks.CORE_EFFECTS_AWAKE;
            case P6 -> kind == ObservationSet.Kind.FULL ? Asks.FULL : Asks.CORE_ORIENTATION;
        };
    }

    /** The phase that goes on when the fixed rows of this one are over. */
    ObservationPlan followedBy(Duration sinceStart) {
        boolean steady = this == P1 || this == P2 || this == P3;
        return steady ? sinceStart.compareTo(EARLY_STEADY) < 0 ? P2 : P3 : this;
    }

    /** Earliest time at which a set counts for {@code duty}: as early as it may be late, but row 240 never early. */
    static Duration earliest(ObservationDuty duty) {
        Duration tolerance = duty.overdueAfter().minus(duty.due());
        return isGateRow(duty) ? duty.due() : duty.due().minus(tolerance);
    }

    /** Rows of P6 but the last count only inside their window (records and handover, section 1.2). */
    static boolean isStrict(ObservationDuty duty) {
        return duty.phase().equals(P6.name()) && !isGateRow(duty);
    }

    private static boolean isGateRow(ObservationDuty duty) {
        return duty.phase().equals(P6.name()) && duty.row() == GATE_ROW;
    }
}
