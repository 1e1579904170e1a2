package vigil.cli;

/** A failure of the outside world, told in one line that names the value and says what to do. Ends with exit status 1. */
public final class CommandFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailed(String line) {
        super(line);
    }

    public CommandFailed(String line, Throwable cause) {
        super(line, cause);
    }
}
