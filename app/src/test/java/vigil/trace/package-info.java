/** Which rule stands where: read from the sources and the tests, written as the page docs/traceability.md. */
@NullMarked
package vigil.trace;

import org.jspecify.annotations.NullMarked;
