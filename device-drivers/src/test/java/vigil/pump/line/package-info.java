/** Tests of {@code vigil.pump.line}. */
@NullMarked
package vigil.pump.line;

import org.jspecify.annotations.NullMarked;
