package vigil.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * One entry before it is packed and after it is unpacked. Its canonical bytes, which the chain goes over, big-endian:
 *
 * <pre>
 *  0  u64  sequence, from 1, no gaps
 *  8  i64  UTC, seconds since 1970      16  u32  UTC, nanoseconds
 * 20  i64  monotonic clock, ns          28  i64  boot-time clock, ns
 * 36  u16  type, a code of EventType    38  n    payload, JSON in UTF-8 ({@link EventCodec})
 * </pre>
 *
 * The chain hash of an entry is the SHA-256 over the chain hash of the entry before it (32 zero bytes before the first) and
 * these bytes. It depends on what happened, not on how or when it was written.
 */
final class Entry {
    static final int HASH_LENGTH = 32;
    /** A longer payload is refused; a 10 kB text of control characters has 60 kB. */
    static final int MOST_PAYLOAD = 256 * 1024;

    private static final int PAYLOAD_AT = 38;

    private final long sequence;
    private final Moment at;
    private final int type;
    private final byte[] payload;

    Entry(long sequence, Moment at, int type, byte[] payload) {
        this.sequence = sequence;
        this.at = at;
        this.type = type;
        this.payload = payload;
    }

    static Entry of(long sequence, Event event) {
        return new Entry(sequence, event.at(), EventType.of(event).code(), EventCodec.encode(event));
    }

    static byte[] chainStart() {
        return new byte[HASH_LENGTH];
    }

    byte[] chainHash(byte[] before) {
        Instant utc = at.utc();
        ByteBuffer canonical = ByteBuffer.allocate(PAYLOAD_AT + payload.length);
        canonical.putLong(sequence).putLong(utc.getEpochSecond()).putInt(utc.getNano());
        canonical.putLong(at.monotonicNanos()).putLong(at.bootNanos());
        canonical.putShort((short) type).put(payload);
        MessageDigest sha256 = sha256();
        sha256.update(before);
        return sha256.digest(canonical.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @throws JournalException if it is of a type or content that this program does not know */
    Event event() throws JournalException {
        EventType known = EventType.ofCode(type)
                .orElseThrow(() -> new JournalException(
                        "journal entry %d is of type %d, which this version does not know; open it with the newer version that wrote it"
                                .formatted(sequence, type)));
        try {
            return EventCodec.decode(known, at, payload);
        } catch (IllegalArgumentException e) {
            throw new JournalException(
                    "journal entry %d (%s) cannot be understood: %s".formatted(sequence, known, e.getMessage()), e);
        }
    }

    long sequence() {
        return sequence;
    }

    Moment at() {
        return at;
    }

    int type() {
        return type;
    }

    byte[] payload() {
        return payload;
    }
}
