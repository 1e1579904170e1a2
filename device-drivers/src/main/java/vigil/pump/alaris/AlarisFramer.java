package vigil.pump.alaris;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framer;
import vigil.pump.wire.Wholes;

/**
 * Finds Alaris frames in a stream: begins anew at every {@code !}, which no frame contains elsewhere, ends at CR and then
 * verifies bar and CRC; ESC breaks a frame off. An answer without its CR therefore never runs into the next one. A line
 * feed or NUL right after a CR belongs to the line's ending and is passed over. Not thread-safe.
 */
public final class AlarisFramer implements Framer<AlarisFrame> {
    /** Longest frame taken: {@code !}, text, bar, four digits. */
    static final int MOST = 1 + AlarisFrame.MOST + AlarisFrame.CHECK;

    /** Noise is reported when a frame begins, and each time this much of it has come. */
    static final int NOISE_REPORT = 65_536;

    private final byte[] frame = new byte[MOST];
    private final Wholes<AlarisFrame> wholes = new Wholes<>(frame, 1, AlarisFrame::new);
    /** Bytes outside frames; those of a frame are looked up when it is rejected. */
    private final Evidence evidence = new Evidence();
    /** Bytes of the frame so far; 0 between frames. */
    private int length;

    private boolean justEnded;

    @Override
    public void accept(byte[] buffer, int count, Consumer<Framed<AlarisFrame>> out) {
        for (int i = 0; i < count; i++) {
            byte value = buffer[i];
            if (value == AlarisFrame.BEGIN) {
                begin(out);
            } else if (length == 0) {
                skip(value, out);
            } else {
                collect(value, out);
            }
        }
    }

    @Override
    public void giveUp(String reason, Consumer<Framed<AlarisFrame>> out) {
        boolean inside = length > 0;
        evidence.add(frame, 0, length);
        if (evidence.count() > 0) {
            out.accept(evidence.reject(inside ? Kind.CUT_SHORT : Kind.NOISE, reason));
        }
        length = 0;
    }

    /** True between {@code !} and CR. */
    boolean isInsideFrame() {
        return length > 0;
    }

    private void begin(Consumer<Framed<AlarisFrame>> out) {
        giveUp(length == 0 ? "bytes outside a frame" : "a new frame began before this one ended", out);
        frame[0] = AlarisFrame.BEGIN;
        length = 1;
    }

    private void skip(byte value, Consumer<Framed<AlarisFrame>> out) {
        boolean lineEnding = justEnded && (value == '\n' || value == 0);
        justEnded = false;
        if (lineEnding) {
            return;
        }
        evidence.add(value);
        if (evidence.count() >= NOISE_REPORT) {
            out.accept(evidence.reject(Kind.NOISE, "bytes outside a frame"));
        }
    }

    private void collect(byte value, Consumer<Framed<AlarisFrame>> out) {
        if (value == AlarisFrame.END) {
            end(out);
        } else if (value == AlarisFrame.ABORT) {
            reject("the pump broke its answer off (ESC)", value, out);
        } else if (length == MOST) {
            reject("frame longer than %d bytes".formatted(MOST), value, out);
        } else {
            frame[length++] = value;
        }
    }

    private void end(Consumer<Framed<AlarisFrame>> out) {
        justEnded = true;
        String problem = problem();
        if (problem != null) {
            reject(problem, AlarisFrame.END, out);
            return;
        }
        int end = length - AlarisFrame.CHECK;
        length = 0;
        out.accept(wholes.upTo(end));
    }

    private void reject(String reason, byte last, Consumer<Framed<AlarisFrame>> out) {
        evidence.add(frame, 0, length);
        evidence.add(last);
        length = 0;
        out.accept(evidence.reject(Kind.DAMAGED, reason));
    }

    private @Nullable String problem() {
        int bar = length - AlarisFrame.CHECK;
        if (bar < 2 || frame[bar] != AlarisFrame.BAR) {
            return "no bar before the last four bytes";
        }
        for (int i = 1; i < bar; i++) {
            if (!AlarisFrame.isText(frame[i] & 0xFF)) {
                return "byte %02X inside a frame".formatted(frame[i]);
            }
        }
        int crc = AlarisCrc.of(frame, 1, bar - 1);
        int said = fourHexDigits(bar + 1);
        return said == crc ? null : wrongCheck(said, crc);
    }

    private static String wrongCheck(int said, int crc) {
        return said < 0
                ? "the check is not four upper-case digits"
                : "check says %04X, the CRC is %04X".formatted(said, crc);
    }

    /** Four upper-case hexadecimal digits, or -1. */
    private int fourHexDigits(int from) {
        int number = 0;
        for (int i = from; i < from + 4; i++) {
            int value = frame[i];
            boolean decimal = value >= '0' && value <= '9';
            if (!decimal && (value < 'A' || value > 'F')) {
                return -1;
            }
            number = (number << 4) | (decimal ? value - '0' : value - 'A' + 10);
        }
        return number;
    }
}
