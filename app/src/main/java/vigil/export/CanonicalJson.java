package vigil.export;

import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * JSON in the canonical form of RFC 8785: no white space, keys in UTF-16 order, the shortest escapes. Decimals and times
 * are written as strings, so that no reader rounds them; an absent value is null.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    /**
     * Writes maps with text keys, collections, texts, whole numbers, booleans, and what stands for a text.
     *
     * @throws IllegalArgumentException for a type without a canonical form here
     */
    static String write(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(CanonicalJson::write).orElse("null");
            case Map<?, ?> map -> object(map);
            case Collection<?> items ->
                items.stream().map(CanonicalJson::write).collect(Collectors.joining(",", "[", "]"));
            case Integer whole -> whole.toString();
            case Boolean flag -> flag.toString();
            case String text -> quoted(text);
            case BigDecimal decimal -> quoted(decimal.toPlainString());
            case Enum<?> constant -> quoted(constant.name());
            case TemporalAccessor time -> quoted(time.toString());
            default -> throw new IllegalArgumentException("no canonical form for " + value.getClass());
        };
    }

    private static String object(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(key.toString(), value));
        return sorted.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + write(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(unit -> escape(out, (char) unit));
        return out.append('"').toString();
    }

    private static void escape(StringBuilder out, char unit) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> {
                if (unit < ' ') {
                    out.append("\\u00")
                            .append(Character.forDigit(unit >> 4, 16))
                            .append(Character.forDigit(unit & 15, 16));
                } else {
                    out.append(unit);
                }
            }
        }
    }
}
