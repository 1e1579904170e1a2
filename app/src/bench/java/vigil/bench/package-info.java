/** What the benches hand their figures to. */
@NullMarked
package vigil.bench;

import org.jspecify.annotations.NullMarked;
