package vigil.alarm.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmPriority;

/**
 * What of the alarm log is wanted.
 *
 * @param priorities conditions of these, as they were last
 * @param inactivations audio pauses, too
 * @param kind conditions of this kind only, by the name of an {@link vigil.alarm.AlarmKind}; then no inactivations
 * @param day what lasted on this calendar day of the ward
 * @param zone the ward's
 */
public record LogFilter(
        Set<AlarmPriority> priorities,
        boolean inactivations,
        Optional<String> kind,
        Optional<LocalDate> day,
        ZoneId zone) {
    public LogFilter {
        priorities = Set.copyOf(priorities);
    }

    /** Everything. */
    public static LogFilter all(ZoneId zone) {
        return new LogFilter(EnumSet.allOf(AlarmPriority.class), true, Optional.empty(), Optional.empty(), zone);
    }

    /** From when on, by {@link #day}. */
    public Instant from() {
        return day.map(date -> date.atStartOfDay(zone).toInstant()).orElse(Instant.EPOCH);
    }

    /** Until when, exclusive, by {@link #day}; empty for no end. */
    public Optional<Instant> to() {
        return day.map(date -> date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public LogFilter with(AlarmPriority priority, boolean wanted) {
        Set<AlarmPriority> next = EnumSet.noneOf(AlarmPriority.class);
        next.addAll(priorities);
        if (wanted) {
            next.add(priority);
        } else {
            next.remove(priority);
        }
        return new LogFilter(next, inactivations, kind, day, zone);
    }

    public LogFilter withInactivations(boolean wanted) {
        return new LogFilter(priorities, wanted, kind, day, zone);
    }

    public LogFilter ofKind(Optional<String> wanted) {
        return new LogFilter(priorities, inactivations, wanted, day, zone);
    }

    public LogFilter on(Optional<LocalDate> wanted) {
        return new LogFilter(priorities, inactivations, kind, wanted, zone);
    }
}
