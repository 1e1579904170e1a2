/** Tests of the pump vocabulary and the rules of this module. */
@NullMarked
package vigil.pump;

import org.jspecify.annotations.NullMarked;
