/**
 * Opioid regimens and the oral morphine equivalent daily dose (oMEDD): exact, by a versioned table (clinical rules,
 * section 11). Compares regimens; it is not a switching dose.
 */
@NullMarked
package vigil.opioid;

import org.jspecify.annotations.NullMarked;
