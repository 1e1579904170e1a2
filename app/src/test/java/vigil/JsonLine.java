package vigil;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One line that {@code record --jsonl} printed. */
record JsonLine(JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static JsonLine of(String line) {
        try {
            return new JsonLine(MAPPER.readTree(line));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + line, e);
        }
    }

    static boolean isReading(String line) {
        return of(line).type().equals("reading");
    }

    static boolean isLink(String line, String state) {
        JsonLine read = of(line);
        return read.type().equals("link") && read.json.get("state").asText().equals(state);
    }

    String type() {
        return json.get("type").asText();
    }

    String text(String field) {
        return json.get(field).asText();
    }

    boolean isNull(String field) {
        return json.get(field).isNull();
    }

    Instant at() {
        return Instant.parse(text("at"));
    }

    BigDecimal number(String field) {
        return new BigDecimal(text(field));
    }

    List<String> fields() {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
