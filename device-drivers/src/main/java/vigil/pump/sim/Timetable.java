package vigil.pump.sim;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Moment;

/** What happens to a simulated pump and when, for example an occlusion after 30 s. Not thread-safe. */
public final class Timetable {
    /**
     * One thing that happens.
     *
     * @param at since the start
     * @param action given the moment at which it happens
     */
    public record Entry(Duration at, Consumer<Moment> action) {
        private static final Pattern ALARM = Pattern.compile("([a-z-]+)@([0-9]{1,7})");

        /** An alarm of {@code pump} as typed, {@code NAME@SECOND}; a wrong text is refused naming what is expected. */
        public static Entry alarm(String text, SimulatedPump pump) {
            Matcher parts = ALARM.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("alarm \"%s\" is not NAME@SECOND".formatted(text));
            }
            SimulatedAlarm alarm = SimulatedAlarm.named(parts.group(1));
            return new Entry(Duration.ofSeconds(Long.parseLong(parts.group(2))), now -> pump.raise(alarm, now));
        }
    }

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
