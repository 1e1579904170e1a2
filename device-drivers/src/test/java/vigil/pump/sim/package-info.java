/** Tests of {@code vigil.pump.sim}. */
@NullMarked
package vigil.pump.sim;

import org.jspecify.annotations.NullMarked;
