package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;
import vigil.session.PumpCheck.Occasion;

/**
 * The checks of pump and line that were done, and those that are due: at the start, hourly, after a syringe or rate
 * change and at a handover (clinical rules, sections 8 and 10). Immutable.
 *
 * @param latest the newest check
 * @param open what is asked for, at most one for each occasion, by due time
 * @param settled done duties, in the order they were settled
 */
public record PumpChecks(Optional<Done> latest, List<PumpDuty> open, GrowingList<PumpDuty> settled) {
    public static final PumpChecks NONE = new PumpChecks(Optional.empty(), List.of(), GrowingList.empty());

    /** How often the pump is checked while the course goes on. */
    public static final Duration INTERVAL = Duration.ofHours(1);

    /** One check that was done. */
    public record Done(Stamp at, PumpCheck check, Staff by, Optional<Staff> secondChecker) {}

    public PumpChecks {
        open = List.copyOf(open);
    }

    /** Asks for a check on this occasion, unless one is asked for already. */
    PumpChecks due(Occasion occasion, Duration at, SiteSettings settings) {
        if (open.stream().anyMatch(duty -> duty.occasion() == occasion)) {
            return this;
        }
        List<PumpDuty> next = new ArrayList<>(open);
        Duration interval = occasion == Occasion.HOURLY ? INTERVAL : Duration.ZERO;
        next.add(PumpDuty.open(occasion, at, settings.overdueAfter(interval)));
        next.sort(Comparator.comparing(PumpDuty::due));
        return new PumpChecks(latest, next, settled);
    }

    /** A check satisfies what it was done for; one by two people satisfies everything that has come due. */
    PumpChecks done(Done check, boolean running, SiteSettings settings) {
        Duration now = check.at().elapsed();
        GrowingList<PumpDuty> next = settled;
        List<PumpDuty> left = new ArrayList<>(open.size());
        for (PumpDuty duty : open) {
            if (isSatisfied(duty, check)) {
                next = next.with(duty.doneAt(now));
            } else {
                left.add(duty);
            }
        }
        PumpChecks after = new PumpChecks(Optional.of(check), left, next);
        return running ? after.due(Occasion.HOURLY, now.plus(INTERVAL), settings) : after;
    }

    private static boolean isSatisfied(PumpDuty duty, Done check) {
        boolean meant = duty.occasion() == Occasion.HOURLY
                || duty.occasion() == check.check().occasion()
                || (duty.due().compareTo(check.at().elapsed()) <= 0
                        && !duty.occasion().isByTwo());
        return meant || check.secondChecker().isPresent();
    }

    /**
     * A check was entered in error: what it satisfied is asked for again, since when it was due.
     *
     * @param before the newest check that stands
     */
    PumpChecks without(Stamp voided, Optional<Done> before, boolean running) {
        GrowingList<PumpDuty> left = GrowingList.empty();
        List<PumpDuty> again = new ArrayList<>(open);
        for (PumpDuty duty : settled) {
            if (duty.done().equals(Optional.of(voided.elapsed()))) {
                again.removeIf(later -> later.occasion() == duty.occasion());
                again.add(duty.reopened());
            } else {
                left = left.with(duty);
            }
        }
        again.sort(Comparator.comparing(PumpDuty::due));
        return new PumpChecks(before, running ? again : open, left);
    }

    /** The course is over: nothing more is asked for. */
    PumpChecks ended() {
        return open.isEmpty() ? this : new PumpChecks(latest, List.of(), settled);
    }

    public List<PumpDuty> overdue(Duration now) {
        return isAnyOverdue(now)
                ? open.stream().filter(duty -> duty.isOverdue(now)).toList()
                : List.of();
    }

    /** Asked at every event, and nearly always false. */
    public boolean isAnyOverdue(Duration now) {
        for (PumpDuty duty : open) {
            if (duty.isOverdue(now)) {
                return true;
            }
        }
        return false;
    }
}
