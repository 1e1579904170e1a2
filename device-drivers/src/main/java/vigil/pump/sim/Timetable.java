package vigil.pump.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import vigil.pump.Moment;

/** What happens to a simulated pump and when, for example an occlusion after 30 s. Not thread-safe. */
public final class Timetable {
    /**
     * One thing that happens.
     *
     * @param at since the start
     * @param action given the moment at which it happens
     */
    public record Entry(Duration at, Consumer<Moment> action) {}

    private final Deque<Entry> ahead;
    private final Moment start;

    /** Entries in any order, counted from {@code start}. */
    public Timetable(List<Entry> entries, Moment start) {
        this.ahead = new ArrayDeque<>(
                entries.stream().sorted(Comparator.comparing(Entry::at)).toList());
        this.start = start;
    }

    /** Lets happen, each at its own moment, whatever is due by {@code now}. */
    public void runUntil(Moment now) {
        while (!ahead.isEmpty() && ahead.element().at().compareTo(now.since(start)) <= 0) {
            Entry entry = ahead.remove();
            entry.action().accept(start.plus(entry.at()));
        }
    }
}
