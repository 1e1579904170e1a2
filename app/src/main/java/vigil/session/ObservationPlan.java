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

    /** The last row of four hours; a longer observation ends with a later one. */
    private static final int GATE_ROW = 9;

    private static final int HOURLY_MIN = 60;
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

    /** A row with its place in the phase: how long after the anchor, and after the row before it. */
    private record Row(int number, Duration sincePhase, Duration interval) {
        boolean isEven() {
            return number % 2 == 0;
        }
    }

    /**
     * The rows with fixed offsets, laid out from {@code anchor}. Where the site has made a pause or the four hours longer than
     * they are, hourly rows follow, and one at the end of {@code length}.
     */
    List<ObservationDuty> fixedRows(Duration anchor, Duration length, ScheduleChoices choices) {
        List<Integer> minutes = offsets(length.toMinutes());
        List<ObservationDuty> rows = new ArrayList<>();
        Duration before = Duration.ZERO;
        for (int offset : minutes) {
            Duration place = Duration.ofMinutes(offset);
            Row row = new Row(rows.size() + 1, place, this == P0 ? BASELINE : place.minus(before));
            rows.add(fixedRow(row, row.number() == minutes.size(), anchor, choices));
            before = place;
        }
        return rows;
    }

    private List<Integer> offsets(long lengthMin) {
        List<Integer> minutes = new ArrayList<>(numbers(offsets));
        if (this == P4 || this == P6) {
            while (minutes.getLast() < lengthMin) {
                minutes.add((int) Math.min(lengthMin, minutes.getLast() + HOURLY_MIN));
            }
        }
        return minutes;
    }

    private ObservationDuty fixedRow(Row row, boolean last, Duration anchor, ScheduleChoices choices) {
        boolean gate = this == P6 && last;
        boolean full = gate || numbers(fullRows).contains(row.number());
        Duration late = gate ? choices.lateness().gate() : choices.lateness().tolerance(row.interval());
        ObservationSet.Kind kind = full ? ObservationSet.Kind.FULL : ObservationSet.Kind.CORE;
        Asks asks = this == P6 ? full ? Asks.FULL : Asks.CORE_ORIENTATION : asks(row, Duration.ZERO, choices);
        return duty(row.number(), anchor.plus(row.sincePhase()), late, kind, asks);
    }

    /** True for a row that another phase leaves no sense in: the baseline after the start, the four hours after a restart. */
    static boolean endsWith(ObservationDuty duty, ObservationPlan next) {
        boolean baseline = duty.phase().equals(P0.name()) && next != P0;
        boolean voided = duty.phase().equals(P6.name()) && next != P6;
        return baseline || voided;
    }

    /** True for an open row of the four hours once their start was dated back: the same row is laid out anew. */
    boolean replaces(ObservationDuty duty) {
        return this == P6 && duty.phase().equals(P6.name());
    }

    /** The row that follows {@code last} of this phase, if the phase goes on. */
    Optional<ObservationDuty> rowAfter(Duration lastDue, int lastRow, Duration start, ScheduleChoices choices) {
        Duration interval = Duration.ofMinutes(thenEveryMin);
        Duration due = lastDue.plus(interval);
        Row row = new Row(lastRow + 1, interval.multipliedBy(intervals(lastRow + 1)), interval);
        return interval.isZero()
                ? Optional.empty()
                : Optional.of(duty(
                        row.number(),
                        due,
                        choices.lateness().tolerance(interval),
                        ObservationSet.Kind.CORE,
                        asks(row, due.minus(start), choices)));
    }

    /** How many of its intervals this phase has lasted at its row {@code number}: its fixed rows end with the first one. */
    private int intervals(int number) {
        int fixed = numbers(offsets).size();
        return fixed == 0 ? number : number - fixed + 1;
    }

    /** One between the rows of this phase, because the patient is watched more closely. */
    ObservationDuty tightened(Duration due, Duration interval, ScheduleChoices choices) {
        Duration late = choices.lateness().tolerance(interval);
        return duty(0, due, late, ObservationSet.Kind.CORE, Asks.CORE_EFFECTS);
    }

    private ObservationDuty duty(int row, Duration due, Duration late, ObservationSet.Kind kind, Asks asks) {
        return new ObservationDuty(name(), row, due, due.plus(late), kind, Optional.empty(), asks);
    }

    private Asks asks(Row row, Duration sinceStart, ScheduleChoices choices) {
        return switch (this) {
            case P0 -> Asks.BASELINE;
            case P1, P4 -> Asks.CORE_EFFECTS;
            case P2, P3, P5 -> steady(row, sinceStart, choices);
            case P6 -> Asks.CORE_ORIENTATION;
        };
    }

    /** The questions as often as the site has chosen; temperature and blood pressure by the number of the row. */
    private Asks steady(Row row, Duration sinceStart, ScheduleChoices choices) {
        boolean warm = this == P3 && row.isEven();
        boolean brief = this == P2 && !row.isEven() && sinceStart.compareTo(HALF_DAY) > 0;
        return choices.asksAt(row.sincePhase(), row.interval())
                ? warm ? Asks.CORE_EFFECTS_TEMPERATURE : Asks.CORE_EFFECTS_AWAKE
                : warm ? Asks.CORE_TEMPERATURE : brief ? Asks.CORE_BRIEF : Asks.CORE;
    }

    /** The phase that goes on when the fixed rows of this one are over. */
    ObservationPlan followedBy(Duration sinceStart) {
        boolean steady = this == P1 || this == P2 || this == P3;
        return steady ? sinceStart.compareTo(EARLY_STEADY) < 0 ? P2 : P3 : this;
    }

    /** Earliest time at which a set counts for {@code duty}: as early as it may be late, but the last of P6 never early. */
    static Duration earliest(ObservationDuty duty) {
        Duration tolerance = duty.overdueAfter().minus(duty.due());
        return isGateRow(duty) ? duty.due() : duty.due().minus(tolerance);
    }

    /** Rows of P6 but the last count only inside their window (records and handover, section 1.2). */
    static boolean isStrict(ObservationDuty duty) {
        return duty.phase().equals(P6.name()) && !isGateRow(duty);
    }

    private static boolean isGateRow(ObservationDuty duty) {
        return duty.phase().equals(P6.name()) && duty.row() >= GATE_ROW && duty.kind() == ObservationSet.Kind.FULL;
    }
}
