package vigil.pump.newera;

import java.util.Arrays;
import java.util.function.Consumer;
import vigil.pump.newera.NewEraFrame.Mode;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framer;
import vigil.pump.wire.Wholes;

/**
 * Finds New Era frames in a stream. What follows STX tells the mode: a digit begins an answer of Basic mode, which ends at
 * ETX and begins anew at STX; a number from 5 to 47 is the length of a Safe packet, which is taken by that length alone
 * because its CRC may contain STX and ETX. When a Safe packet proves to be none, the bytes after its STX are looked at
 * again. Not thread-safe.
 */
public final class NewEraFramer implements Framer<NewEraFrame> {
    /** Noise is reported when a frame begins, and each time this much of it has come. */
    static final int NOISE_REPORT = 65_536;

    private static final int MOST = NewEraFrame.MOST + 1;
    private static final String NOISE = "bytes outside a frame";

    private enum State {
        BETWEEN,
        /** STX has come. */
        BEGUN,
        BASIC,
        SAFE
    }

    private final byte[] frame = new byte[MOST];
    private final Wholes<NewEraFrame> basics = new Wholes<>(frame, 1, text -> new NewEraFrame(Mode.BASIC, text));
    private final Wholes<NewEraFrame> safes = new Wholes<>(frame, 2, text -> new NewEraFrame(Mode.SAFE, text));
    private final Evidence noise = new Evidence();
    private State state = State.BETWEEN;
    /** Bytes of the frame so far, STX included. */
    private int length;

    @Override
    public void accept(byte[] buffer, int count, Consumer<Framed<NewEraFrame>> out) {
        for (int i = 0; i < count; i++) {
            take(buffer[i], out);
        }
    }

    @Override
    public void giveUp(String reason, Consumer<Framed<NewEraFrame>> out) {
        while (state == State.SAFE) {
            lookAgain(out);
        }
        if (state != State.BETWEEN) {
            reject(Kind.CUT_SHORT, reason, out);
        }
        flushNoise(reason, out);
    }

    private void take(byte value, Consumer<Framed<NewEraFrame>> out) {
        switch (state) {
            case BETWEEN -> between(value, out);
            case BEGUN -> begun(value, out);
            case BASIC -> basic(value, out);
            case SAFE -> safe(value, out);
        }
    }

    private void between(byte value, Consumer<Framed<NewEraFrame>> out) {
        if (value == NewEraFrame.STX) {
            begin();
        } else {
            noise(value, out);
        }
    }

    private void begin() {
        frame[0] = NewEraFrame.STX;
        length = 1;
        state = State.BEGUN;
    }

    private void begun(byte value, Consumer<Framed<NewEraFrame>> out) {
        boolean safe = value >= NewEraFrame.LEAST_SAFE && value <= NewEraFrame.MOST_SAFE;
        if (safe || NewEraFrame.isDigit(value)) {
            frame[length++] = value;
            state = safe ? State.SAFE : State.BASIC;
        } else {
            state = State.BETWEEN;
            noise(NewEraFrame.STX, out);
            between(value, out);
        }
    }

    private void noise(byte value, Consumer<Framed<NewEraFrame>> out) {
        noise.add(value);
        if (noise.count() >= NOISE_REPORT) {
            flushNoise(NOISE, out);
        }
    }

    private void flushNoise(String reason, Consumer<Framed<NewEraFrame>> out) {
        if (noise.count() > 0) {
            out.accept(noise.reject(Kind.NOISE, reason));
        }
    }

    private void basic(byte value, Consumer<Framed<NewEraFrame>> out) {
        if (value == NewEraFrame.STX) {
            reject(Kind.CUT_SHORT, "a new frame began before this one ended", out);
            begin();
        } else if (value == NewEraFrame.ETX) {
            endBasic(out);
        } else if (!NewEraFrame.isText(value)) {
            reject(Kind.DAMAGED, "byte %02X inside a frame".formatted(value), out);
            noise(value, out);
        } else if (length == MOST) {
            reject(Kind.DAMAGED, "frame longer than %d bytes".formatted(MOST), out);
            noise(value, out);
        } else {
            frame[length++] = value;
        }
    }

    private void endBasic(Consumer<Framed<NewEraFrame>> out) {
        boolean complete = length >= 4 && NewEraFrame.isDigit(frame[2]) && NewEraFrame.isLetter(frame[3]);
        if (complete) {
            whole(basics.upTo(length), out);
        } else {
            reject(Kind.DAMAGED, "no address and status", out);
        }
    }

    private void whole(Framed.Whole<NewEraFrame> frame, Consumer<Framed<NewEraFrame>> out) {
        flushNoise(NOISE, out);
        state = State.BETWEEN;
        out.accept(frame);
    }

    private void reject(Kind kind, String reason, Consumer<Framed<NewEraFrame>> out) {
        flushNoise(NOISE, out);
        Evidence evidence = new Evidence();
        evidence.add(frame, 0, length);
        state = State.BETWEEN;
        out.accept(evidence.reject(kind, reason));
    }

    private void safe(byte value, Consumer<Framed<NewEraFrame>> out) {
        frame[length++] = value;
        if (length <= frame[1]) {
            return;
        }
        int size = frame[1] - NewEraFrame.SAFE_WRAPPING;
        if (isSafe(size)) {
            whole(safes.upTo(2 + size), out);
        } else {
            lookAgain(out);
        }
    }

    private boolean isSafe(int size) {
        for (int i = 2; i < 2 + size; i++) {
            if (!NewEraFrame.isText(frame[i])) {
                return false;
            }
        }
        int said = (frame[2 + size] & 0xFF) << 8 | (frame[3 + size] & 0xFF);
        return frame[4 + size] == NewEraFrame.ETX && said == NewEraCrc.of(frame, 2, size);
    }

    /** STX was noise; a frame may begin at any byte after it. */
    private void lookAgain(Consumer<Framed<NewEraFrame>> out) {
        byte[] rest = Arrays.copyOfRange(frame, 1, length);
        state = State.BETWEEN;
        noise(NewEraFrame.STX, out);
        accept(rest, rest.length, out);
    }
}
