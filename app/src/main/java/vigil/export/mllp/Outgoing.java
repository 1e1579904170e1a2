package vigil.export.mllp;

/**
 * A message as it is sent.
 *
 * @param id its control id (MSH-10): the same for as long as the message says the same, so that a receiver can tell that
 *     it has it already
 */
public record Outgoing(String id, String text) {}
