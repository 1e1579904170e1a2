package vigil.trace;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a person meets a rule: the conditions of the alarm region, and places that are no condition. */
final class Shown {
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("R1", "set-up: what is missing"),
            Map.entry("R2", "set-up: what is missing"),
            Map.entry("R3", "set-up: what is missing"),
            Map.entry("R19", "set-up: what is missing"),
            Map.entry("R14", "four-hour card and record: the gate"),
            Map.entry("R18", "order of the alarm region"),
            Map.entry("R30", "cumulative gauge, every total in print"),
            Map.entry("R32", "audit in record and database"),
            Map.entry("R33", "alarm region: raised again"),
            Map.entry("R34", "marks on every print"));

    private final String kinds;

    Shown(TracedSources sources) {
        this.kinds = sources.text("alarm.AlarmKind");
    }

    String as(String label) {
        Pattern kind = Pattern.compile(
                "/\\*\\* [^*]*\\b%s\\b[^*]*\\*/\\s+(\\w+)\\(CatalogueRow\\.(C\\d\\d)\\)".formatted(label));
        List<String> conditions =
                kind.matcher(kinds).results().map(Shown::condition).toList();
        return String.join(
                ", ",
                Stream.concat(conditions.stream(), Stream.ofNullable(ELSEWHERE.get(label)))
                        .toList());
    }

    private static String condition(MatchResult found) {
        return found.group(1) + " (" + found.group(2) + ")";
    }
}
