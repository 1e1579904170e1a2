package vigil.store;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Numbers that say how many, which one or which grade: by the words beside them, with what may stand there. */
final class PrintedCounts {
    private final StoredRows stored;

    private PrintedCounts(StoredRows stored) {
        this.stored = stored;
    }

    /** Patterns with the number as their first group. */
    static Map<Pattern, Set<String>> of(StoredRows stored) {
        return new PrintedCounts(stored).all();
    }

    private Map<Pattern, Set<String>> all() {
        Map<Pattern, Set<String>> all = new LinkedHashMap<>();
        put(all, "Segments (\\d+)", Set.of(rows("segment")));
        put(all, "(?:Pauses|Pauses for\\s+side effects:) (\\d+), ", Set.of(rows("pause")));
        put(all, "Physician calls (\\d+)", Set.of(entries("PHYSICIAN_DIRECTED")));
        put(all, "Rules set aside (\\d+)", Set.of(entries("OVERRIDE_RECORDED")));
        put(all, "Observation sets (\\d+)", Set.of(rows("observation")));
        put(all, "Gaps in pump data (\\d+)", Set.of(rows("gap")));
        put(all, "Checks of pump and line: (\\d+)", Set.of(rows("pump_check")));
        put(all, "Emergencies raised: (\\d+)", Set.of(entries("CONCERN_RAISED")));
        put(all, "(\\d+)\\s+substances", Set.of("2"));
        put(all, "S2 (?:grade )?(\\d)", texts("side_effect", "grade"));
        put(all, "severity (\\d+\\.\\d+)(?= before)", texts("outcome_score", "bpi_severity"));
        put(all, "(?<=before, )(\\d+(?:\\.\\d+)?) after", scores());
        put(all, "interference (\\d+\\.\\d+)(?= before)", texts("outcome_score", "bpi_interference"));
        put(all, "PSEQ (\\d+)(?= before)", texts("outcome_score", "pseq"));
        put(all, "heart rate per min was (\\d+)", texts("amendment", "old_value"));
        put(all, "(?<=, )is (\\d+)\\.", texts("amendment", "new_value"));
        put(all, "(?m)^(?:✓ )?(\\d) (?=¤|No|Early|Rows|GP)", texts("gate_line", "number"));
        put(all, "(?:met|NOT MET|open) (\\S*\\d\\S*)$", texts("gate_line", "rests_on"));
        put(all, "GATE NOT MET: line (\\d) open", closed());
        put(all, "(?m)^(\\d) ¤ (?:¤|–) \\p{L}", texts("segment", "number"));
        put(all, "\\brow (15|30|45|60|90|120|180|240)\\b", Set.of("15", "30", "45", "90", "120", "180"));
        put(all, "\\+(\\d+) more", leftOut());
        put(all, "\\(R(\\d+):", rules());
        put(all, "Program (\\d+\\.\\d+\\.\\d+)", texts("session", "program_version"));
        entriesByKind().forEach((kind, count) -> put(all, "\\b" + kind + " (\\d+)", Set.of(count)));
        return all;
    }

    private static void put(Map<Pattern, Set<String>> all, String regex, Set<String> expected) {
        all.put(Pattern.compile("(?m)" + regex.replace(" ", "\\s+")), expected);
    }

    private String rows(String table) {
        return Integer.toString(stored.table(table).size());
    }

    private String entries(String action) {
        return Long.toString(stored.table("entry").stream()
                .filter(entry -> entry.value("action").equals(action))
                .count());
    }

    private Map<String, String> entriesByKind() {
        Map<String, String> kinds = new HashMap<>();
        stored.table("entry").stream()
                .map(entry -> entry.text("action"))
                .distinct()
                .forEach(action ->
                        kinds.put(action.toLowerCase(java.util.Locale.ROOT).replace('_', ' '), entries(action)));
        return kinds;
    }

    private Set<String> texts(String table, String column) {
        return stored.table(table).stream()
                .filter(row -> row.has(column))
                .map(row -> row.text(column))
                .collect(Collectors.toSet());
    }

    private Set<String> scores() {
        return Stream.of("bpi_severity", "bpi_interference", "pseq")
                .flatMap(column -> texts("outcome_score", column).stream())
                .collect(Collectors.toSet());
    }

    /** The rules that conditions rest on. */
    private Set<String> rules() {
        return stored.table("alarm").stream()
                .map(alarm -> alarm.text("text"))
                .filter(text -> text.matches("R\\d+\\b.*"))
                .map(text -> text.split("\\D+")[1])
                .collect(Collectors.toSet());
    }

    /** How many lines of a list a sheet may leave out when it shows eight, four, two or one of them. */
    private Set<String> leftOut() {
        return Stream.of("alarm", "gap", "rate_order", "note", "care_entry", "pause")
                .map(table -> stored.table(table).size())
                .flatMap(size -> Stream.of(size - 8, size - 4, size - 2, size - 1))
                .filter(more -> more > 0)
                .map(more -> Integer.toString(more))
                .collect(Collectors.toSet());
    }

    private Set<String> closed() {
        return stored.table("gate_line").stream()
                .filter(line -> line.value("met").equals(false))
                .filter(line -> !List.of("8", "9").contains(line.text("number")))
                .map(line -> line.text("number"))
                .collect(Collectors.toSet());
    }
}
