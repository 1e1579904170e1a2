package vigil.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One JSON object as it is written into an entry. Equal values always give equal bytes: fields in the order of the calls,
 * sets and maps sorted, decimals as text. An absent value leaves its field out. Used by one thread.
 */
final class JsonOut {
    private static final int NO_LIMIT = 0;
    private static final int ASCII = 127;

    private final JsonGenerator json;

    JsonOut(JsonGenerator json) {
        this.json = json;
    }

    /** The fields of a nested object. */
    interface Fields {
        void write(JsonOut out) throws IOException;
    }

    void text(String name, String value) throws IOException {
        json.writeFieldName(name);
        text(value);
    }

    void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        }
    }

    void texts(String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            text(value);
        }
        json.writeEndArray();
    }

    /** The digits as they are, trailing zeros included; an exponent only where the number was made with one. */
    void decimal(String name, BigDecimal value) throws IOException {
        json.writeStringField(name, value.scale() < 0 ? value.toString() : value.toPlainString());
    }

    void decimal(String name, Optional<BigDecimal> value) throws IOException {
        if (value.isPresent()) {
            decimal(name, value.get());
        }
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void number(String name, Optional<? extends Number> value) throws IOException {
        if (value.isPresent()) {
            number(name, value.get().longValue());
        }
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    void flag(String name, Optional<Boolean> value) throws IOException {
        if (value.isPresent()) {
            flag(name, value.get());
        }
    }

    /** Exact: a number if the seconds are whole, as pumps report them; otherwise a decimal as text. */
    void seconds(String name, Optional<Duration> value) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        Duration length = value.get();
        if (length.toNanosPart() == 0) {
            number(name, length.toSeconds());
        } else {
            decimal(name, BigDecimal.valueOf(length.toNanosPart(), 9).add(BigDecimal.valueOf(length.toSeconds())));
        }
    }

    void word(String name, Enum<?> value) throws IOException {
        json.writeStringField(name, value.name());
    }

    void word(String name, Optional<? extends Enum<?>> value) throws IOException {
        if (value.isPresent()) {
            word(name, value.get());
        }
    }

    <E extends Enum<E>> void words(String name, Collection<E> values) throws IOException {
        texts(name, new TreeSet<>(values).stream().map(Enum::name).toList());
    }

    <E extends Enum<E>> void numbersByWord(String name, Map<E, Integer> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : new TreeMap<>(values).entrySet()) {
            number(entry.getKey().name(), entry.getValue());
        }
        json.writeEndObject();
    }

    <E extends Enum<E>, W extends Enum<W>> void wordsByWord(String name, Map<E, W> values) throws IOException {
        json.writeObjectFieldStart(name);
        for (var entry : new TreeMap<>(values).entrySet()) {
            word(entry.getKey().name(), entry.getValue());
        }
        json.writeEndObject();
    }

    void object(String name, Fields fields) throws IOException {
        json.writeObjectFieldStart(name);
        fields.write(this);
        json.writeEndObject();
    }

    /** A list of nested objects, in their order. */
    void objects(String name, List<? extends Fields> objects) throws IOException {
        json.writeArrayFieldStart(name);
        for (Fields fields : objects) {
            json.writeStartObject();
            fields.write(this);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** UTF-8 has no form for half a surrogate pair; such a text is escaped so that it comes back as it was. */
    private void text(String value) throws IOException {
        json.setHighestNonEscapedChar(hasHalfPair(value) ? ASCII : NO_LIMIT);
        json.writeString(value);
    }

    private static boolean hasHalfPair(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                return value.codePoints().anyMatch(JsonOut::isHalfPair);
            }
        }
        return false;
    }

    private static boolean isHalfPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
