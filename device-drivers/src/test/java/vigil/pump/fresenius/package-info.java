/** Tests of {@code vigil.pump.fresenius}. */
@NullMarked
package vigil.pump.fresenius;

import org.jspecify.annotations.NullMarked;
