package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vigil.look.Words;

/**
 * What a prompt rests on, as the record holds it in one line ({@code R16 S2 0 to 2 event-number 1}), set out for a
 * reader: rule, then each figure with what it is, sums with their result. No figure is changed, left out or added.
 */
record BasisText(Words words) {
    private static final Pattern RULE = Pattern.compile("R\\d{1,2}");
    private static final Pattern ITEM = Pattern.compile("[SD]\\d{1,2}");
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d.:]*");
    private static final Pattern CLOCK = Pattern.compile("\\d+:\\d\\d:\\d\\d");
    private static final Set<String> UNITS = Set.of("mL/h", "mg/mL", "mg/h", "mg/kg/h", "kg", "mL", "s");
    private static final Pattern SUM = Pattern.compile(" [×÷−] ");

    /** {@code R16: S2 0 to 2; Side-effect event number 1}. */
    String of(String stored) {
        List<String> parts = new ArrayList<>(List.of(""));
        String before = "";
        for (String token : stored.strip().split(" +")) {
            Optional<String> label = words.find("basis." + token);
            if (label.isPresent() || (ITEM.matcher(token).matches() && !before.isEmpty())) {
                parts.add(label.orElse(token));
            } else {
                follow(parts, before, token);
            }
            before = token;
        }
        return joined(parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    /** A number behind a unit is the result of the sum before it, or begins the next one. */
    private static void follow(List<String> parts, String before, String token) {
        boolean number = NUMBER.matcher(token).matches();
        String last = parts.getLast();
        if (number && UNITS.contains(before)) {
            boolean result = SUM.matcher(last).find() && !last.contains(" = ");
            if (!result) {
                parts.add(token);
                return;
            }
            append(parts, "= " + token);
        } else if (number && CLOCK.matcher(before).matches()) {
            append(parts, "/ " + token);
        } else {
            append(parts, token);
            if (RULE.matcher(token).matches() && parts.size() == 1 && before.isEmpty()) {
                parts.add("");
            }
        }
    }

    private static void append(List<String> parts, String token) {
        String last = parts.removeLast();
        parts.add(last.isEmpty() ? token : last + " " + token);
    }

    private static String joined(List<String> parts) {
        boolean rule = parts.size() > 1 && RULE.matcher(parts.getFirst()).matches();
        return rule
                ? parts.getFirst() + ": " + String.join("; ", parts.subList(1, parts.size()))
                : String.join("; ", parts);
    }
}
