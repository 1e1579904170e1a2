/** The keys of one console: what makes its record readable by its owner only, and its checkpoints its own. */
@NullMarked
package vigil.keys;

import org.jspecify.annotations.NullMarked;
