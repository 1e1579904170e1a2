/**
 * What every pump protocol needs and none owns: the shape of a framer's answers, the evidence kept of rejected bytes,
 * and the report of a link's state. No protocol's bytes are known here.
 */
@NullMarked
package vigil.pump.wire;

import org.jspecify.annotations.NullMarked;
