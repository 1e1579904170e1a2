package vigil.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The bytes after the last whole entry of a file. They are the rest of a write that was cut short, unless a later entry
 * in them says that the disk had already confirmed what is missing: then the record was damaged after it was written.
 */
final class TornTail {
    private static final ValueLayout.OfInt U32 = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong U64 = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Path file;
    private final long offset;
    private final long missing;

    /** @param missing sequence of the entry that ought to begin at {@code offset} */
    TornTail(Path file, long offset, long missing) {
        this.file = file;
        this.offset = offset;
        this.missing = missing;
    }

    /** The later entry that proves that the missing one had been forced to disk, if there is one. */
    Optional<Long> proofOfDamage() throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                Arena arena = Arena.ofConfined()) {
            MemorySegment tail = channel.map(MapMode.READ_ONLY, offset, channel.size() - offset, arena);
            for (long at = 1; at + Frame.OVERHEAD <= tail.byteSize(); at++) {
                if (isLaterEntry(tail, at) && forcedThrough(tail, at) >= missing) {
                    return Optional.of(tail.get(U64, at + Frame.SEQUENCE_AT));
                }
            }
            return Optional.empty();
        }
    }

    private boolean isLaterEntry(MemorySegment tail, long at) {
        int length = tail.get(U32, at);
        long sequence = tail.get(U64, at + Frame.SEQUENCE_AT);
        return sequence > missing
                && sequence - missing <= at
                && Frame.isPlausibleLength(length)
                && at + length <= tail.byteSize()
                && Frame.hasGoodChecksum(tail.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
    }

    private static long forcedThrough(MemorySegment tail, long at) {
        byte[] start = tail.asSlice(at, Frame.OVERHEAD).toArray(ValueLayout.JAVA_BYTE);
        return Frame.heading(start).forcedThrough();
    }

    /** Copies the tail to a file of its own, forces it, and only then cuts it from the journal. */
    Recovery moveAside() throws IOException {
        Path aside = freeName();
        try (FileChannel journal = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileChannel copy = FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long bytes = journal.size() - offset;
            for (long done = 0; done < bytes; ) {
                done += journal.transferTo(offset + done, bytes - done, copy);
            }
            copy.force(true);
            journal.truncate(offset);
            journal.force(true);
            return new Recovery.TailCut(missing - 1, bytes, aside);
        }
    }

    private Path freeName() {
        String name = "%s.torn-%d".formatted(file.getFileName(), missing);
        Path aside = file.resolveSibling(name);
        for (int i = 2; Files.exists(aside); i++) {
            aside = file.resolveSibling(name + "-" + i);
        }
        return aside;
    }
}
