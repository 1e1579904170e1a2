package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;

/**
 * What has to be observed when. An anchor (start, rate rise, pause, wean step, cessation) lays out its phase anew; a duty
 * that a later one has overtaken is settled as missed and stays visible. Immutable; durations are elapsed time of the
 * session.
 *
 * @param running the phase that goes on
 * @param open duties not settled yet, by due time; those ahead included
 * @param missed the first duty that was overtaken since the last set: it stays overdue until a set is charted
 * @param choices what the site has chosen for the duties that are laid out from now on
 * @param settled done or missed ones, in the order they were settled; a missed one has no time of doing
 */
public record ObservationSchedule(
        Optional<Running> running,
        List<ObservationDuty> open,
        Optional<ObservationDuty> missed,
        GrowingList<ObservationDuty> settled,
        ScheduleChoices choices) {
    public static final ObservationSchedule NONE = new ObservationSchedule(
            Optional.empty(), List.of(), Optional.empty(), GrowingList.empty(), ScheduleChoices.STANDARD);

    private static final int MOST_ROWS_AT_ONCE = 1_000;
    /** A row that comes no later than this after a closer one makes that one needless. */
    private static final Duration AS_SOON = Duration.ofMinutes(1);

    /** The phase whose rows are being laid out, with the last row laid. */
    record Running(ObservationPlan plan, Duration lastDue, int lastRow) {}

    /** The schedule after a set was charted, and the duties that it satisfied. */
    record Matched(ObservationSchedule schedule, List<ObservationDuty> satisfied) {}

    public ObservationSchedule {
        open = List.copyOf(open);
    }

    /**
     * Lays out {@code plan} from {@code anchor}. Rows ahead of an earlier anchor are dropped, due ones stay, and those that
     * make no sense in the new phase are missed.
     *
     * @param length how long the phase is to last at the least, where the site can choose that
     */
    ObservationSchedule anchored(ObservationPlan plan, Duration anchor, Duration length, Duration now) {
        ObservationSchedule kept = missing(dueBy(now).stream()
                .filter(duty -> ObservationPlan.endsWith(duty, plan))
                .toList());
        List<ObservationDuty> rows = plan.fixedRows(anchor, length, choices);
        List<ObservationDuty> next = new ArrayList<>(kept.open.stream()
                .filter(duty -> duty.isTightened() || duty.due().compareTo(now) <= 0)
                .filter(duty -> !plan.replaces(duty))
                .toList());
        next.addAll(rows);
        next.sort(Comparator.comparing(ObservationDuty::due));
        Duration lastDue = rows.isEmpty() ? anchor : rows.getLast().due();
        Running laid = new Running(plan, lastDue, rows.size());
        return new ObservationSchedule(Optional.of(laid), next, kept.missed, kept.settled, choices);
    }

    /** The same duties; those laid out from now on count as overdue by the new choice. */
    ObservationSchedule with(ScheduleChoices chosen) {
        return new ObservationSchedule(running, open, missed, settled, chosen);
    }

    private ObservationSchedule missing(List<ObservationDuty> duties) {
        List<ObservationDuty> rest =
                open.stream().filter(duty -> !duties.contains(duty)).toList();
        GrowingList<ObservationDuty> next = settled;
        for (ObservationDuty duty : duties) {
            next = next.with(duty);
        }
        Optional<ObservationDuty> first = missed.or(() -> duties.stream().findFirst());
        return new ObservationSchedule(running, rest, first, next, choices);
    }

    /**
     * Watches the patient at {@code interval} from {@code now} on, unless something is due as soon by itself; without one
     * goes back to the rows of the phase.
     */
    ObservationSchedule tightened(Duration now, Optional<Duration> interval) {
        List<ObservationDuty> rows = open.stream()
                .filter(duty -> !duty.isTightened() || duty.due().compareTo(now) <= 0)
                .toList();
        Optional<ObservationDuty> sooner = interval.flatMap(
                        it -> running.map(phase -> phase.plan().tightened(now.plus(it), it, choices)))
                .filter(duty -> rows.stream()
                        .noneMatch(row -> row.due().compareTo(duty.due().plus(AS_SOON)) <= 0));
        if (sooner.isEmpty() && rows.size() == open.size()) {
            return this;
        }
        List<ObservationDuty> next = new ArrayList<>(rows);
        sooner.ifPresent(next::add);
        next.sort(Comparator.comparing(ObservationDuty::due));
        return new ObservationSchedule(running, next, missed, settled, choices);
    }

    /** No further duties; those already due stay. */
    ObservationSchedule ended(Duration now) {
        return new ObservationSchedule(Optional.empty(), dueBy(now), Optional.empty(), settled, choices);
    }

    private List<ObservationDuty> dueBy(Duration now) {
        return open.stream().filter(duty -> duty.due().compareTo(now) <= 0).toList();
    }

    /** Lays out the next row when the last has come due, and settles what has been overtaken. */
    ObservationSchedule at(Duration now, Optional<Duration> start) {
        ObservationSchedule next = this;
        for (int rows = 0; rows < MOST_ROWS_AT_ONCE && next.needsRow(now); rows++) {
            next = next.withNextRow(start.orElse(now));
        }
        return next.withoutOvertaken(now);
    }

    private boolean needsRow(Duration now) {
        return running.filter(it -> it.lastDue().compareTo(now) <= 0).isPresent();
    }

    private ObservationSchedule withNextRow(Duration start) {
        Running last = running.orElseThrow();
        ObservationPlan plan = last.plan().followedBy(last.lastDue().minus(start));
        int lastRow = plan == last.plan() ? last.lastRow() : 0;
        return plan.rowAfter(last.lastDue(), lastRow, start, choices)
                .map(duty -> with(duty, plan))
                .orElseGet(() -> new ObservationSchedule(Optional.empty(), open, missed, settled, choices));
    }

    private ObservationSchedule with(ObservationDuty duty, ObservationPlan plan) {
        List<ObservationDuty> next = new ArrayList<>(open);
        next.add(duty);
        return new ObservationSchedule(
                Optional.of(new Running(plan, duty.due(), duty.row())), next, missed, settled, choices);
    }

    private ObservationSchedule withoutOvertaken(Duration now) {
        ObservationSchedule next = this;
        while (next.open.size() > 1 && isOvertaken(next.open.get(0), next.open.get(1), now)) {
            next = next.missing(List.of(next.open.get(0)));
        }
        return next;
    }

    private static boolean isOvertaken(ObservationDuty first, ObservationDuty second, Duration now) {
        return second.due().compareTo(now) <= 0 && first.overdueAfter().compareTo(now) < 0;
    }

    /** A set charted at {@code now} satisfies every duty whose time it is, and the last one that is late. */
    Matched charted(Duration now) {
        List<ObservationDuty> candidates = open.stream()
                .filter(duty -> ObservationPlan.earliest(duty).compareTo(now) <= 0)
                .toList();
        List<ObservationDuty> satisfied = new ArrayList<>(candidates.size());
        GrowingList<ObservationDuty> done = settled;
        for (ObservationDuty duty : candidates) {
            boolean last = duty.equals(candidates.getLast());
            ObservationDuty result = counts(duty, now, last) ? duty.doneAt(now) : duty;
            result.done().ifPresent(time -> satisfied.add(result));
            done = done.with(result);
        }
        List<ObservationDuty> rest =
                open.stream().filter(duty -> !candidates.contains(duty)).toList();
        return new Matched(new ObservationSchedule(running, rest, Optional.empty(), done, choices), satisfied);
    }

    private static boolean counts(ObservationDuty duty, Duration now, boolean last) {
        boolean inTime = now.compareTo(duty.overdueAfter()) <= 0;
        return inTime || (last && !ObservationPlan.isStrict(duty));
    }

    /** Duties that are overdue at {@code now}; what was missed since the last set comes first. */
    public List<ObservationDuty> overdue(Duration now) {
        List<ObservationDuty> overdue = new ArrayList<>(0);
        missed.ifPresent(overdue::add);
        for (ObservationDuty duty : open) {
            if (now.compareTo(duty.overdueAfter()) > 0) {
                overdue.add(duty);
            }
        }
        return List.copyOf(overdue);
    }
}
