/**
 * Published regimens as reference bands (clinical rules, sections 1.8 and 2). For the eye only: never an order, never a
 * limit, and nothing but views and prints may know this package.
 */
@NullMarked
package vigil.regimen;

import org.jspecify.annotations.NullMarked;
