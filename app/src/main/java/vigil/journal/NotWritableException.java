package vigil.journal;

import java.io.IOException;

/** A data directory that cannot be made or written: nothing can be recorded there, but what the pump says can be shown. */
public final class NotWritableException extends JournalException {
    private static final long serialVersionUID = 1L;

    public NotWritableException(String message, IOException cause) {
        super(message, cause);
    }
}
