/**
 * Dose arithmetic only (clinical rules, section 3): exact decimals, limits compared by cross-multiplication, display rounding last.
 */
@NullMarked
package vigil.dose;

import org.jspecify.annotations.NullMarked;
