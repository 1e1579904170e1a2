package vigil.pump.sim;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import vigil.pump.Moment;
import vigil.pump.alaris.AlarisFrame;

/**
 * A simulated Alaris pump (protocol page, section 3.9): the pump in the first occupied slot of its rack, as this protocol
 * knows no address. Answers the ten read queries and stays silent to everything else, which it keeps as a stray. A slow
 * answer is given with whatever is heard next once its time has come, be it nothing at all. Not thread-safe.
 */
public final class AlarisSpeaker implements Speaker {
    /** What can go wrong with its answers; lasts until {@link #behave}. */
    public enum Fault {
        /** The answer ends without its CR. */
        NO_CR,
        /** ESC in the middle, and no more. */
        ESCAPE,
        WRONG_CRC,
        SILENT
    }

    private static final byte[] NOTHING = {};
    private static final char ESC = 0x1B;
    private static final int MOST_REQUEST = 64;
    private static final int MOST_STRAYS = 100;

    private record Late(long atNanos, String wire) {}

    private final Rack rack;
    private final AlarisOptions options;
    private final AlarisValues values = new AlarisValues();
    private final StringBuilder request = new StringBuilder(MOST_REQUEST);
    private final List<String> strays = new ArrayList<>();
    private final Map<String, String> instead = new HashMap<>();
    private final Deque<Late> late = new ArrayDeque<>();
    private Optional<Fault> fault = Optional.empty();
    private Duration delay = Duration.ZERO;

    /** A switched-on pump. */
    public AlarisSpeaker(Rack rack, AlarisOptions options) {
        this.rack = rack;
        this.options = options;
    }

    /** From now on every answer has this fault. */
    public void misbehave(Fault what) {
        fault = Optional.of(what);
    }

    /** Ends faults and delays. */
    public void behave() {
        fault = Optional.empty();
        delay = Duration.ZERO;
    }

    /** From now on every answer comes this much later. */
    public void answerAfter(Duration time) {
        delay = time;
    }

    /** From now on says {@code text} in answer to the query of that verb; empty for nothing. */
    public void answerWith(String verb, String text) {
        instead.put(verb, text);
    }

    /** From now on answers the query of that verb as it should. */
    public void answerTruly(String verb) {
        instead.remove(verb);
    }

    /** From now on sends {@code value} in that field of INF. */
    public void override(int field, String value) {
        values.override(field, value);
    }

    /** Sends what is true in that field of INF again. */
    public void restore(int field) {
        values.restore(field);
    }

    /** From now on tells this alarm, known or not. */
    public void forceAlarm(String code) {
        values.forceAlarm(Optional.of(code));
    }

    /** Tells the alarms there are again. */
    public void restoreAlarm() {
        values.forceAlarm(Optional.empty());
    }

    @Override
    public boolean canSay(Falsehood what) {
        return true;
    }

    @Override
    public void say(Falsehood what) {
        switch (what) {
            case ABSURD -> {
                override(AlarisValues.RATE, "99999.00");
                override(AlarisValues.VOLUME, "-1.000");
            }
            case WRONG_UNIT -> {
                override(AlarisValues.RATE_UNIT, "ml/min");
                override(AlarisValues.VOLUME_UNIT, "ul");
            }
        }
    }

    @Override
    public void sayTheTruth() {
        List.of(AlarisValues.RATE, AlarisValues.RATE_UNIT, AlarisValues.VOLUME, AlarisValues.VOLUME_UNIT)
                .forEach(this::restore);
    }

    @Override
    public List<String> strays() {
        return List.copyOf(strays);
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        rack.runUntil(now);
        for (int i = 0; i < length; i++) {
            heard((char) (bytes[i] & 0xFF), now);
        }
        return said(now.bootNanos());
    }

    private byte[] said(long now) {
        if (late.isEmpty() || late.peek().atNanos() > now) {
            return NOTHING;
        }
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        while (!late.isEmpty() && late.peek().atNanos() <= now) {
            answer.writeBytes(late.remove().wire().getBytes(ISO_8859_1));
        }
        return answer.toByteArray();
    }

    private void heard(char value, Moment now) {
        if (value != '\r' && request.length() < MOST_REQUEST) {
            request.append(value);
            return;
        }
        String asked = request.toString();
        request.setLength(0);
        answer(asked).ifPresentOrElse(answer -> answer(otherwise(asked, answer), now), () -> stray(asked));
    }

    private String otherwise(String asked, String answer) {
        return instead.getOrDefault(asked.substring(1, asked.indexOf('|')), answer);
    }

    private void stray(String what) {
        if (strays.size() < MOST_STRAYS) {
            strays.add("request " + what);
        }
    }

    private void answer(String text, Moment now) {
        String wire = text.isEmpty() ? "" : faulty(new String(new AlarisFrame(text).bytes(), ISO_8859_1));
        if (!wire.isEmpty()) {
            late.add(new Late(now.plus(delay).bootNanos(), wire));
        }
    }

    private String faulty(String frame) {
        return fault.map(it -> faulty(frame, it)).orElse(frame);
    }

    private static String faulty(String frame, Fault fault) {
        int end = frame.length() - 1;
        return switch (fault) {
            case NO_CR -> frame.substring(0, end);
            case ESCAPE -> frame.substring(0, end / 2) + ESC;
            case WRONG_CRC -> frame.substring(0, end - 1) + (frame.charAt(end - 1) == '0' ? "1\r" : "0\r");
            case SILENT -> "";
        };
    }

    /** The answer, empty text for none; nothing at all for what is no read query. */
    private Optional<String> answer(String asked) {
        Optional<SimulatedPump> pump = rack.slots().stream().findFirst().flatMap(rack::in);
        return identity(asked, pump).or(() -> data(asked, pump.filter(_ -> options.givesData())));
    }

    private Optional<String> identity(String asked, Optional<SimulatedPump> pump) {
        return switch (asked) {
            case "!INST_SERIALNO|457D" -> said(pump, it -> "INST_SERIALNO^" + it.serialNumber());
            case "!COMMS_PROTOCOL|E8DA" -> said(pump, _ -> "COMMS_PROTOCOL^" + options.protocol());
            case "!COMMS_RESPONSE_MAX|7E29" ->
                said(pump, _ -> "COMMS_RESPONSE_MAX^" + options.longestAnswerMs() + "^ms");
            default -> Optional.empty();
        };
    }

    private Optional<String> data(String asked, Optional<SimulatedPump> pump) {
        return switch (asked) {
            case "!SYRINGE_STATUS|4102" -> said(pump, this::syringe);
            case "!INF_RATE_MAX_SYRINGE|8F30" -> said(pump, _ -> "INF_RATE_MAX_SYRINGE^1200.00^ml/h");
            case "!INF|4961" -> said(pump, values::status);
            case "!INF_RATE|8E6D" -> said(pump, it -> "INF_RATE^" + AlarisValues.decimal(it.rateNlPerH(), 2) + "^ml/h");
            case "!INF_VI|B42C" -> said(pump, it -> "INF_VI^" + AlarisValues.decimal(it.infusedNl(), 3) + "^ml");
            case "!INF_VTBI|8456" -> said(pump, _ -> "INF_VTBI^DEACT^^^");
            case "!ALARM|50B2" -> said(pump, it -> "ALARM^" + values.alarm(it) + "^ ^ ");
            default -> Optional.empty();
        };
    }

    private static Optional<String> said(Optional<SimulatedPump> pump, Function<SimulatedPump, String> text) {
        return Optional.of(pump.map(text).orElse(""));
    }

    private String syringe(SimulatedPump pump) {
        return "SYRINGE_STATUS^%s^%3d^CONF".formatted(options.syringe(), pump.syringeNl() / Flow.NL_PER_ML);
    }
}
