package vigil.pump;

/**
 * A byte sequence that may be sent to a pump. The only thing a line can write, so that "read-only" is a type: each
 * protocol package has one closed implementation whose values are read requests and acknowledgements, and nothing else.
 */
public interface Query {
    /** The exact bytes for the wire; a fresh array each time. */
    byte[] bytes();

    /** What it asks for, for logs and the wire view. */
    String name();
}
