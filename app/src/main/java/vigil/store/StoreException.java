package vigil.store;

import java.io.IOException;
import java.util.Objects;

/** The session database could not be used: one line that names the directory, the cause and the fix. */
public sealed class StoreException extends IOException permits DamagedDatabaseException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The one line; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
