/**
 * Ways for bytes: serial port, TCP connection, pseudo-terminal, and the loop that drives a {@code PumpLink} over one.
 * Only a {@code Query} can be written to a line. Nothing here knows a protocol.
 */
@NullMarked
package vigil.pump.line;

import org.jspecify.annotations.NullMarked;
