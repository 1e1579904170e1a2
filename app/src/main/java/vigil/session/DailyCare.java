package vigil.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.dose.GrowingList;
import vigil.session.ObservationSet.SideEffectItem;

/**
 * What is done once a day: the specialist's review (R7), and the other items of the day. Immutable; durations are elapsed
 * time of the session.
 *
 * @param reviews every review, oldest first
 * @param last when each item was last done
 * @param liverAsked itch, rash or fever were found, and no liver tests have been taken since (S14)
 */
public record DailyCare(GrowingList<Stamp> reviews, Map<DailyItem, Stamp> last, Optional<Stamp> liverAsked) {
    static final DailyCare NONE = new DailyCare(GrowingList.empty(), Map.of(), Optional.empty());

    private static final Duration REVIEW = Duration.ofHours(24);

    /** One item that has come due. */
    public record Due(DailyItem item, Duration at, Duration overdueAfter) {}

    public DailyCare {
        last = Map.copyOf(last);
    }

    DailyCare reviewed(Stamp at) {
        return new DailyCare(reviews.with(at), last, liverAsked);
    }

    DailyCare done(DailyItem item, Stamp at) {
        Map<DailyItem, Stamp> next = new EnumMap<>(DailyItem.class);
        next.putAll(last);
        next.put(item, at);
        return new DailyCare(reviews, next, item == DailyItem.LIVER_TESTS ? Optional.empty() : liverAsked);
    }

    /** An item that was entered in error is asked for again; {@code before}: when it was done before that. */
    DailyCare undone(DailyItem item, Optional<Stamp> before, Stamp now) {
        Map<DailyItem, Stamp> next = new EnumMap<>(DailyItem.class);
        next.putAll(last);
        before.ifPresentOrElse(at -> next.put(item, at), () -> next.remove(item));
        return new DailyCare(reviews, next, item == DailyItem.LIVER_TESTS ? Optional.of(now) : liverAsked);
    }

    /** A set was charted: itch, rash or fever above the baseline ask for liver tests now. */
    DailyCare charted(ObservationSet set, Optional<ObservationSet> baseline, Stamp at) {
        int before = baseline.map(DailyCare::itch).orElse(0);
        return liverAsked.isEmpty() && itch(set) > before ? new DailyCare(reviews, last, Optional.of(at)) : this;
    }

    private static int itch(ObservationSet set) {
        return set.sideEffects().getOrDefault(SideEffectItem.S14, 0);
    }

    /** The items that are due at {@code now} in a course since {@code start}, in the order of {@link DailyItem}. */
    public List<Due> due(Stamp start, Duration now, SiteSettings site) {
        List<Due> due = new ArrayList<>(0);
        for (DailyItem item : DailyItem.values()) {
            item.interval(site)
                    .map(interval -> due(item, start, interval, site))
                    .filter(it -> it.at().compareTo(now) <= 0)
                    .ifPresent(due::add);
        }
        return due;
    }

    private Due due(DailyItem item, Stamp start, Duration interval, SiteSettings site) {
        Duration regular = Optional.ofNullable(last.get(item))
                .orElse(start)
                .later(start)
                .elapsed()
                .plus(interval);
        Duration asked = liverAsked
                .filter(_ -> item == DailyItem.LIVER_TESTS)
                .map(Stamp::elapsed)
                .filter(at -> at.compareTo(regular) < 0)
                .orElse(regular);
        return new Due(item, asked, asked.plus(site.overdueAfter(interval)));
    }

    /**
     * When the next daily review is due at the latest (R7): 24 h after the last one, or after the start, and not later than
     * the end of the first calendar day of infusion in {@code zone} that has none.
     */
    public Optional<Duration> reviewDue(Optional<Stamp> start, ZoneId zone) {
        Optional<Stamp> newest = reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast());
        return start.map(from -> reviewDue(from, newest, zone));
    }

    private static Duration reviewDue(Stamp start, Optional<Stamp> newest, ZoneId zone) {
        LocalDate dayBefore = dayOf(start, zone).minusDays(1);
        LocalDate reviewed = newest.map(it -> dayOf(it, zone))
                .filter(day -> day.isAfter(dayBefore))
                .orElse(dayBefore);
        Stamp from = newest.map(start::later).orElse(start);
        Instant dayEnd = reviewed.plusDays(2).atStartOfDay(zone).toInstant();
        Duration untilDayEnd = Duration.between(from.at().utc(), dayEnd);
        return from.elapsed().plus(untilDayEnd.compareTo(REVIEW) < 0 ? untilDayEnd : REVIEW);
    }

    private static LocalDate dayOf(Stamp stamp, ZoneId zone) {
        return LocalDate.ofInstant(stamp.at().utc(), zone);
    }
}
