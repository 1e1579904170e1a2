package vigil.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.zip.CRC32C;
import vigil.pump.Moment;

/**
 * The layout of one entry on disk. Big-endian; offsets in bytes:
 *
 * <pre>
 *  0  u32  length of the whole entry, this field included
 *  4  u32  unforced: how many entries before this one had not been forced to disk when it was made
 *  8  u64  sequence, from 1, no gaps
 * 16  i64  UTC, seconds since 1970      24  u32  UTC, nanoseconds
 * 28  i64  monotonic clock, ns          36  i64  boot-time clock, ns
 * 44  u16  type, a code of EventType    46  n    payload, JSON in UTF-8
 * 46+n     32 bytes chain hash: SHA-256 over the previous chain hash and bytes 8 to 46+n of this entry
 * 78+n     u32 CRC32C over everything before it
 * </pre>
 *
 * <p>The checksum covers the chain hash so that an entry whose writing was cut short fails the checksum; a good checksum
 * with a wrong hash is never an accident of writing. The count of unforced entries is left out of the hash: the chain
 * depends on what happened, not on when the disk was asked.
 */
final class Frame {
    static final int PAYLOAD_AT = 46;
    static final int HASH_LENGTH = 32;
    private static final int CRC_LENGTH = 4;
    /** Length of an entry without its payload. */
    static final int OVERHEAD = PAYLOAD_AT + HASH_LENGTH + CRC_LENGTH;
    /** A longer payload is refused; a 10 kB text of control characters has 60 kB. */
    static final int MOST_PAYLOAD = 256 * 1024;

    static final int SEQUENCE_AT = 8;

    private Frame() {}

    /** What an entry says beside its payload and its place in the chain. */
    record Heading(long sequence, int unforced, Moment at, int type) {
        /** Every entry up to this sequence had been forced to disk before this one was made. */
        long forcedThrough() {
            return sequence - 1 - unforced;
        }
    }

    static byte[] encode(Heading heading, byte[] payload, byte[] previousHash) {
        ByteBuffer entry = ByteBuffer.allocate(OVERHEAD + payload.length);
        entry.putInt(entry.capacity()).putInt(heading.unforced()).putLong(heading.sequence());
        Moment at = heading.at();
        Instant utc = at.utc();
        entry.putLong(utc.getEpochSecond()).putInt(utc.getNano());
        entry.putLong(at.monotonicNanos()).putLong(at.bootNanos());
        entry.putShort((short) heading.type()).put(payload);
        entry.put(chainHash(previousHash, entry.array()));
        entry.putInt(checksum(entry.array(), entry.position()));
        return entry.array();
    }

    static boolean isPlausibleLength(int length) {
        return length >= OVERHEAD && length <= OVERHEAD + MOST_PAYLOAD;
    }

    static boolean hasGoodChecksum(byte[] entry) {
        int end = entry.length - CRC_LENGTH;
        return ByteBuffer.wrap(entry).getInt(end) == checksum(entry, end);
    }

    static Heading heading(byte[] entry) {
        ByteBuffer from = ByteBuffer.wrap(entry);
        Moment at = new Moment(
                Instant.ofEpochSecond(from.getLong(16), from.getInt(24)), from.getLong(28), from.getLong(36));
        return new Heading(from.getLong(SEQUENCE_AT), from.getInt(4), at, Short.toUnsignedInt(from.getShort(44)));
    }

    static byte[] payload(byte[] entry) {
        return Arrays.copyOfRange(entry, PAYLOAD_AT, entry.length - HASH_LENGTH - CRC_LENGTH);
    }

    static byte[] storedHash(byte[] entry) {
        int end = entry.length - CRC_LENGTH;
        return Arrays.copyOfRange(entry, end - HASH_LENGTH, end);
    }

    /** The hash that an entry of this content must carry after an entry with {@code previousHash}. */
    static byte[] chainHash(byte[] previousHash, byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(previousHash);
        sha256.update(entry, SEQUENCE_AT, entry.length - SEQUENCE_AT - HASH_LENGTH - CRC_LENGTH);
        return sha256.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
