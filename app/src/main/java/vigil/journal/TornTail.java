package vigil.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Puts the end of the last segment in order after a program that did not close it: whole blocks stay, nothing is dropped. */
final class TornTail {
    private final Disk disk;
    private final String segment;

    TornTail(Disk disk, String segment) {
        this.disk = disk;
        this.segment = segment;
    }

    /**
     * Cuts off the zeros that the segment was made with, after the last block read. What was read is forced: a killed
     * program may have written it without, and the next segment is to follow it.
     */
    void settle(SegmentReader read) throws IOException {
        cut(read.offset());
    }

    /** Copies what is no whole block to a file of its own, forces it, and only then cuts it from the segment. */
    Recovery moveAside(SegmentReader read, long lastWhole) throws IOException {
        String aside = freeName(lastWhole + 1);
        byte[] rest = read.rest();
        try (DiskFile copy = disk.create(aside)) {
            copy.write(ByteBuffer.wrap(rest), 0);
            copy.force();
        }
        disk.forceNames();
        cut(read.offset());
        return new Recovery.TailCut(lastWhole, rest.length, aside);
    }

    private void cut(int length) throws IOException {
        try (DiskFile file = disk.open(segment)) {
            file.truncate(length);
            file.force();
        }
    }

    private String freeName(long missing) throws IOException {
        String name = "%s.torn-%d".formatted(segment, missing);
        List<String> taken = disk.names();
        String aside = name;
        for (int i = 2; taken.contains(aside); i++) {
            aside = name + "-" + i;
        }
        return aside;
    }
}
