package vigil.ward;

import java.io.IOException;
import java.util.Objects;

/** The ward's database could not do what was asked: one line that says why and what to do. */
public final class WardException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    WardException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    WardException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What it means for the bedside's outbox, which tries again in every case, but not equally soon. */
    public enum Kind {
        /** What was written as its address is none, or lacks a certificate. */
        WRONG_ADDRESS,
        /** No answer, or none in time. */
        UNREACHABLE,
        /** The server answers and does not let us in: certificate, role, address. */
        REFUSED,
        /** The server answers and cannot store: disk full, read-only, starting. */
        UNABLE,
        /** What stands there does not go with what is here: another schema, another record. */
        FOREIGN
    }

    public Kind kind() {
        return kind;
    }

    /** The one line; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
