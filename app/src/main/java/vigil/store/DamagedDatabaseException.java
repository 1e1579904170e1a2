package vigil.store;

import java.nio.file.Path;

/** A block of the session database is not as it was written; says which, and what makes the database anew. */
public final class DamagedDatabaseException extends StoreException {
    private static final long serialVersionUID = 1L;

    DamagedDatabaseException(Path directory, long block) {
        super("the session database %s is damaged in block %d; 'vigil rebuild' makes it anew from the journal"
                .formatted(Database.file(directory), block));
    }
}
