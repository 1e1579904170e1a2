package vigil.store;

import java.io.IOException;
import java.util.Optional;

/** A block of the database file does not fit its checksum. H2 hands it on as the cause of a failure of its own. */
final class DamagedBlockException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long block;

    DamagedBlockException(long block) {
        super("block %d of the session database is not as it was written".formatted(block));
        this.block = block;
    }

    long block() {
        return block;
    }

    /** The block that a failure comes from, counted from 0; empty where it has another cause. */
    static Optional<Long> behind(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof DamagedBlockException damaged) {
                return Optional.of(damaged.block);
            }
        }
        return Optional.empty();
    }
}
