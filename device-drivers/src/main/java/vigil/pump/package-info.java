/**
 * The words any infusion pump can say, and the only package the rest of Vigil uses.
 *
 * <p>A reading is what one pump reported in one complete, checksum-valid answer. A value that the pump did not report
 * is absent, never zero. Terms follow ISO/IEEE 11073-10101: flow rate, volume infused, VTBI, delivery status. The
 * protocols live in one package each below this one; {@code line} carries bytes, {@code sim} is the simulated pump.
 */
@NullMarked
package vigil.pump;

import org.jspecify.annotations.NullMarked;
