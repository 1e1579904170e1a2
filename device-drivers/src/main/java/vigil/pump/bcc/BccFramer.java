package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.wire.Evidence;
import vigil.pump.wire.Framed;
import vigil.pump.wire.Framed.Kind;
import vigil.pump.wire.Framer;
import vigil.pump.wire.Octets;

/**
 * Finds BCC messages in a stream: begins anew at every SOH (01, which no message contains elsewhere), takes the stuffing
 * out from left to right in one pass, and at EOT (04) verifies length, header and check. Not thread-safe.
 *
 * <p>An undamaged message is therefore always found, whatever stood before it. Memory is one buffer of {@value #MOST}
 * bytes; the length a message claims allocates nothing.
 */
public final class BccFramer implements Framer<BccFrame> {
    /** Longest message taken, un-stuffed. A pump's block is about 1,100 bytes. */
    static final int MOST = 16_384;

    /** Noise is reported when a message begins, and each time this much of it has come. */
    static final int NOISE_REPORT = 65_536;

    private final boolean stuffing;
    /** For each byte, whether it means more than itself inside a message. */
    private final boolean[] special;

    private final byte[] message = new byte[MOST];
    private final Evidence evidence = new Evidence();
    /** Bytes of the message so far; 0 between messages. */
    private int length;
    /** The first half of a stuffed pair, or 0. */
    private byte half;

    private boolean misStuffed;
    private String lastBedId = "";

    /** A framer for a ComDevice with character stuffing on, as it leaves the factory, or off. */
    public BccFramer(boolean stuffing) {
        this.stuffing = stuffing;
        this.special = special(stuffing);
    }

    @Override
    public void accept(byte[] buffer, int count, Consumer<Framed<BccFrame>> out) {
        int at = 0;
        while (at < count) {
            at = plain(buffer, at, count);
            if (at < count) {
                take(buffer[at++], out);
            }
        }
    }

    /** Takes the bytes inside a message that mean nothing but themselves, and says where they end. */
    private int plain(byte[] buffer, int from, int count) {
        if (length == 0 || half != 0) {
            return from;
        }
        int to = Math.min(count, from + MOST - length);
        int at = from;
        while (at < to && !special[buffer[at] & 0xFF]) {
            at++;
        }
        System.arraycopy(buffer, from, message, length, at - from);
        length += at - from;
        evidence.add(buffer, from, at);
        return at;
    }

    private static boolean[] special(boolean stuffing) {
        boolean[] special = new boolean[256];
        Arrays.fill(special, 0, BccFrame.EOT + 1, true);
        for (char letter : new char[] {'D', 'E', 'd', 'e'}) {
            special[letter] = stuffing;
        }
        return special;
    }

    private void take(byte value, Consumer<Framed<BccFrame>> out) {
        if (value == BccFrame.SOH) {
            begin(out);
        } else if (length == 0) {
            skip(value, out);
        } else {
            collect(value, out);
        }
    }

    @Override
    public void giveUp(String reason, Consumer<Framed<BccFrame>> out) {
        if (evidence.count() > 0) {
            out.accept(evidence.reject(length == 0 ? Kind.NOISE : Kind.CUT_SHORT, reason));
        }
        length = 0;
    }

    /** True between an SOH and its EOT. */
    public boolean isInsideMessage() {
        return length > 0;
    }

    private void begin(Consumer<Framed<BccFrame>> out) {
        if (evidence.count() > 0) {
            giveUp(length == 0 ? "bytes outside a message" : "a new message began before this one ended", out);
        }
        evidence.add(BccFrame.SOH);
        message[0] = BccFrame.SOH;
        length = 1;
        half = 0;
        misStuffed = false;
    }

    private void skip(byte value, Consumer<Framed<BccFrame>> out) {
        evidence.add(value);
        if (evidence.count() >= NOISE_REPORT) {
            out.accept(evidence.reject(Kind.NOISE, "bytes outside a message"));
        }
    }

    private void collect(byte value, Consumer<Framed<BccFrame>> out) {
        evidence.add(value);
        if (length == MOST) {
            reject("message longer than %d bytes".formatted(MOST), out);
            return;
        }
        if (stuffing) {
            unstuff(value);
        } else {
            message[length++] = value;
        }
        if (value == BccFrame.EOT) {
            end(out);
        }
    }

    private void unstuff(byte value) {
        if (half != 0) {
            boolean same = value == half;
            boolean other = value == half + ('X' - 'E');
            misStuffed |= !same && !other;
            message[length++] = other ? (byte) (half - 1) : value;
            half = 0;
        } else if (value == 'E' || value == 'e') {
            half = value;
        } else {
            misStuffed |= value == 'D' || value == 'd';
            message[length++] = value;
        }
    }

    private void end(Consumer<Framed<BccFrame>> out) {
        String problem = problem();
        if (problem != null) {
            reject(problem, out);
            return;
        }
        int headerEnd = headerEnd();
        int close = length - 7;
        Octets information = Octets.over(message, headerEnd + 1, close);
        BccFrame frame = new BccFrame(bedId(headerEnd), information, message[close] == BccFrame.ETX);
        length = 0;
        evidence.clear();
        out.accept(new Framed.Whole<>(frame));
    }

    private void reject(String reason, Consumer<Framed<BccFrame>> out) {
        length = 0;
        out.accept(evidence.reject(Kind.DAMAGED, reason));
    }

    private @Nullable String problem() {
        if (misStuffed) {
            return "character stuffing is broken";
        }
        if (length < BccFrame.WRAPPING) {
            return "message of %d bytes is too short".formatted(length);
        }
        int claimed = fiveDigits(1);
        if (claimed != length) {
            return "length says %d, %d bytes came".formatted(claimed, length);
        }
        return problemInside(length - 7);
    }

    private @Nullable String problemInside(int close) {
        if (message[6] != BccFrame.STX || (message[close] != BccFrame.ETX && message[close] != BccFrame.ETB)) {
            return "STX, ETX or ETB is missing";
        }
        int check = fiveDigits(close + 1);
        int sum = BccFrame.sum(message, close + 1);
        if (check != sum) {
            return "check says %d, the sum is %d".formatted(check, sum);
        }
        return headerEnd() < 0 ? "no valid bed id before /1/1>" : null;
    }

    /** Five decimal digits, or -1. */
    private int fiveDigits(int from) {
        int number = 0;
        for (int i = from; i < from + 5; i++) {
            int digit = message[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Where the {@code >} of the header stands, or -1 if the header is not right. It cannot be part of a bed id. */
    private int headerEnd() {
        int at = 7;
        int most = Math.min(length - 7, at + BccFrame.MOST_BED_ID + BccFrame.HEADER_END.length());
        while (at < most && BccFrame.isBedIdCharacter(message[at])) {
            at++;
        }
        return at < most && at >= 11 && isHeaderEnd(at) ? at : -1;
    }

    private boolean isHeaderEnd(int at) {
        for (int i = 0; i < BccFrame.HEADER_END.length(); i++) {
            if (message[at - 4 + i] != BccFrame.HEADER_END.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The same string as last time when it is the same bed, which it nearly always is. */
    private String bedId(int headerEnd) {
        int size = headerEnd - 11;
        boolean same = lastBedId.length() == size;
        for (int i = 0; same && i < size; i++) {
            same = lastBedId.charAt(i) == message[7 + i];
        }
        if (!same) {
            lastBedId = new String(message, 7, size, ISO_8859_1);
        }
        return lastBedId;
    }
}
