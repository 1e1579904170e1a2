package vigil.journal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Space on the disk that is held while there is enough, and given back when the disk is full, so that alarms and entries can
 * still be recorded until somebody makes room. Used by one thread.
 */
final class Reserve {
    static final String NAME = "journal.reserve";

    private final Disk disk;
    private final int bytes;

    Reserve(Disk disk, int bytes) {
        this.disk = disk;
        this.bytes = bytes;
    }

    boolean isHeld() throws IOException {
        return disk.names().contains(NAME) && disk.size(NAME) == bytes;
    }

    /** Takes the space if it is not held yet. A failure leaves none taken. */
    void hold() throws IOException {
        if (isHeld()) {
            return;
        }
        try (DiskFile file = disk.create(NAME)) {
            file.write(ByteBuffer.allocate(bytes), 0);
            file.force();
        } catch (IOException e) {
            giveBack(e);
            throw e;
        }
    }

    private void giveBack(IOException cause) {
        try {
            disk.delete(NAME);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** Gives the space back; false if none was held. */
    boolean release() throws IOException {
        if (!disk.names().contains(NAME)) {
            return false;
        }
        disk.delete(NAME);
        disk.forceNames();
        return true;
    }
}
