package vigil.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import vigil.keys.DeviceKey;

/**
 * The first 128 bytes of a segment. Big-endian, not encrypted:
 *
 * <pre>
 *   0  8   "VIGILJNL"
 *   8 u16  format, 2 or 3                 10 u16  why it was begun: {@link Beginning}
 *  12 u32  number of the segment, from 1  16 u64  sequence of its first entry
 *  24 32   chain hash before that entry   56 16   salt of its key
 *  72 16   which device key               88 20   zeros
 * 108 16   tag: AES-256-GCM with the segment's key, nonce 0, over everything before it
 * 124 u32  CRC32C over everything before it
 * </pre>
 */
final class SegmentHeader {
    static final int LENGTH = 128;
    private static final int FORMAT = 2;
    /** Of what a version before 0.2 must not read: it would miss the entries before it. */
    private static final int FORMAT_AFTER_PURGE = 3;

    private static final int PLAIN_FORMAT = 1;
    private static final int PLAIN_LENGTH = 64;
    private static final int CHAIN_AT = 24;
    private static final int SALT_AT = 56;
    private static final int KEY_ID_AT = 72;
    private static final int KEY_ID_LENGTH = 16;
    private static final int TAG_AT = 108;
    private static final int CRC_AT = 124;
    private static final byte[] MAGIC = "VIGILJNL".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private SegmentHeader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Why a segment was begun, with its code on disk. */
    enum Beginning {
        /** The program started, or the segment before was full or a day old: it is closed and ends where this begins. */
        IN_TURN(FORMAT, 0),
        /** The disk did not confirm the end of the segment before: what stands there after this one's begin is void. */
        AFTER_FAILURE(FORMAT, 1),
        /** What stood before its first entry was purged: the first entry of the record names the place where it goes on. */
        AFTER_PURGE(FORMAT_AFTER_PURGE, 0);

        private final int format;
        private final int code;

        Beginning(int format, int code) {
            this.format = format;
            this.code = code;
        }
    }

    static SegmentHeader fresh(int number, Beginning beginning, Head before, DeviceKey key) {
        byte[] salt = new byte[SegmentCipher.SALT_LENGTH];
        new SecureRandom().nextBytes(salt);
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        header.put(MAGIC).putShort((short) beginning.format).putShort((short) beginning.code);
        header.putInt(number).putLong(before.sequence() + 1).put(before.hash());
        header.put(salt).put(key.id());
        byte[] covered = Arrays.copyOf(header.array(), TAG_AT);
        header.position(TAG_AT);
        header.put(new SegmentCipher(key, salt).seal(0, covered, new byte[0]));
        header.putInt(CRC_AT, crc(header.array()));
        return new SegmentHeader(header.array());
    }

    /** What the first bytes of a file say, trusted only after {@link #fault} found nothing. */
    static SegmentHeader of(byte[] bytes) {
        return new SegmentHeader(Arrays.copyOf(bytes, LENGTH));
    }

    /** What is wrong with the header of segment {@code number}; empty if nothing. */
    Optional<String> fault(int number, DeviceKey key) {
        if (!Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.of("does not begin like a journal");
        }
        if (isPlain()) {
            return plainJournal();
        }
        if (ByteBuffer.wrap(bytes).getInt(CRC_AT) != crc(bytes)) {
            return Optional.of("has a damaged header");
        }
        if (format() != FORMAT && format() != FORMAT_AFTER_PURGE) {
            return Optional.of("has format %d, this program reads formats %d and %d"
                    .formatted(format(), FORMAT, FORMAT_AFTER_PURGE));
        }
        if (beginning().isEmpty()) {
            return Optional.of("has a damaged header");
        }
        return number() == number ? keyFault(key) : Optional.of("says that it is number " + number());
    }

    private Optional<String> keyFault(DeviceKey key) {
        if (key.of(keyId()).isEmpty()) {
            return Optional.of("was written with another device key; put the right device.key beside it");
        }
        byte[] tag = Arrays.copyOfRange(bytes, TAG_AT, CRC_AT);
        return cipher(key).open(0, Arrays.copyOf(bytes, TAG_AT), tag).isPresent()
                ? Optional.empty()
                : Optional.of("has a changed header");
    }

    /** Why a file of the format before encryption is refused; empty if it is not one. */
    Optional<String> plainJournal() {
        return isPlain()
                ? Optional.of(
                        "is a plain journal of version 0.1 (format 1), which this version does not read; keep it for that version and start with another data directory")
                : Optional.empty();
    }

    private boolean isPlain() {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, PLAIN_LENGTH - Integer.BYTES);
        return format() == PLAIN_FORMAT
                && ByteBuffer.wrap(bytes).getInt(PLAIN_LENGTH - Integer.BYTES) == (int) crc.getValue();
    }

    private static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CRC_AT);
        return (int) crc.getValue();
    }

    private int format() {
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes).getShort(MAGIC.length));
    }

    private Optional<Beginning> beginning() {
        int code = ByteBuffer.wrap(bytes).getShort(MAGIC.length + Short.BYTES);
        return Arrays.stream(Beginning.values())
                .filter(each -> each.format == format() && each.code == code)
                .findFirst();
    }

    boolean followsPurge() {
        return beginning().equals(Optional.of(Beginning.AFTER_PURGE));
    }

    /** What stood before its first entry. */
    Head before() {
        return Head.of(firstSequence() - 1, chainHashBefore());
    }

    boolean followsFailure() {
        return beginning().equals(Optional.of(Beginning.AFTER_FAILURE));
    }

    int number() {
        return ByteBuffer.wrap(bytes).getInt(12);
    }

    long firstSequence() {
        return ByteBuffer.wrap(bytes).getLong(16);
    }

    byte[] chainHashBefore() {
        return Arrays.copyOfRange(bytes, CHAIN_AT, CHAIN_AT + Entry.HASH_LENGTH);
    }

    byte[] keyId() {
        return Arrays.copyOfRange(bytes, KEY_ID_AT, KEY_ID_AT + KEY_ID_LENGTH);
    }

    /** Of all keys of the console those that this segment was written with; {@link #fault} found nothing. */
    DeviceKey keyIn(DeviceKey keys) {
        return keys.of(keyId()).orElseThrow(() -> new IllegalStateException("the header was not checked"));
    }

    SegmentCipher cipher(DeviceKey keys) {
        return new SegmentCipher(keyIn(keys), Arrays.copyOfRange(bytes, SALT_AT, SALT_AT + SegmentCipher.SALT_LENGTH));
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
