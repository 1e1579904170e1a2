/** Tests of {@code vigil.pump.wire}, and what the tests of all protocols share. */
@NullMarked
package vigil.pump.wire;

import org.jspecify.annotations.NullMarked;
