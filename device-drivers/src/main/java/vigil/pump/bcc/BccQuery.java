package vigil.pump.bcc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import vigil.pump.Query;
import vigil.pump.wire.Framed;

/**
 * Everything that may ever be sent to a ComDevice (section 2.10): four read requests and two single bytes. BCC has no
 * request that writes. There is no other way to make one than the factories here. Immutable.
 */
public final class BccQuery implements Query {
    private static final Pattern REQUEST =
            Pattern.compile("ADMIN:ALIVE|ADMIN:VERSION|MEM:GET|MEM:GETSLOT#[1-3][1-9A-O]");
    private static final byte ACKNOWLEDGE = 0x06;
    private static final byte NOT_ACKNOWLEDGE = 0x15;

    /** The name every ComDevice answers to in ADMIN:ALIVE; its answer tells its real one. */
    static final String FIRST_BED_ID = "1";

    /** The block was good; the next one, or nothing more, is wanted. */
    public static final BccQuery ACK = new BccQuery("ACK", new byte[] {ACKNOWLEDGE});

    /** The block was damaged; the same one is wanted again. */
    public static final BccQuery NAK = new BccQuery("NAK", new byte[] {NOT_ACKNOWLEDGE});

    private final String name;
    private final byte[] bytes;

    private BccQuery(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Opens the conversation. */
    public static BccQuery alive(boolean stuffing) {
        return request(FIRST_BED_ID, "ADMIN:ALIVE", stuffing);
    }

    /** Asks for the protocol version. */
    public static BccQuery version(String bedId, boolean stuffing) {
        return request(bedId, "ADMIN:VERSION", stuffing);
    }

    /** Asks for everything of every pump. */
    public static BccQuery everything(String bedId, boolean stuffing) {
        return request(bedId, "MEM:GET", stuffing);
    }

    /**
     * Asks for everything of one pump.
     *
     * @param pillar 1 to 3, from the left
     * @param place 1 to 24, from below
     */
    public static BccQuery slot(String bedId, int pillar, int place, boolean stuffing) {
        int slot = BccSlot.of(pillar, place);
        if (slot == BccSlot.NONE) {
            throw new IllegalArgumentException("pillar %d, slot %d: no such place in a rack".formatted(pillar, place));
        }
        return request(bedId, "MEM:GETSLOT#" + BccSlot.address(slot).substring(3), stuffing);
    }

    private static BccQuery request(String bedId, String request, boolean stuffing) {
        return new BccQuery(request, new BccFrame(bedId, request, true).bytes(stuffing));
    }

    /** True when exactly these bytes may be sent, with stuffing on or off; judged from the bytes alone. */
    public static boolean permits(byte[] bytes) {
        return Arrays.equals(bytes, ACK.bytes)
                || Arrays.equals(bytes, NAK.bytes)
                || isRequest(bytes, true)
                || isRequest(bytes, false);
    }

    private static boolean isRequest(byte[] bytes, boolean stuffing) {
        List<BccFrame> frames = new ArrayList<>();
        new BccFramer(stuffing).accept(bytes, bytes.length, framed -> {
            if (framed instanceof Framed.Whole<BccFrame>(BccFrame frame)) {
                frames.add(frame);
            }
        });
        return frames.size() == 1
                && REQUEST.matcher(frames.getFirst().information()).matches()
                && Arrays.equals(frames.getFirst().bytes(stuffing), bytes);
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public String name() {
        return name;
    }
}
