/**
 * The simulated pump and the wire it speaks. {@code SimulatedPump} knows syringe, flow, pressure, battery and alarms and
 * nothing of bytes; a {@code Speaker} per protocol turns it into real wire bytes. Used by tests, demonstration and
 * training. Time is always passed in, so five days run in seconds.
 */
@NullMarked
package vigil.pump.sim;

import org.jspecify.annotations.NullMarked;
