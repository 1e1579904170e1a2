package vigil.alarm;

import java.util.List;
import vigil.alarm.Attention.Occurrence;
import vigil.session.Event;
import vigil.session.SiteSettings;
import vigil.session.Stamp;

/**
 * Tells that an event begins, ends and raises nothing, as nearly every reading does, so that it costs next to nothing.
 * Whatever it does not see at a glance is left to {@link AttentionStep}, which would come to the same.
 */
final class Unchanged {
    /** Each cause is looked for among all occurrences: for many, a map is cheaper. */
    private static final int FEW = 12;

    private Unchanged() {}

    static boolean by(Event event, Attention before, List<Cause> causes, Stamp now, SiteSettings settings) {
        boolean asksForNothing = event instanceof Event.PumpSaid || event instanceof Event.Tick;
        return asksForNothing
                && before.pause().isEmpty()
                && before.occurrences().size() <= FEW
                && allLast(causes, before.occurrences())
                && noneIsDue(before.occurrences(), causes, now, settings);
    }

    private static boolean allLast(List<Cause> causes, List<Occurrence> occurrences) {
        for (Cause cause : causes) {
            if (!lasts(cause, occurrences)) {
                return false;
            }
        }
        return true;
    }

    private static boolean lasts(Cause cause, List<Occurrence> occurrences) {
        for (Occurrence it : occurrences) {
            AlarmCondition condition = it.condition();
            if (condition.key().equals(cause.key())) {
                return condition.isActive() && condition.priority() == cause.priority();
            }
        }
        return false;
    }

    private static boolean noneIsDue(
            List<Occurrence> occurrences, List<Cause> causes, Stamp now, SiteSettings settings) {
        for (Occurrence it : occurrences) {
            boolean ends =
                    it.condition().isActive() && !isAmong(causes, it.condition().key());
            if (ends || AttentionStep.isDueAgain(it, now, settings)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(List<Cause> causes, String key) {
        for (Cause cause : causes) {
            if (cause.key().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
