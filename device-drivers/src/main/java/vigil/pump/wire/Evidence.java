package vigil.pump.wire;

import java.util.HexFormat;

/** The first bytes of a stretch and its length: enough to show what came, bounded whatever comes. Not thread-safe. */
public final class Evidence {
    /** Bytes kept of one stretch. */
    public static final int MOST = 64;

    private final byte[] head = new byte[MOST];
    private int count;

    public void add(byte value) {
        if (count < MOST) {
            head[count] = value;
        }
        if (count < Integer.MAX_VALUE) {
            count++;
        }
    }

    /** Adds the bytes from {@code from} to before {@code to}. */
    public void add(byte[] bytes, int from, int to) {
        if (count < MOST) {
            System.arraycopy(bytes, from, head, count, Math.min(to - from, MOST - count));
        }
        count = (int) Math.min((long) count + (to - from), Integer.MAX_VALUE);
    }

    /** Bytes since the last {@link #clear}. */
    public int count() {
        return count;
    }

    public void clear() {
        count = 0;
    }

    /** The stretch as a rejection; starts a new stretch. */
    public <F> Framed.Rejected<F> reject(Framed.Kind kind, String reason) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(count, MOST));
        Framed.Rejected<F> rejected = new Framed.Rejected<>(kind, reason, hex, count);
        count = 0;
        return rejected;
    }
}
