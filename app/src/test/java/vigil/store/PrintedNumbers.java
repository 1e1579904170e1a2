package vigil.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The numbers of a print that nothing in the session database explains. A number is explained by what it is printed as: a
 * time by a time of the record, a mass by a mass, a row of observations by that set's values in their order. Never by
 * a value of another kind that happens to look alike. Not thread-safe: strikes out one text at a time.
 */
final class PrintedNumbers {
    private static final Pattern ANY = Pattern.compile("\\S*\\d\\S*");
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    /** What the columns are called that hold a unit. */
    private static final Map<String, String> COLUMNS = Map.of(
            "mg/kg/h", "mg_per_kg_per_h",
            "mg/kg", "mg_per_kg",
            "mg/h", "mg_per_h",
            "mg/mL", "mg_per_ml",
            "mL/h", "ml_per_h",
            "mg", "mg",
            "mL", "ml",
            "kg", "kg");

    /** Tables whose rows are numbered, each row by a greater number than the one before: entries, the gate, segments. */
    private static final List<Pattern> NUMBERED = List.of(
            Pattern.compile("(?m)^(\\d+) \\d{1,2} \\p{L}{3} \\d\\d:\\d\\d (?=[a-z])"),
            Pattern.compile("(?m)^(?:✓ )?(\\d) (?=\\p{Lu}.*(?: met | NOT MET | open ))"),
            Pattern.compile("(?m)^(\\d) \\d{1,2} \\p{L}{3} \\d\\d:\\d\\d (?=\\d|–)"));

    private final StoredRows stored;
    private final DerivedValues derived;
    private final ZoneId zone;
    private final PrintedSets sets;
    private final PrintedPlots plots;
    private final List<Step> steps = new ArrayList<>();

    /** What the pattern finds is struck out; what is not so in the record is unexplained. */
    private record Step(Pattern pattern, Predicate<MatchResult> explained) {
        String strike(String text, List<String> unexplained) {
            return pattern.matcher(text).replaceAll(match -> {
                if (!explained.test(match)) {
                    unexplained.add(match.group().replaceAll("\\s+", " "));
                }
                return " ¤ ";
            });
        }
    }

    /**
     * @param printedAt which every print says as well
     * @param contentHash of the 4-hour record as it stands
     * @param print only what of the entered texts stands in it is looked for
     */
    PrintedNumbers(StoredRows stored, Instant printedAt, String contentHash, String print) {
        this.stored = stored;
        this.derived = new DerivedValues(stored, printedAt);
        this.zone = ZoneId.of(stored.only("session").text("zone"));
        this.sets = new PrintedSets(stored, zone);
        this.plots = new PrintedPlots(stored);
        pages(print);
        hashes(contentHash);
        FixedTexts.ALL.forEach(fixed -> strike(fixed, _ -> true));
        texts(print.replaceAll("\\s+", " "));
        entries();
        times();
        alarms();
        lengths();
        quantities();
        PrintedCounts.of(stored)
                .forEach((pattern, expected) -> strike(pattern, match -> expected.contains(match.group(1))));
        strike(ANY, _ -> false);
    }

    /** @param print the text of its pages, line by line */
    List<String> unexplained(String print) {
        List<String> unexplained = new ArrayList<>();
        NUMBERED.forEach(rows -> unexplained.addAll(notInOrder(rows, print)));
        String text = plots.withoutExplained(sets.withoutExplained(print));
        for (Step step : steps) {
            text = step.strike(text, unexplained);
        }
        return unexplained;
    }

    private static List<String> notInOrder(Pattern rows, String print) {
        List<String> wrong = new ArrayList<>();
        long before = -1;
        for (MatchResult row : rows.matcher(print).results().toList()) {
            long number = Long.parseLong(row.group(1));
            if (number <= before) {
                wrong.add(number + " after " + before);
            }
            before = number;
        }
        return wrong;
    }

    private void strike(Pattern pattern, Predicate<MatchResult> explained) {
        steps.add(new Step(pattern, explained));
    }

    /** As many as there are, each once. */
    private void pages(String print) {
        Pattern page = Pattern.compile("Page (\\d) of (\\d)");
        long pages = page.matcher(print).results().count();
        strike(page, match -> Long.parseLong(match.group(2)) == pages && Long.parseLong(match.group(1)) <= pages);
    }

    private void hashes(String contentHash) {
        Set<String> whole = Stream.concat(stored.column("hash").map(Object::toString), Stream.of(contentHash))
                .collect(Collectors.toSet());
        strike(
                Pattern.compile("(?:[0-9a-f]{8} ){7}[0-9a-f]{8}"),
                match -> whole.contains(match.group().replace(" ", "")));
        strike(
                Pattern.compile("(?<![0-9a-f])[0-9a-f]{8}(?![0-9a-f])"),
                match -> whole.stream()
                        .anyMatch(hash -> hash.startsWith(match.group()) || hash.endsWith(match.group())));
    }

    /**
     * What conditions rest on stands as one text in the record; prints put words and signs between its figures, and may cut
     * it short with an ellipsis, but never change one.
     */
    private void alarms() {
        stored.table("alarm").stream()
                .map(alarm -> alarm.text("text"))
                .filter(said -> said.chars().anyMatch(Character::isDigit))
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(PrintedNumbers::figures)
                .forEach(figures -> strike(Pattern.compile(figures), _ -> true));
    }

    private static String figures(String said) {
        List<String> figures = Stream.of(said.trim().split("[^0-9.:]+"))
                .filter(part -> part.matches(".*\\d.*"))
                .map(part -> part.replaceAll("(.)", "\\\\Q$1\\\\E(?:[^0-9]*\\n)?"))
                .toList();
        if (figures.size() == 1) {
            return Pattern.quote("(" + said.strip() + ")");
        }
        String rest = "(?![0-9.:])";
        for (int i = figures.size() - 1; i > 0; i--) {
            rest = "(?:[^0-9]{0,40}…|[^0-9]{1,60}" + figures.get(i) + rest + ")";
        }
        return "(?<=[RSDP=])" + figures.getFirst() + rest;
    }

    /** Notes, reasons, names: as they were entered. */
    private void texts(String print) {
        stored.texts()
                .filter(entered -> entered.length() > 2 && entered.chars().anyMatch(Character::isDigit))
                .filter(entered ->
                        print.contains(entered.replaceAll("\\s+", " ").strip()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(entered -> Stream.of(entered.trim().split("\\s+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("\\s+", "(?<![0-9.:/])", "(?![0-9.:])")))
                .forEach(entered -> strike(Pattern.compile(entered), _ -> true));
    }

    private void entries() {
        strike(
                Pattern.compile("(?m)^(\\d+) (\\d{1,2} \\p{L}{3} \\d\\d:\\d\\d)(?= [a-z])"),
                match -> stored.table("entry").stream()
                        .anyMatch(entry -> entry.text("sequence").equals(match.group(1))
                                && shown(entry.instant("at_utc"), "d MMM HH:mm").equals(match.group(2))));
        strike(
                Pattern.compile("[jJ]ournal (\\d+)"),
                match -> stored.only("projection").text("sequence").equals(match.group(1)));
    }

    private void times() {
        time("\\d{1,2} \\p{L}{3} \\d{4} \\d\\d:\\d\\d:\\d\\d [+-]\\d\\d:\\d\\d", "d MMM uuuu HH:mm:ss xxx");
        time("\\p{L}{3} \\d{1,2} \\p{L}{3} \\d{4} \\d\\d:\\d\\d [+-]\\d\\d:\\d\\d", "EEE d MMM uuuu HH:mm xxx");
        time("\\d{1,2} \\p{L}{3} \\d\\d:\\d\\d", "d MMM HH:mm");
        time("(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \\d\\d:\\d\\d(?!:\\d)", "EEE HH:mm");
        time("(?<![0-9:])[0-2]\\d:\\d\\d:\\d\\d", "HH:mm:ss");
        date("\\d{1,2} (?:Jan|Feb|Mar|Apr) \\d{4}", "d MMM uuuu");
        date("\\d{1,2} (?:Jan|Feb|Mar|Apr)\\b", "d MMM");
        time("(?<![0-9:])\\d\\d:\\d\\d(?!:\\d)", "HH:mm");
    }

    private void time(String regex, String pattern) {
        Set<String> known = derived.instants().map(at -> shown(at, pattern)).collect(Collectors.toSet());
        oneOf(regex, known);
    }

    private String shown(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(zone));
    }

    private void date(String regex, String pattern) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
        Stream<LocalDate> dates = Stream.concat(
                stored.dates(), derived.instants().map(at -> at.atZone(zone).toLocalDate()));
        oneOf(regex, dates.map(format::format).collect(Collectors.toSet()));
    }

    private void oneOf(String regex, Set<String> known) {
        strike(
                Pattern.compile(regex.replace(" ", "\\s+")),
                match -> known.contains(match.group().replaceAll("\\s+", " ")));
    }

    private void lengths() {
        strike(
                Pattern.compile("(?<![0-9:.])(\\d+):(\\d\\d)(?= h)"),
                match -> derived.lengths().anyMatch(length -> isLength(length, match)));
        strike(
                Pattern.compile("day (\\d+), hour (\\d+\\.\\d)"),
                match -> derived.courseTimes()
                        .anyMatch(at -> derived.day(at, zone) == Integer.parseInt(match.group(1))
                                && hours(derived.sinceStart(at)).equals(match.group(2))));
        strike(
                Pattern.compile("(?<=\\()(\\d+\\.\\d)(?= h\\))"),
                match -> hours(derived.sinceStart(derived.t0().orElseThrow())).equals(match.group(1)));
        strike(
                Pattern.compile("(\\d+)/(\\d+) min"),
                match -> derived.observedMinutes().equals(match.group(1))
                        && derived.observationMinutes().equals(match.group(2)));
        strike(
                Pattern.compile("value (\\d+) s old"),
                match -> derived.ageSeconds().equals(match.group(1)));
    }

    private static boolean isLength(Duration length, MatchResult printed) {
        return length.toHours() == Long.parseLong(printed.group(1))
                && length.toMinutesPart() == Integer.parseInt(printed.group(2));
    }

    private static String hours(Duration length) {
        return BigDecimal.valueOf(length.toSeconds())
                .divide(SECONDS_PER_HOUR, 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void quantities() {
        strike(
                Pattern.compile("(?<=Highest\\s|when:\\s)(0\\.\\d{3})\\s+mg/kg/h(?=,\\s+¤)"),
                match -> stored.decimals("max_mg_per_kg_per_h").anyMatch(it -> isAbout(it, match.group(1))));
        strike(
                Pattern.compile("(\\d+\\.?\\d*)(?:–| to )(\\d+\\.?\\d*)\\s+mg/kg/h(?!/)"),
                match -> stored.table("rate_order").stream()
                        .anyMatch(order -> order.decimalIfAny("lowest_mg_per_kg_per_h")
                                        .filter(it -> isAbout(it, match.group(1)))
                                        .isPresent()
                                && order.decimalIfAny("highest_mg_per_kg_per_h")
                                        .filter(it -> isAbout(it, match.group(2)))
                                        .isPresent()));
        strike(
                Pattern.compile("(?<![0-9.])(\\d+\\.?\\d*)\\s+(mg/d)\\b"),
                match -> derived.opioidMgPerDay().anyMatch(it -> isAbout(it, match.group(1))));
        strike(
                Pattern.compile(
                        "(?<![0-9.])(?<!Highest\\s)(?<!when:\\s)(\\d+\\.?\\d*)\\s+(mg/kg/h|mg/kg|mg/h|mg/mL|mL/h|mg|mL|kg)(?![\\p{L}/])"),
                match -> derived.decimals(COLUMNS.getOrDefault(match.group(2), ""))
                        .anyMatch(it -> isAbout(it, match.group(1))));
        strike(
                Pattern.compile("(?m)(?<=^)(0\\.\\d{3}) State"),
                match -> derived.latestDose()
                        .filter(it -> isAbout(it, match.group(1)))
                        .isPresent());
    }

    /** Printed with its decimals, half up. */
    private static boolean isAbout(BigDecimal value, String printed) {
        BigDecimal number = new BigDecimal(printed);
        return value.setScale(number.scale(), RoundingMode.HALF_UP).compareTo(number) == 0;
    }
}
