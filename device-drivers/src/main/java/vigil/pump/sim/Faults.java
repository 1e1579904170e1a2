package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import vigil.pump.Moment;

/**
 * Damages, delays and loses the answers of a speaker according to a list of faults; the same seed does the same. Not
 * thread-safe.
 */
public final class Faults {
    private static final byte[] NOTHING = {};
    private static final int MOST_NOISE = 48;
    private static final int PIECES = 20;
    private static final Duration PIECE = Duration.ofMillis(20);
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BABBLE = Duration.ofMillis(50);

    private final List<Fault> faults;
    private final Moment start;
    private final Random random;
    private final LateBytes underWay = new LateBytes();
    private byte[] before = NOTHING;
    private boolean cutTold;

    /** Faults that count their seconds from {@code start}. */
    public Faults(List<Fault> faults, Moment start, long seed) {
        this.faults = List.copyOf(faults);
        this.start = start;
        this.random = new Random(seed);
    }

    /** A line on which nothing ever goes wrong. */
    public static Faults none(Moment start) {
        return new Faults(List.of(), start, 0);
    }

    /** What comes through at {@code now}, of the answer given now (which may be none) and of earlier ones. */
    byte[] passed(byte[] answer, Moment now) {
        if (faults.isEmpty()) {
            return answer;
        }
        Duration elapsed = now.since(start);
        if (isOn(Fault.Kind.CUT, elapsed) || isCableOff(elapsed)) {
            underWay.lose();
            return NOTHING;
        }
        byte[] through = damaged(answer, elapsed);
        send(through, now.bootNanos(), elapsed);
        byte[] babble = isOn(Fault.Kind.BABBLE, elapsed) ? randomBytes(MOST_NOISE) : NOTHING;
        byte[] arrived = underWay.arrived(now.bootNanos());
        return babble.length == 0 ? arrived : joined(babble, arrived, NOTHING);
    }

    private void send(byte[] bytes, long nowNanos, Duration elapsed) {
        if (isOn(Fault.Kind.GLUE, elapsed)) {
            boolean second = underWay.nextAt() != Long.MAX_VALUE;
            underWay.send(bytes, nowNanos + LATE.toNanos());
            if (second && bytes.length > 0) {
                underWay.hurry(nowNanos);
            }
        } else if (isOn(Fault.Kind.DRIBBLE, elapsed)) {
            underWay.dribble(bytes, PIECES, nowNanos, PIECE.toNanos());
        } else {
            underWay.send(bytes, isOn(Fault.Kind.SLOW, elapsed) ? nowNanos + LATE.toNanos() : nowNanos);
        }
    }

    /** Boot time at which something comes through by itself; {@link #passed} is then called with no answer. */
    long wakeAt(Moment now) {
        if (faults.isEmpty()) {
            return Long.MAX_VALUE;
        }
        boolean babbles = isOn(Fault.Kind.BABBLE, now.since(start));
        return Math.min(underWay.nextAt(), babbles ? now.plus(BETWEEN_BABBLE).bootNanos() : Long.MAX_VALUE);
    }

    private boolean isCableOff(Duration elapsed) {
        return faults.stream().anyMatch(fault -> fault.isCableOff(elapsed));
    }

    private boolean isOn(Fault.Kind kind, Duration elapsed) {
        for (Fault fault : faults) {
            if (fault.kind() == kind && fault.isOn(elapsed)) {
                return true;
            }
        }
        return false;
    }

    private byte[] damaged(byte[] answer, Duration elapsed) {
        byte[] through = answer;
        for (Fault fault : faults) {
            if (answer.length > 0 && fault.isOn(elapsed)) {
                through = damaged(through, fault.kind());
            }
        }
        if (answer.length > 0 && !isOn(Fault.Kind.FREEZE, elapsed)) {
            before = answer;
        }
        return through;
    }

    /** True once at each cut. */
    boolean cutsAt(Moment now) {
        boolean cut = isOn(Fault.Kind.CUT, now.since(start));
        boolean begins = cut && !cutTold;
        cutTold = cut;
        return begins;
    }

    private byte[] damaged(byte[] answer, Fault.Kind kind) {
        return switch (kind) {
            case SILENT, CUT -> NOTHING;
            case NOISE -> joined(randomBytes(1 + random.nextInt(MOST_NOISE)), answer, randomBytes(1));
            case DROP -> answer.length == 0 ? answer : dropped(answer, random.nextInt(answer.length));
            case FLIP -> answer.length == 0 ? answer : flipped(answer, random.nextInt(answer.length * 8));
            case INSERT -> inserted(answer, random.nextInt(answer.length + 1));
            case GARBLE -> randomBytes(answer.length);
            case FREEZE -> before.length == 0 ? answer : before;
            case GLUE, DRIBBLE, BABBLE, SLOW, ABSURD, WRONG_UNIT, SWAPPED_PUMP -> answer;
        };
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] dropped(byte[] bytes, int at) {
        byte[] rest = new byte[bytes.length - 1];
        System.arraycopy(bytes, 0, rest, 0, at);
        System.arraycopy(bytes, at + 1, rest, at, rest.length - at);
        return rest;
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    private byte[] inserted(byte[] bytes, int at) {
        byte[] head = new byte[at];
        byte[] tail = new byte[bytes.length - at];
        System.arraycopy(bytes, 0, head, 0, at);
        System.arraycopy(bytes, at, tail, 0, tail.length);
        return joined(head, randomBytes(1), tail);
    }

    private static byte[] joined(byte[] first, byte[] second, byte[] third) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(first.length + second.length + third.length);
        all.writeBytes(first);
        all.writeBytes(second);
        all.writeBytes(third);
        return all.toByteArray();
    }
}
