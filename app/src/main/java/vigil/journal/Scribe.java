package vigil.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.journal.SegmentHeader.Beginning;
import vigil.keys.DeviceKey;

/**
 * Brings entries to the disk. If the disk refuses a write or to confirm it, what it holds of them is unknown: the segment is
 * abandoned at once and all of them are written anew, from memory, into the next one. Used by one thread, which is never
 * interrupted.
 */
final class Scribe {
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMinutes(1);

    private final Disk disk;
    private final DeviceKey key;
    private final Limits limits;
    private final Checkpoint.Signer signer;
    private final Reserve reserve;
    private Head forced;
    private Head signed;
    private Optional<Instant> signedAt = Optional.empty();
    private Instant lastAt = Instant.EPOCH;
    private Beginning next = Beginning.IN_TURN;
    private @Nullable SegmentWriter segment;
    private volatile Optional<String> trouble = Optional.empty();
    private volatile boolean shortOfSpace;

    /** @param forced where the journal stands on the disk; the next segment follows */
    Scribe(Disk disk, DeviceKey key, Head forced, Limits limits, Checkpoint.Signer signer) {
        this.disk = disk;
        this.key = key;
        this.limits = limits;
        this.signer = signer;
        this.reserve = new Reserve(disk, limits.reserveBytes());
        this.forced = forced;
        this.signed = forced;
    }

    /**
     * Returns when all entries of {@code batch} are on the disk.
     *
     * @param end the head with the last of them
     * @throws IOException if that is not so, although it was tried with a new segment; then the same entries, and more if
     *     more came, are to be given again
     */
    void write(List<Entry> batch, Head end) throws IOException {
        try {
            writeOnce(batch, end);
        } catch (IOException first) {
            abandon(first);
            try {
                writeOnce(batch, end);
                failedOnce(first);
            } catch (IOException second) {
                abandon(second);
                second.addSuppressed(first);
                throw second;
            }
        }
    }

    /** What went wrong although nothing is lost; it is forgotten a minute after all is well again. */
    Optional<String> trouble() {
        return trouble;
    }

    private void failedOnce(IOException cause) {
        if (!shortOfSpace) {
            trouble = Optional.of(
                    "the disk failed (%s); the last entries were written anew".formatted(DataDirectory.cause(cause)));
        }
    }

    boolean isShortOfSpace() {
        return shortOfSpace;
    }

    private void writeOnce(List<Entry> batch, Head end) throws IOException {
        Instant at = batch.getLast().at().utc();
        SegmentWriter open = opened(at);
        open.add(batch);
        boolean sign = isCheckpointDue(batch, at);
        if (sign) {
            open.add(Checkpoint.of(end, at, key, signer));
        }
        open.force();
        forced = end;
        lastAt = at;
        if (sign) {
            signed(end, at);
        }
    }

    private boolean isCheckpointDue(List<Entry> batch, Instant at) {
        if (signedAt.isEmpty()) {
            signedAt = Optional.of(at);
        }
        boolean minutePassed = Duration.between(signedAt.get(), at).abs().compareTo(BETWEEN_CHECKPOINTS) >= 0;
        return minutePassed || batch.stream().anyMatch(entry -> entry.type() == EventType.SIGNED.code());
    }

    private void signed(Head head, Instant at) {
        signed = head;
        signedAt = Optional.of(at);
        if (trouble.isPresent()) {
            recover();
        }
    }

    /** A minute without failure: all is well again if the space can be held again, too. */
    private void recover() {
        trouble = Optional.empty();
        hold();
    }

    private SegmentWriter opened(Instant at) throws IOException {
        SegmentWriter open = segment;
        if (open != null && open.isDone(limits, at)) {
            finish(open);
            open = null;
        }
        if (open == null) {
            open = begun();
            segment = open;
            next = Beginning.IN_TURN;
        }
        return open;
    }

    private SegmentWriter begun() throws IOException {
        SegmentWriter begun = createdAtAnyPrice();
        if (!shortOfSpace) {
            hold();
        }
        return begun;
    }

    private SegmentWriter createdAtAnyPrice() throws IOException {
        try {
            return create();
        } catch (IOException e) {
            if (!reserve.release()) {
                throw e;
            }
            isFull(e);
            return create();
        }
    }

    private void hold() {
        try {
            reserve.hold();
            shortOfSpace = false;
        } catch (IOException e) {
            isFull(e);
        }
    }

    private void isFull(IOException e) {
        shortOfSpace = true;
        trouble = Optional.of("the disk is nearly full (%s); make room: what is held back lasts for a while only"
                .formatted(DataDirectory.cause(e)));
    }

    private SegmentWriter create() throws IOException {
        List<Integer> numbers = Shelf.numbers(disk);
        int number = numbers.isEmpty() ? 1 : numbers.getLast() + 1;
        return SegmentWriter.create(disk, key, number, next, forced, limits.segmentBytes());
    }

    private void finish(SegmentWriter open) throws IOException {
        if (!signed.equals(forced)) {
            open.add(Checkpoint.of(forced, lastAt, key, signer));
            signed(forced, lastAt);
        }
        open.finish();
        segment = null;
        open.close();
    }

    private void abandon(IOException cause) {
        next = Beginning.AFTER_FAILURE;
        SegmentWriter open = segment;
        segment = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    /** Signs the end, gives unused space back and closes the segment. */
    void close() throws IOException {
        SegmentWriter open = segment;
        if (open != null) {
            finish(open);
        }
    }
}
