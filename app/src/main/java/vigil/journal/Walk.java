package vigil.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import vigil.journal.Shelf.Segment;
import vigil.keys.DeviceKey;
import vigil.session.Event;

/**
 * Reads the entries of a journal in order and checks each: seal, sequence, chain, and that every checkpoint and every
 * segment agrees with the chain. Holds one segment at a time, whatever the length of the journal. Used by one thread.
 */
final class Walk implements AutoCloseable {
    private final Shelf shelf;
    private final BiConsumer<Checkpoint, DeviceKey> checkpoints;
    private final EntryUnpacker unpacker = new EntryUnpacker();
    private final Deque<Entry> ready = new ArrayDeque<>();
    private int entered;
    private @Nullable SegmentReader reader;
    private long sequence;
    private byte[] hash;
    private @Nullable Entry current;
    /** Where a record goes on whose beginning was purged, until it has been gone on there. */
    private Optional<Event.RecordShortened> promised = Optional.empty();

    private Walk(Shelf shelf, int first, BiConsumer<Checkpoint, DeviceKey> checkpoints) {
        this.shelf = shelf;
        this.checkpoints = checkpoints;
        this.entered = first;
        this.hash = Entry.chainStart();
    }

    /** What stands at the present place of the journal. */
    sealed interface Found {}

    /** An entry that passed every check; {@link #entry} gives it. */
    record Whole() implements Found {}

    /** The journal ends after the last whole entry. */
    record End() implements Found {}

    /** The journal ends in bytes that are no whole block: a write was cut short, or they changed later. */
    record Broken(String reason) implements Found {}

    /** What stands here cannot be the rest of a write that was cut short: it is not what was written. */
    record Foreign(String reason) implements Found {}

    static Walk over(Shelf shelf) {
        return new Walk(shelf, 0, (_, _) -> {});
    }

    /**
     * Like {@link #over}, and hands out each checkpoint that agrees with the chain, with the keys that should have signed it;
     * the signature is not checked.
     */
    static Walk over(Shelf shelf, BiConsumer<Checkpoint, DeviceKey> checkpoints) {
        return new Walk(shelf, 0, checkpoints);
    }

    /** Begins with the segment in which the entry {@code sequence} stands, trusting that segment's header. */
    static Walk near(Shelf shelf, long sequence) {
        List<Segment> segments = shelf.segments();
        int index = segments.size() - 1;
        while (index > 0 && segments.get(index).header().firstSequence() > sequence) {
            index--;
        }
        if (segments.stream().skip(index + 1L).anyMatch(it -> it.header().followsPurge())) {
            // The first entry says where it goes on behind what was purged.
            index = 0;
        }
        Walk walk = new Walk(shelf, Math.max(index, 0), (_, _) -> {});
        if (index >= 0) {
            SegmentHeader header = segments.get(index).header();
            walk.sequence = header.firstSequence() - 1;
            walk.hash = header.chainHashBefore();
        }
        return walk;
    }

    /** Begins with the last segment. */
    static Walk overLast(Shelf shelf) {
        return near(shelf, Long.MAX_VALUE);
    }

    /** Moves over one entry if it is whole; otherwise stays. Not to be called again after anything but Whole. */
    Found next() throws JournalException {
        while (ready.isEmpty()) {
            Optional<Found> stop = advance();
            if (stop.isPresent()) {
                return stop.get();
            }
        }
        Entry entry = ready.removeFirst();
        hash = entry.chainHash(hash);
        sequence = entry.sequence();
        current = entry;
        if (sequence == 1 && entry.type() == EventType.RECORD_SHORTENED.code()) {
            promised = Optional.of((Event.RecordShortened) entry.event());
        }
        return new Whole();
    }

    private Optional<Found> advance() throws JournalException {
        SegmentReader open = reader;
        if (open == null || (reachesNext() && nextFollowsFailure())) {
            return enterNext();
        }
        return switch (open.next()) {
            case SegmentReader.Whole whole -> taken(whole.kind(), whole.content());
            case SegmentReader.End _ ->
                isInLast() || reachesNext() || isAtPurged() ? enterNext() : foreign("it is missing");
            case SegmentReader.Broken(var reason) -> isInLast() ? Optional.of(new Broken(reason)) : foreign(reason);
        };
    }

    private static Optional<Found> foreign(String reason) {
        return Optional.of(new Foreign(reason));
    }

    private Optional<Found> enterNext() throws JournalException {
        if (isInLast()) {
            return promised.isPresent() ? foreign("what was kept behind it is missing") : Optional.of(new End());
        }
        Segment segment = shelf.segments().get(entered);
        if (isAtPurged()) {
            sequence = segment.header().before().sequence();
            hash = segment.header().chainHashBefore();
            promised = Optional.empty();
        }
        entered++;
        if (segment.header().firstSequence() != sequence + 1) {
            return foreign("it is missing");
        }
        if (!java.util.Arrays.equals(segment.header().chainHashBefore(), hash)) {
            return foreign("the segment %s does not continue the chain".formatted(segment.name()));
        }
        reader = shelf.read(segment);
        unpacker.beginAnew();
        return Optional.empty();
    }

    private Optional<Found> taken(byte kind, byte[] content) {
        try {
            return kind == Block.CHECKPOINT ? checked(Checkpoint.read(content)) : unpacked(content);
        } catch (IllegalArgumentException e) {
            return foreign(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Found> unpacked(byte[] content) {
        if (!isInLast() && reachesNext()) {
            return foreign("it stands twice");
        }
        ready.addAll(unpacker.unpack(content, sequence + 1));
        return Optional.empty();
    }

    private Optional<Found> checked(Checkpoint checkpoint) {
        if (!checkpoint.head().equals(head())) {
            return foreign("the checkpoint after entry %d does not agree with the chain".formatted(sequence));
        }
        checkpoints.accept(checkpoint, segment().header().keyIn(shelf.key()));
        unpacker.beginAnew();
        return Optional.empty();
    }

    private boolean isInLast() {
        return entered == shelf.segments().size();
    }

    private boolean reachesNext() {
        return !isInLast() && shelf.segments().get(entered).header().firstSequence() == sequence + 1;
    }

    /** Every entry has been passed that stands before the kept ones, and what comes next is what the first one has named. */
    private boolean isAtPurged() {
        return !isInLast()
                && promised.filter(it -> it.entries() == sequence && isNext(new Head(it.lastEntry(), it.chainHash())))
                        .isPresent();
    }

    private boolean isNext(Head purged) {
        SegmentHeader next = shelf.segments().get(entered).header();
        return next.followsPurge() && next.before().equals(purged);
    }

    private boolean nextFollowsFailure() {
        return shelf.segments().get(entered).header().followsFailure();
    }

    /** The segment being read, for its unread rest; empty before the first. */
    Optional<SegmentReader> reader() {
        return Optional.ofNullable(reader);
    }

    String segmentName() {
        return segment().name();
    }

    private Segment segment() {
        return shelf.segments().get(Math.max(entered - 1, 0));
    }

    /** Sequence of the last whole entry; 0 before the first. */
    long sequence() {
        return sequence;
    }

    Head head() {
        return Head.of(sequence, hash);
    }

    /** @throws JournalException if the entry just passed is of a type or content that this program does not know */
    JournalEntry entry() throws JournalException {
        return new JournalEntry(sequence, head().chainHash(), passed().event());
    }

    /** The entry just passed, whatever its type. */
    EntryCopy copy() {
        return EntryCopy.of(passed(), hash);
    }

    private Entry passed() {
        Entry entry = current;
        if (entry == null) {
            throw new IllegalStateException("no entry was passed yet");
        }
        return entry;
    }

    @Override
    public void close() {
        unpacker.close();
    }
}
