/** Tests of {@code vigil.pump.newera}. */
@NullMarked
package vigil.pump.newera;

import org.jspecify.annotations.NullMarked;
