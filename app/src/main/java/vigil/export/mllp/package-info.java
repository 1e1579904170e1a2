/**
 * The way of HL7 messages to a receiver: a line framed by MLLP, in the clear or over TLS, and a queue that gets every message
 * there once in order and outlives the program. Knows nothing of what the messages say.
 */
@NullMarked
package vigil.export.mllp;

import org.jspecify.annotations.NullMarked;
