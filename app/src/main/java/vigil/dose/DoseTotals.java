package vigil.dose;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The mass given so far: of the course, of each calendar day and of the last 24 hours (clinical rules, section 3, ruling
 * A22). Fed with mass increments only, so no total ever falls (R30). Immutable.
 *
 * @param course everything since the start
 * @param days each calendar day of the ward on which mass was counted, in order
 * @param minutes what the course stood at before each minute in which mass was counted
 */
public record DoseTotals(DrugMass course, List<DayMass> days, GrowingList<MinuteMark> minutes) {
    public static final DoseTotals NONE = new DoseTotals(DrugMass.ZERO, List.of(), GrowingList.empty());
    private static final long DAY_MINUTES = Duration.ofHours(24).toMinutes();

    public record DayMass(LocalDate day, DrugMass mass) {}

    /** {@code before}: mass of the course when the session's elapsed {@code minute} began. */
    public record MinuteMark(long minute, DrugMass before) {}

    public DoseTotals {
        days = List.copyOf(days);
    }

    /** Counts {@code mass} on {@code day} at {@code elapsed} time of the session, which never goes back. */
    public DoseTotals plus(DrugMass mass, LocalDate day, Duration elapsed) {
        return mass.isZero() ? this : new DoseTotals(course.plus(mass), daysWith(mass, day), minutesAt(elapsed));
    }

    private List<DayMass> daysWith(DrugMass mass, LocalDate day) {
        List<DayMass> next = new ArrayList<>(days);
        boolean sameDay = !days.isEmpty() && !days.getLast().day().isBefore(day);
        DayMass counted = sameDay ? next.removeLast() : new DayMass(day, DrugMass.ZERO);
        next.add(new DayMass(counted.day(), counted.mass().plus(mass)));
        return next;
    }

    private GrowingList<MinuteMark> minutesAt(Duration elapsed) {
        long minute = elapsed.toMinutes();
        boolean marked = !minutes.isEmpty() && minutes.getLast().minute() >= minute;
        return marked ? minutes : minutes.with(new MinuteMark(minute, course));
    }

    public DrugMass on(LocalDate day) {
        return days.stream()
                .filter(counted -> counted.day().equals(day))
                .map(DayMass::mass)
                .findFirst()
                .orElse(DrugMass.ZERO);
    }

    /** Mass of the 24 hours before {@code elapsed}, the first minute counted whole: never less than was given. */
    public DrugMass last24h(Duration elapsed) {
        return firstMarkFrom(elapsed.toMinutes() - DAY_MINUTES)
                .map(mark -> course.minus(mark.before()))
                .orElse(DrugMass.ZERO);
    }

    private Optional<MinuteMark> firstMarkFrom(long minute) {
        int low = 0;
        int high = minutes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (minutes.get(middle).minute() < minute) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < minutes.size() ? Optional.of(minutes.get(low)) : Optional.empty();
    }
}
