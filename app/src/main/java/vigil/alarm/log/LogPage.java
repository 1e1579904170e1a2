package vigil.alarm.log;

import java.time.LocalDate;
import java.util.List;

/**
 * The rows that a filter lets through, and what there is to choose from.
 *
 * @param rows newest first, at most {@value #MOST_ROWS}
 * @param more so many older ones are left out
 * @param days of the ward on which a condition began, newest first
 * @param kinds names of all kinds that ever occurred here
 */
public record LogPage(List<LogRow> rows, long more, List<LocalDate> days, List<String> kinds) {
    public static final int MOST_ROWS = 1_000;

    public LogPage {
        rows = List.copyOf(rows);
        days = List.copyOf(days);
        kinds = List.copyOf(kinds);
    }
}
