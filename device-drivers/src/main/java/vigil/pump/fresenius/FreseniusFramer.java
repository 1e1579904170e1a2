package vigil.pump.fresenius;

import java.util.function.Consumer;
import vigil.pump.fresenius.FreseniusSignal.Refused;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framed.Whole;
import vigil.pump.wire.Framer;
import vigil.pump.wire.Wholes;

/**
 * Finds frames and single bytes in a stream. Begins anew at every STX (02, which no frame contains elsewhere), so an
 * undamaged frame is always found, whatever stood before it. An ENQ (05) is told at once wherever it stands and is no part
 * of a frame. Any other control code and any byte above 7F ends a frame as damaged: the line has 7 bits. Not thread-safe;
 * memory is one frame.
 */
public final class FreseniusFramer implements Framer<FreseniusSignal> {
    /** Noise is reported when a frame begins, and each time this much of it has come. */
    static final int NOISE_REPORT = 65_536;

    private static final byte ACK = 0x06;
    private static final byte NAK = 0x15;
    private static final byte ENQ = 0x05;
    private static final byte DC4 = 0x14;
    private static final int CHECK = 2;
    private static final int OUTSIDE = -1;

    private static final Whole<FreseniusSignal> ACKNOWLEDGED = new Whole<>(FreseniusSignal.Control.ACKNOWLEDGED);
    private static final Whole<FreseniusSignal> ENQUIRY = new Whole<>(FreseniusSignal.Control.ENQUIRY);
    private static final Whole<FreseniusSignal> PRESENT = new Whole<>(FreseniusSignal.Control.PRESENT);

    private final byte[] content = new byte[FreseniusFrame.MOST + CHECK];
    private final Wholes<FreseniusSignal> wholes = new Wholes<>(content, 0, FreseniusFrame::new);
    private final Evidence evidence = new Evidence();
    /** Bytes between STX and here, or {@link #OUTSIDE}. */
    private int length = OUTSIDE;

    private boolean refusing;

    @Override
    public void accept(byte[] buffer, int count, Consumer<Framed<FreseniusSignal>> out) {
        for (int i = 0; i < count; i++) {
            byte value = buffer[i];
            if (value == ENQ) {
                out.accept(ENQUIRY);
            } else if (!refusing || !endsRefusal(value, out)) {
                take(value, out);
            }
        }
    }

    @Override
    public void giveUp(String reason, Consumer<Framed<FreseniusSignal>> out) {
        if (refusing) {
            refusing = false;
            out.accept(new Whole<>(new Refused(Refused.UNKNOWN)));
        }
        if (evidence.count() > 0) {
            out.accept(evidence.reject(length == OUTSIDE ? Kind.NOISE : Kind.CUT_SHORT, reason));
        }
        length = OUTSIDE;
    }

    /** The character after a NAK; true when it belongs to it. */
    private boolean endsRefusal(byte value, Consumer<Framed<FreseniusSignal>> out) {
        boolean printable = FreseniusFrame.isPrintable(value);
        refusing = false;
        out.accept(new Whole<>(new Refused(printable ? (char) value : Refused.UNKNOWN)));
        return printable;
    }

    private void take(byte value, Consumer<Framed<FreseniusSignal>> out) {
        if (value == FreseniusFrame.STX) {
            begin(out);
        } else if (length != OUTSIDE) {
            inside(value, out);
        } else {
            outside(value, out);
        }
    }

    private void begin(Consumer<Framed<FreseniusSignal>> out) {
        if (evidence.count() > 0) {
            giveUp(length == OUTSIDE ? "bytes outside a frame" : "a new frame began before this one ended", out);
        }
        evidence.add(FreseniusFrame.STX);
        length = 0;
    }

    private void outside(byte value, Consumer<Framed<FreseniusSignal>> out) {
        switch (value) {
            case ACK -> out.accept(ACKNOWLEDGED);
            case DC4 -> out.accept(PRESENT);
            case NAK -> refusing = true;
            default -> {
                evidence.add(value);
                if (evidence.count() >= NOISE_REPORT) {
                    out.accept(evidence.reject(Kind.NOISE, "bytes outside a frame"));
                }
            }
        }
    }

    private void inside(byte value, Consumer<Framed<FreseniusSignal>> out) {
        evidence.add(value);
        if (value == FreseniusFrame.ETX) {
            end(out);
        } else if (value < 0) {
            reject("byte %02X is above 7F: wrong parity or line settings".formatted(value & 0xFF), out);
        } else if (!FreseniusFrame.isPrintable(value)) {
            reject("control code %02X inside a frame".formatted(value), out);
        } else if (length == content.length) {
            reject("frame longer than %d characters".formatted(FreseniusFrame.MOST), out);
        } else {
            content[length++] = value;
        }
    }

    private void end(Consumer<Framed<FreseniusSignal>> out) {
        int body = length - CHECK;
        if (body < 1) {
            reject("frame of %d characters is too short".formatted(length), out);
            return;
        }
        int says = hex(content[body]) * 16 + hex(content[body + 1]);
        int is = FreseniusFrame.check(content, 0, body);
        if (says != is) {
            reject("check says %c%c, it is %02X".formatted(content[body], content[body + 1], is), out);
            return;
        }
        length = OUTSIDE;
        evidence.clear();
        out.accept(wholes.upTo(body));
    }

    /** The value of an upper-case digit; small letters are refused, so that no flipped bit can go unseen. */
    private static int hex(byte digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -0x1000;
    }

    private void reject(String reason, Consumer<Framed<FreseniusSignal>> out) {
        out.accept(evidence.reject(Kind.DAMAGED, reason));
        length = OUTSIDE;
    }
}
