package vigil.pump.bcc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.wire.EightBytes;
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

    private static final int MOST_AT_ONCE = EightBytes.MOST_PAIRS * EightBytes.COUNT;
    /** The bits that neither SOH nor EOT has. */
    private static final long BUT_SOH_AND_EOT = EightBytes.each(~(BccFrame.SOH | BccFrame.EOT));

    /** D and E differ in the last bit, capital and small letters in the one for 32. */
    private static final long SMALL_AND_ODD = EightBytes.each(' ' | 1);

    private static final long STUFFED = EightBytes.each('e');

    private final boolean stuffing;
    /** With room to write eight bytes at its end. */
    private final byte[] message = new byte[MOST + EightBytes.COUNT];

    private final Evidence evidence = new Evidence();
    /** Bytes of the message so far; 0 between messages. */
    private int length;
    /** Of these bytes. */
    private int sum;
    /** The first half of a stuffed pair, or 0. */
    private byte half;

    private boolean misStuffed;
    /** Of the message verified last. */
    private int headerEnd;
    /** The frame told last. */
    private Framed.Whole<BccFrame> whole = new Framed.Whole<>(new BccFrame("", Octets.over(message, 0, 0), true));

    /** A framer for a ComDevice with character stuffing on, as it leaves the factory, or off. */
    public BccFramer(boolean stuffing) {
        this.stuffing = stuffing;
    }

    @Override
    public void accept(byte[] buffer, int count, Consumer<Framed<BccFrame>> out) {
        int at = 0;
        while (at < count) {
            at = ordinary(buffer, at, count);
            if (at < count) {
                take(buffer[at++], out);
            }
        }
    }

    /** Takes the bytes inside a message that neither begin nor end one, by the eight, and says where it stops. */
    private int ordinary(byte[] buffer, int from, int count) {
        if (length == 0 || half != 0) {
            return from;
        }
        int to = Math.min(count, from + Math.min(MOST - length, MOST_AT_ONCE));
        int at = from;
        int into = length;
        long pairs = 0;
        while (at + EightBytes.COUNT <= to) {
            long eight = EightBytes.from(buffer, at);
            long special = special(eight);
            EightBytes.put(message, into, eight);
            if (special == 0) {
                // Without waiting for what they hold: the processor looks at several eights at the same time
                pairs += EightBytes.pairs(eight);
                at += EightBytes.COUNT;
                into += EightBytes.COUNT;
                continue;
            }
            int plain = EightBytes.beforeFirst(special);
            sum += EightBytes.sum(pairs + EightBytes.pairs(EightBytes.first(plain, eight)));
            pairs = 0;
            at += plain;
            into += plain;
            if (!isPair(buffer, at, to)) {
                break;
            }
            message[into] = unstuffed(buffer[at], buffer[at + 1]);
            sum += message[into];
            into++;
            at += 2;
        }
        sum += EightBytes.sum(pairs);
        length = into;
        evidence.add(buffer, from, at);
        return at;
    }

    /** Marks the bytes that may mean more than themselves inside a message: SOH, EOT, and letters that stuffing changes. */
    private long special(long eight) {
        long controls = EightBytes.zeros(eight & BUT_SOH_AND_EOT);
        return stuffing ? controls | EightBytes.zeros((eight | SMALL_AND_ODD) ^ STUFFED) : controls;
    }

    /** True when a whole stuffed pair stands there. */
    private boolean isPair(byte[] buffer, int at, int count) {
        if (!stuffing || at + 1 >= count) {
            return false;
        }
        int more = buffer[at + 1] - buffer[at];
        return (buffer[at] | ' ') == 'e' && (more == 0 || more == 'X' - 'E');
    }

    private static byte unstuffed(byte first, byte second) {
        // X is greater than either first half
        return (byte) (first - ((first - second) >>> 31));
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
        length = 0;
        sum = 0;
        append(BccFrame.SOH);
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
            append(value);
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
            append(other ? (byte) (half - 1) : value);
            half = 0;
        } else if (value == 'E' || value == 'e') {
            half = value;
        } else {
            misStuffed |= value == 'D' || value == 'd';
            append(value);
        }
    }

    private void append(byte value) {
        message[length++] = value;
        sum += value;
    }

    private void end(Consumer<Framed<BccFrame>> out) {
        String problem = problem();
        if (problem != null) {
            reject(problem, out);
            return;
        }
        frame(headerEnd, length - 7);
        length = 0;
        evidence.clear();
        out.accept(whole);
    }

    /** It lies over the buffer: one of the same bed, length and ending as the one before is the same object. */
    private void frame(int header, int close) {
        BccFrame before = whole.frame();
        String bedId = bedId(header, before.bedId());
        boolean last = message[close] == BccFrame.ETX;
        int size = close - header - 1;
        boolean alike = bedId.equals(before.bedId()) && size == before.octets().length() && last == before.last();
        if (!alike) {
            whole = new Framed.Whole<>(new BccFrame(bedId, Octets.over(message, header + 1, close), last));
        }
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
        int checked = (sum - BccFrame.sum(message, close + 1, length)) & 0xFF;
        if (check != checked) {
            return "check says %d, the sum is %d".formatted(check, checked);
        }
        headerEnd = headerEnd();
        return headerEnd < 0 ? "no valid bed id before /1/1>" : null;
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
    private String bedId(int header, String before) {
        int size = header - 11;
        boolean same = before.length() == size;
        for (int i = 0; same && i < size; i++) {
            same = before.charAt(i) == message[7 + i];
        }
        return same ? before : new String(message, 7, size, ISO_8859_1);
    }
}
