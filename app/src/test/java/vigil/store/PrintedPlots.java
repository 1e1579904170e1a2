package vigil.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What stands beside a drawing: fixed scales of the vital signs, and scales that follow from the highest value drawn. */
final class PrintedPlots {
    /** The scales of the five panels and the letters of their bands, from top to bottom as they are extracted. */
    private static final String VITAL_SIGNS = String.join(
            "\n",
            List.of(
                    ("Sedation 3 E,2,0–3 1,0,RR E,4,/min 30 2,20 1,10 1,E,SpO2 95,% 90 1,85 2,4,HR 150 E,4,/min 3,100 2,1,50 2,E,"
                                    + "Systolic 200 4,2,mmHg 1,150,1,100 2,4,E,min from t0 0 15 30 45 60 90 120 180 240,")
                            .split(",", -1)));

    private static final String COURSE = "right), whole course";
    private static final List<BigDecimal> NICE =
            Stream.of("1", "2", "2.5", "5", "10").map(BigDecimal::new).toList();
    private static final BigDecimal HEADROOM = new BigDecimal("1.15");

    private final Set<String> labels = new HashSet<>(Set.of("g", "gg"));

    PrintedPlots(StoredRows stored) {
        labels.addAll(labels(highest(stored, "mg_per_kg_per_h", new BigDecimal("0.05"))));
        labels.addAll(labels(highest(stored, "cumulative_mg", BigDecimal.ONE)));
        labels.addAll(hours(stored));
    }

    /** The full hours of the course; midnight has the day before it. */
    private static Set<String> hours(StoredRows stored) {
        ZoneId zone = ZoneId.of(stored.only("session").text("zone"));
        Instant last = stored.table("minute_point").getLast().instant("at_utc");
        Set<String> hours = new HashSet<>();
        Instant at = stored.table("minute_point").getFirst().instant("at_utc").truncatedTo(ChronoUnit.HOURS);
        for (; !at.isAfter(last); at = at.plus(1, ChronoUnit.HOURS)) {
            String hour =
                    DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).format(at.atZone(zone));
            hours.addAll(hour.endsWith("00:00") ? List.of(hour.split(" ")) : List.of(hour.substring(4)));
        }
        return hours;
    }

    String withoutExplained(String text) {
        String rest = text.replace(VITAL_SIGNS, "¤\n");
        int from = rest.lastIndexOf(COURSE);
        return from < 0 ? rest : withoutCourse(rest, rest.indexOf('\n', from) + 1);
    }

    /** The lines below the title that hold nothing but labels of both scales. */
    private String withoutCourse(String text, int from) {
        int to = from;
        int end = text.indexOf('\n', to);
        while (end > 0 && List.of(text.substring(to, end).split(" ")).stream().allMatch(labels::contains)) {
            to = end + 1;
            end = text.indexOf('\n', to);
        }
        return text.substring(0, from) + text.substring(to);
    }

    private static BigDecimal highest(StoredRows stored, String column, BigDecimal least) {
        return stored.table("minute_point").stream()
                .flatMap(point -> point.decimalIfAny(column).stream())
                .reduce(least, BigDecimal::max);
    }

    /** Multiples of the first of 1, 2, 2.5 and 5 times a power of ten that needs no more than three of them. */
    private static List<String> labels(BigDecimal highest) {
        BigDecimal top = highest.multiply(HEADROOM);
        BigDecimal magnitude = new BigDecimal("0.001");
        while (magnitude.multiply(BigDecimal.valueOf(30)).compareTo(top) <= 0) {
            magnitude = magnitude.movePointRight(1);
        }
        List<String> labels = new ArrayList<>();
        BigDecimal scale = magnitude;
        BigDecimal step = NICE.stream()
                .map(scale::multiply)
                .filter(it -> it.multiply(BigDecimal.valueOf(3)).compareTo(top) >= 0)
                .findFirst()
                .orElseThrow();
        for (BigDecimal at = BigDecimal.ZERO; at.compareTo(top) <= 0; at = at.add(step)) {
            labels.add(at.signum() == 0 ? "0" : at.stripTrailingZeros().toPlainString());
        }
        return labels;
    }
}
