package vigil.export;

import java.io.IOException;
import java.io.Serial;

/** A file could not be written; the message names it and says what to do, in one line. */
public final class ExportException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }

    ExportException(String message, IOException cause) {
        super(message, cause);
    }
}
