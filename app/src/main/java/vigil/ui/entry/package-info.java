/** Observation entry: what can be answered, the entry half made, and the view that takes it by key or by touch. */
@NullMarked
package vigil.ui.entry;

import org.jspecify.annotations.NullMarked;
