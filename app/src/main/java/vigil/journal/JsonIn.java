package vigil.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object read back from an entry; the counterpart of {@link JsonOut}. A missing or misshapen field is an
 * {@link IllegalArgumentException} that names it.
 */
record JsonIn(JsonNode node) {

    String text(String name) {
        return required(name).asText();
    }

    Optional<String> textIfAny(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
    }

    List<String> texts(String name) {
        return required(name).valueStream().map(JsonNode::asText).toList();
    }

    BigDecimal decimal(String name) {
        return new BigDecimal(text(name));
    }

    Optional<BigDecimal> decimalIfAny(String name) {
        return textIfAny(name).map(BigDecimal::new);
    }

    int number(String name) {
        return required(name).asInt();
    }

    Optional<Integer> numberIfAny(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asInt);
    }

    long longNumber(String name) {
        return longIfAny(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<Long> longIfAny(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asLong);
    }

    boolean flag(String name) {
        return required(name).asBoolean();
    }

    Optional<Boolean> flagIfAny(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::asBoolean);
    }

    Optional<Duration> secondsIfAny(String name) {
        return decimalIfAny(name).map(JsonIn::duration);
    }

    private static Duration duration(BigDecimal seconds) {
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValueExact();
        return Duration.ofSeconds(whole.longValueExact(), nanos);
    }

    <E extends Enum<E>> E word(String name, Class<E> words) {
        return Enum.valueOf(words, text(name));
    }

    <E extends Enum<E>> Optional<E> wordIfAny(String name, Class<E> words) {
        return textIfAny(name).map(word -> Enum.valueOf(words, word));
    }

    <E extends Enum<E>> Set<E> words(String name, Class<E> words) {
        Set<E> found = EnumSet.noneOf(words);
        texts(name).forEach(word -> found.add(Enum.valueOf(words, word)));
        return found;
    }

    /** An empty set where the field is missing: entries from before it existed have none. */
    <E extends Enum<E>> Set<E> wordsIfAny(String name, Class<E> words) {
        return node.has(name) ? words(name, words) : EnumSet.noneOf(words);
    }

    <E extends Enum<E>> Map<E, Integer> numbersByWord(String name, Class<E> words) {
        Map<E, Integer> found = new EnumMap<>(words);
        required(name)
                .propertyStream()
                .forEach(each -> found.put(
                        Enum.valueOf(words, each.getKey()), each.getValue().asInt()));
        return found;
    }

    <E extends Enum<E>, W extends Enum<W>> Map<E, W> wordsByWord(String name, Class<E> words, Class<W> values) {
        Map<E, W> found = new EnumMap<>(words);
        required(name)
                .propertyStream()
                .forEach(each -> found.put(
                        Enum.valueOf(words, each.getKey()),
                        Enum.valueOf(values, each.getValue().asText())));
        return found;
    }

    JsonIn object(String name) {
        return new JsonIn(required(name));
    }

    List<JsonIn> objects(String name) {
        return required(name).valueStream().map(JsonIn::new).toList();
    }

    Optional<JsonIn> objectIfAny(String name) {
        return Optional.ofNullable(node.get(name)).map(JsonIn::new);
    }

    private JsonNode required(String name) {
        JsonNode found = node.get(name);
        if (found == null) {
            throw new IllegalArgumentException("field '%s' is missing".formatted(name));
        }
        return found;
    }
}
