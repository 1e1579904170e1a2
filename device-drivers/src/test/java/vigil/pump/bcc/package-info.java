/** Tests of {@code vigil.pump.bcc}. */
@NullMarked
package vigil.pump.bcc;

import org.jspecify.annotations.NullMarked;
