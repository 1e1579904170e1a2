package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import vigil.pump.Moment;

/** Damages the answers of a speaker according to a list of faults; the same seed does the same damage. Not thread-safe. */
public final class Faults {
    private static final int MOST_NOISE = 48;

    private final List<Fault> faults;
    private final Moment start;
    private final Random random;
    private byte[] before = {};
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

    /** The answer as it comes through at {@code now}. */
    byte[] damaged(byte[] answer, Moment now) {
        byte[] through = answer;
        for (Fault fault : faults) {
            if (answer.length > 0 && fault.isOn(now.since(start))) {
                through = damaged(through, fault.kind());
            }
        }
        if (!isFrozen(now)) {
            before = answer.length > 0 ? answer : before;
        }
        return through;
    }

    private boolean isFrozen(Moment now) {
        return !faults.isEmpty()
                && faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.FREEZE && fault.isOn(now.since(start)));
    }

    /** True once at each cut. */
    boolean cutsAt(Moment now) {
        Duration elapsed = now.since(start);
        boolean cut = faults.stream().anyMatch(fault -> fault.kind() == Fault.Kind.CUT && fault.isOn(elapsed));
        boolean begins = cut && !cutTold;
        cutTold = cut;
        return begins;
    }

    private byte[] damaged(byte[] answer, Fault.Kind kind) {
        return switch (kind) {
            case SILENT, CUT -> new byte[0];
            case NOISE -> joined(randomBytes(1 + random.nextInt(MOST_NOISE)), answer, randomBytes(1));
            case DROP -> answer.length == 0 ? answer : dropped(answer, random.nextInt(answer.length));
            case FLIP -> answer.length == 0 ? answer : flipped(answer, random.nextInt(answer.length * 8));
            case INSERT -> inserted(answer, random.nextInt(answer.length + 1));
            case GARBLE -> randomBytes(answer.length);
            case FREEZE -> before.length == 0 ? answer : before;
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
