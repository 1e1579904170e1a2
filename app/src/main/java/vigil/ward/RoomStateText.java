package vigil.ward;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vigil.ward.RoomState.Condition;
import vigil.ward.RoomState.Course;
import vigil.ward.RoomState.Dose;
import vigil.ward.RoomState.Due;
import vigil.ward.RoomState.Last;
import vigil.ward.RoomState.Line;
import vigil.ward.RoomState.Observed;
import vigil.ward.RoomState.Who;

/**
 * A room's state as JSON and back: numbers as text, times in UTC, spans in milliseconds, what is absent left out. A field
 * that this version does not know is passed over, so that stations and bedsides may differ in age.
 */
final class RoomStateText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_DIGITS = 40;
    /** A bedside's clock may be wrong; sums with times beyond these would fail. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private RoomStateText() {}

    static String write(RoomState state) {
        ObjectNode out = JSON.createObjectNode();
        out.put("at", state.at().toString());
        out.put("sequence", state.sequence());
        out.put("simulated", state.simulated());
        out.put("recording", state.recording());
        state.patient().ifPresent(who -> write(who, out.putObject("patient")));
        write(state.course(), out.putObject("course"));
        write(state.dose(), out.putObject("dose"));
        ArrayNode conditions = out.putArray("conditions");
        state.conditions().forEach(it -> write(it, conditions.addObject()));
        ArrayNode due = out.putArray("due");
        state.due()
                .forEach(it -> due.addObject()
                        .put("what", it.what())
                        .put("at", it.at().toString())
                        .put("overdueFrom", it.overdueFrom().toString()));
        state.observed().ifPresent(it -> write(it, out.putObject("observed")));
        return out.toString();
    }

    private static void write(Who who, ObjectNode out) {
        out.put("session", who.session())
                .put("name", who.name())
                .put("mrn", who.mrn())
                .put("born", who.born());
    }

    private static void write(Course course, ObjectNode out) {
        out.put("phase", course.phase()).put("induction", course.induction()).put("missing", course.missing());
        course.day().ifPresent(it -> out.put("day", it));
        course.observed().ifPresent(it -> out.put("observedMs", it.toMillis()));
        course.paused().ifPresent(it -> out.put("pausedMs", it.toMillis()));
    }

    private static void write(Dose dose, ObjectNode out) {
        dose.rate().ifPresent(it -> out.put("rate", it.toPlainString()));
        dose.last()
                .ifPresent(it -> out.putObject("last")
                        .put("rate", it.rate().toPlainString())
                        .put("at", it.at().toString()));
        dose.readingAge().ifPresent(it -> out.put("readingAgeMs", it.toMillis()));
        out.put("stale", dose.stale()).put("aboveMaximum", dose.aboveMaximum());
        dose.emptyAt().ifPresent(it -> out.put("emptyAt", it.toString()));
        out.put("givenMg", dose.givenMg().toPlainString()).put("atLeast", dose.atLeast());
    }

    private static void write(Condition condition, ObjectNode out) {
        out.put("key", condition.key())
                .put("priority", condition.priority())
                .put("since", condition.since().toString())
                .put("active", condition.active())
                .put("acknowledged", condition.acknowledged());
        ObjectNode words = out.putObject("words");
        condition
                .words()
                .forEach((language, line) ->
                        words.putObject(language).put("title", line.title()).put("text", line.text()));
    }

    private static void write(Observed observed, ObjectNode out) {
        out.put("at", observed.at().toString())
                .put("sedation", observed.sedation())
                .put("by", observed.by());
        observed.painAtRest().ifPresent(it -> out.put("painAtRest", it));
    }

    /**
     * What a bedside has shown. What is there has to be whole: an alarm or a mark that is not found is not taken for one that
     * is not there, and what no bedside means is not reckoned with.
     *
     * @throws IllegalArgumentException if it is not what {@link #write} gives
     */
    static RoomState read(String text) {
        try {
            JsonNode in = JSON.readTree(text);
            return new RoomState(
                    time(in, "at"),
                    number(in, "sequence"),
                    flag(in, "simulated"),
                    flag(in, "recording"),
                    optional(in, "patient", RoomStateText::who),
                    course(required(in, "course")),
                    dose(required(in, "dose")),
                    list(in, "conditions", RoomStateText::condition),
                    list(in, "due", it -> new Due(word(it, "what"), time(it, "at"), time(it, "overdueFrom"))),
                    optional(in, "observed", RoomStateText::observed));
        } catch (JsonProcessingException | DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("the state of a room cannot be read", e);
        }
    }

    private static Who who(JsonNode in) {
        return new Who(word(in, "session"), word(in, "name"), word(in, "mrn"), word(in, "born"));
    }

    private static Course course(JsonNode in) {
        return new Course(
                word(in, "phase"),
                flag(in, "induction"),
                optional(in, "day", RoomStateText::whole),
                optional(in, "observedMs", RoomStateText::span),
                optional(in, "pausedMs", RoomStateText::span),
                whole(required(in, "missing")));
    }

    private static Dose dose(JsonNode in) {
        return new Dose(
                optional(in, "rate", RoomStateText::decimal),
                optional(in, "last", it -> new Last(decimal(required(it, "rate")), time(it, "at"))),
                optional(in, "readingAgeMs", RoomStateText::span),
                flag(in, "stale"),
                flag(in, "aboveMaximum"),
                optional(in, "emptyAt", RoomStateText::time),
                decimal(required(in, "givenMg")),
                flag(in, "atLeast"));
    }

    private static Condition condition(JsonNode in) {
        Map<String, Line> words = new HashMap<>();
        required(in, "words")
                .properties()
                .forEach(each -> words.put(
                        each.getKey(), new Line(word(each.getValue(), "title"), word(each.getValue(), "text"))));
        return new Condition(
                word(in, "key"),
                word(in, "priority"),
                time(in, "since"),
                flag(in, "active"),
                flag(in, "acknowledged"),
                words);
    }

    private static Observed observed(JsonNode in) {
        return new Observed(
                time(in, "at"),
                whole(required(in, "sedation")),
                optional(in, "painAtRest", RoomStateText::whole),
                word(in, "by"));
    }

    private static Duration span(JsonNode in) {
        return Duration.ofMillis(number(in));
    }

    private static BigDecimal decimal(JsonNode in) {
        BigDecimal decimal = new BigDecimal(in.asText());
        if (decimal.precision() > MOST_DIGITS || Math.abs(decimal.scale()) > MOST_DIGITS) {
            throw new IllegalArgumentException("a number of a room has too many digits");
        }
        return decimal;
    }

    private static String word(JsonNode in, String name) {
        return required(in, name).asText();
    }

    private static boolean flag(JsonNode in, String name) {
        JsonNode found = required(in, name);
        if (!found.isBoolean()) {
            throw new IllegalArgumentException(name + " of a room is neither true nor false");
        }
        return found.booleanValue();
    }

    private static long number(JsonNode in, String name) {
        return number(required(in, name));
    }

    private static long number(JsonNode in) {
        if (!in.isIntegralNumber() || !in.canConvertToLong()) {
            throw new IllegalArgumentException("a number of a room is none: " + in);
        }
        return in.longValue();
    }

    private static int whole(JsonNode in) {
        return Math.toIntExact(number(in));
    }

    private static Instant time(JsonNode in, String name) {
        return time(required(in, name));
    }

    private static Instant time(JsonNode in) {
        Instant time = Instant.parse(in.asText());
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new IllegalArgumentException("a time of a room is out of all bounds: " + time);
        }
        return time;
    }

    private static JsonNode required(JsonNode in, String name) {
        JsonNode found = in.path(name);
        if (found.isMissingNode() || found.isNull()) {
            throw new IllegalArgumentException("the state of a room lacks " + name);
        }
        return found;
    }

    private static <T> Optional<T> optional(JsonNode in, String name, Function<JsonNode, T> read) {
        JsonNode found = in.path(name);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(read.apply(found));
    }

    private static <T> List<T> list(JsonNode in, String name, Function<JsonNode, T> read) {
        JsonNode each = required(in, name);
        if (!each.isArray()) {
            throw new IllegalArgumentException(name + " of a room are not a list");
        }
        List<T> found = new ArrayList<>();
        each.forEach(it -> found.add(read.apply(it)));
        return found;
    }
}
