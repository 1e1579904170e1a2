package vigil.pump.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with the line, or with what the device says over it, for a while.
 *
 * @param kind what goes wrong
 * @param at since the start of the simulation
 * @param lasts how long
 */
public record Fault(Kind kind, Duration at, Duration lasts) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z-]+)@([0-9]{1,7})(?:\\+([0-9]{1,7}))?");

    private static final Duration MOVING = Duration.ofSeconds(2);

    /** What can go wrong, by the names used on the command line, and for how long if nothing else is said. */
    public enum Kind {
        /** No answer comes. */
        SILENT(20),
        /** Random bytes stand before and after each answer. */
        NOISE(10),
        /** One byte of each answer is lost. */
        DROP(3),
        /** One bit of each answer is turned over. */
        FLIP(3),
        /** One byte too many is in each answer. */
        INSERT(3),
        /** Nothing but random bytes, as with a wrong baud rate. */
        GARBLE(10),
        /** Each answer is the one before it, again. */
        FREEZE(30),
        /** The connection is cut. */
        CUT(1),
        /** Each answer is held back, 2 s at most, and arrives in one piece with the next. */
        GLUE(10),
        /** Each answer arrives in up to twenty pieces, 20 ms apart. */
        DRIBBLE(10),
        /** Random bytes without end, beside the answers. */
        BABBLE(10),
        /** Each answer comes two seconds late. */
        SLOW(20),
        /** Whole frames with a right check, and in them values that no such pump can have. */
        ABSURD(20),
        /** The right numbers with the unit of something else; not for a protocol without units. */
        WRONG_UNIT(20),
        /** The cable is pulled and, 2 s later, is on another pump of the same model, which runs at 9.9 mL/h. */
        SWAPPED_PUMP(30);

        private final Duration usual;

        Kind(int usualSeconds) {
            usual = Duration.ofSeconds(usualSeconds);
        }

        /** The name on the command line. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads {@code NAME@SECOND} or {@code NAME@SECOND+SECONDS}; a wrong text is refused naming what is known. */
    public static Fault parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.wireName().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> wrong(text));
        Duration lasts = parts.group(3) == null ? kind.usual : Duration.ofSeconds(Long.parseLong(parts.group(3)));
        return new Fault(kind, Duration.ofSeconds(Long.parseLong(parts.group(2))), lasts);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("fault \"%s\" is not NAME@SECOND or NAME@SECOND+SECONDS; known are %s"
                .formatted(
                        text, Arrays.stream(Kind.values()).map(Kind::wireName).collect(Collectors.joining(", "))));
    }

    boolean isOn(Duration elapsed) {
        return elapsed.compareTo(at) >= 0 && elapsed.compareTo(end()) < 0;
    }

    /** While a cable is moved from one pump to another, and back. */
    boolean isCableOff(Duration elapsed) {
        return kind == Kind.SWAPPED_PUMP && (isMoving(elapsed, at) || isMoving(elapsed, end()));
    }

    private static boolean isMoving(Duration elapsed, Duration from) {
        return elapsed.compareTo(from) >= 0 && elapsed.compareTo(from.plus(MOVING)) < 0;
    }

    private Duration end() {
        return at.plus(lasts);
    }

    /**
     * What it does at the device and not on the line; nothing for most.
     *
     * @throws IllegalArgumentException if this device cannot have it
     */
    public List<Timetable.Entry> atDevice(Rack rack, Speaker speaker) {
        return switch (kind) {
            case SILENT, NOISE, DROP, FLIP, INSERT, GARBLE, FREEZE, CUT, GLUE, DRIBBLE, BABBLE, SLOW -> List.of();
            case ABSURD -> says(Falsehood.ABSURD, speaker);
            case WRONG_UNIT -> says(Falsehood.WRONG_UNIT, speaker);
            case SWAPPED_PUMP ->
                List.of(
                        new Timetable.Entry(at, now -> rack.swap(Rack.Slot.FIRST, now)),
                        new Timetable.Entry(end(), now -> rack.swapBack(Rack.Slot.FIRST)));
        };
    }

    private List<Timetable.Entry> says(Falsehood what, Speaker speaker) {
        if (!speaker.canSay(what)) {
            throw new IllegalArgumentException(
                    "fault \"%s\": this protocol has nothing on the wire that could be so".formatted(kind.wireName()));
        }
        return List.of(
                new Timetable.Entry(at, now -> speaker.say(what)),
                new Timetable.Entry(end(), now -> speaker.sayTheTruth()));
    }
}
