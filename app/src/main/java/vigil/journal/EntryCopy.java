package vigil.journal;

import java.util.Arrays;
import java.util.HexFormat;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * One entry as the chain goes over it, for a copy of the journal in another place: whoever has these parts can check the
 * chain without a key, and make the entry of them again. Immutable.
 */
public final class EntryCopy {
    private final Entry entry;
    private final byte[] chainHash;

    private EntryCopy(Entry entry, byte[] chainHash) {
        this.entry = entry;
        this.chainHash = chainHash;
    }

    /** What an entry consists of, as {@link Entry} describes it. */
    public interface Parts {
        long sequence();

        Moment at();

        int type();

        byte[] payload();

        /** SHA-256, 32 bytes. */
        byte[] chainHash();
    }

    /** A copy that came back; nothing of it is believed before {@link #continues} has said so. */
    public static EntryCopy of(Parts parts) {
        Entry entry = new Entry(
                parts.sequence(), parts.at(), parts.type(), parts.payload().clone());
        return new EntryCopy(entry, parts.chainHash().clone());
    }

    static EntryCopy of(Entry entry, byte[] chainHash) {
        return new EntryCopy(entry, chainHash);
    }

    /** Whether it is the entry right after {@code before}, unchanged. */
    public boolean continues(Head before) {
        return entry.sequence() == before.sequence() + 1 && Arrays.equals(entry.chainHash(before.hash()), chainHash);
    }

    /**
     * Whether it is the first entry behind what was purged, and {@code before} the last one that stands before that.
     *
     * @param first the first entry of the same record, which names the place
     * @throws JournalException if that cannot be understood
     */
    public boolean followsPurge(EntryCopy first, Head before) throws JournalException {
        return first.opened().event() instanceof Event.RecordShortened it
                && it.entries() == before.sequence()
                && continues(new Head(it.lastEntry(), it.chainHash()));
    }

    /** Whether the other one is the same entry of the same chain, in every part. */
    boolean isSameAs(EntryCopy other) {
        return entry.sequence() == other.entry.sequence()
                && entry.at().equals(other.entry.at())
                && entry.type() == other.entry.type()
                && Arrays.equals(entry.payload(), other.entry.payload())
                && Arrays.equals(chainHash, other.chainHash);
    }

    /** The record up to and including it. */
    public Head head() {
        return Head.of(entry.sequence(), chainHash);
    }

    public long sequence() {
        return entry.sequence();
    }

    public Moment at() {
        return entry.at();
    }

    /** A code that stays, whatever happens to class names. */
    public int type() {
        return entry.type();
    }

    /** JSON in UTF-8. */
    public byte[] payload() {
        return entry.payload().clone();
    }

    public byte[] chainHash() {
        return chainHash.clone();
    }

    /**
     * The entry with its event.
     *
     * @throws JournalException if it is of a type or content that this program does not know
     */
    public JournalEntry opened() throws JournalException {
        return new JournalEntry(entry.sequence(), HexFormat.of().formatHex(chainHash), entry.event());
    }

    Entry entry() {
        return entry;
    }
}
