package vigil.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of charted sets on a print: each must say what the set of that time says, in the order of its columns. */
final class PrintedSets {
    private static final Pattern ROW = Pattern.compile(
            "(?<due>\\+|\\d{1,3}) (?:g )?(?<clock>\\d\\d:\\d\\d)(?: [a-z]+)? (?<elapsed>\\d+:\\d\\d) AB (?<values>.*)");
    private static final Pattern MISSED = Pattern.compile("(?:0|15|30|45|60|90|120|180|240)(?: g)?(?: m){17}");
    private static final Pattern NAMED =
            Pattern.compile("(?<day>\\d{1,2} \\p{L}{3} )?(?<clock>\\d\\d:\\d\\d) AB (?:[a-z]+ )?(?<values>.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    /** What scored, behind the total: worked out from the vital signs, and adds up to the stored total. */
    private static final Pattern BANDS =
            Pattern.compile("(?<= )(\\d+)((?: (?:RR|SpO2|O2|HR|SBP|BP|T|Temp|Con) [1-4])+)");

    private static final List<String> COLUMNS = List.of(
            "sedation",
            "respiratory_rate_per_min",
            "spo2_percent",
            "oxygen_l_per_min",
            "heart_rate_per_min",
            "systolic_mmhg",
            "diastolic_mmhg",
            "temperature_cel",
            "early_warning",
            "pain_at_rest",
            "pain_moving",
            "nausea",
            "site");

    private final StoredRows stored;
    private final ZoneId zone;
    private final Map<String, Boolean> known = new HashMap<>();

    PrintedSets(StoredRows stored, ZoneId zone) {
        this.stored = stored;
        this.zone = zone;
    }

    /** The text without the rows that say what is recorded; a row that does not stays, with its numbers. */
    String withoutExplained(String text) {
        return text.lines()
                .map(line -> known.computeIfAbsent(line, this::isExplained) ? "¤\n" : line + "\n")
                .collect(Collectors.joining());
    }

    private boolean isExplained(String line) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            return sets().stream().anyMatch(set -> isDueRow(set, row));
        }
        Matcher named = NAMED.matcher(line);
        return MISSED.matcher(line).matches()
                || (named.matches() && sets().stream().anyMatch(set -> isNamed(set, named)));
    }

    private List<StoredRow> sets() {
        return stored.table("observation");
    }

    private boolean isDueRow(StoredRow set, Matcher row) {
        Instant at = stored.entered(set);
        Instant t0 = stored.only("session").instant("t0_utc");
        Duration since = Duration.between(t0, at);
        String elapsed = "%d:%02d".formatted(since.toHours(), since.toMinutesPart());
        List<String> expected = new ArrayList<>(values(set));
        expected.add(set.text("items_recalled"));
        expected.add("3");
        return at(set, "HH:mm").equals(row.group("clock"))
                && elapsed.equals(row.group("elapsed"))
                && isDue(set, row.group("due"), t0)
                && numbers(row.group("values")).equals(expected);
    }

    /** A row of the schedule is the duty that the set satisfied; another set is marked with a plus. */
    private boolean isDue(StoredRow set, String printed, Instant t0) {
        List<String> due = stored.table("duty").stream()
                .filter(duty -> duty.value("sequence").equals(set.value("sequence"))
                        && duty.value("phase").equals("P6"))
                .map(duty -> Duration.between(t0, duty.instant("due_utc")))
                .map(length -> Long.toString(length.toMinutes()))
                .toList();
        return due.isEmpty() ? printed.equals("+") : due.contains(printed);
    }

    private boolean isNamed(StoredRow set, Matcher row) {
        boolean thisDay = row.group("day") == null || at(set, "d MMM ").equals(row.group("day"));
        return thisDay
                && at(set, "HH:mm").equals(row.group("clock"))
                && (numbers(row.group("values")).equals(values(set))
                        || row.group("values").equals(effectGrades(set))
                        || withEffects(set, row.group("values")));
    }

    private boolean withEffects(StoredRow set, String printed) {
        List<String> expected = new ArrayList<>(values(set));
        ofSet("side_effect", set).filter(it -> !it.value("grade").equals(0)).forEach(it -> {
            expected.add(it.text("item").substring(1));
            expected.add(it.text("grade"));
        });
        ofSet("dissociation", set)
                .filter(it ->
                        it.value("answer").equals("YES") || it.value("answer").equals("UNSURE"))
                .forEach(it -> expected.add(it.text("item").substring(1)));
        return numbers(printed).equals(expected);
    }

    private String effectGrades(StoredRow set) {
        return ofSet("side_effect", set)
                .sorted(Comparator.comparingInt(
                        it -> Integer.valueOf(it.text("item").substring(1))))
                .map(it -> it.text("grade"))
                .collect(Collectors.joining(" "));
    }

    private Stream<StoredRow> ofSet(String table, StoredRow set) {
        return stored.table(table).stream().filter(it -> it.value("sequence").equals(set.value("sequence")));
    }

    private static List<String> values(StoredRow set) {
        return COLUMNS.stream()
                .filter(set::has)
                .map(column -> printed(column, set.decimal(column)))
                .toList();
    }

    private static String printed(String column, BigDecimal number) {
        return column.equals("temperature_cel")
                ? number.setScale(1, RoundingMode.HALF_UP).toPlainString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static List<String> numbers(String printed) {
        String plain = BANDS.matcher(printed)
                .replaceAll(bands ->
                        sum(bands.group(2)) == Integer.parseInt(bands.group(1)) ? bands.group(1) : bands.group());
        return NUMBER.matcher(plain).results().map(MatchResult::group).toList();
    }

    private static int sum(String bands) {
        return Pattern.compile(" ([1-4])(?= |$)")
                .matcher(bands)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .sum();
    }

    private String at(StoredRow set, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH)
                .format(stored.entered(set).atZone(zone));
    }
}
