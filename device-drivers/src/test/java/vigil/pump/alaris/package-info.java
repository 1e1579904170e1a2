/** Tests of {@code vigil.pump.alaris}. */
@NullMarked
package vigil.pump.alaris;

import org.jspecify.annotations.NullMarked;
