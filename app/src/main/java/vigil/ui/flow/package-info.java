/** What people enter at a prompt, and the steps of a side effect or a dissociation with what the pump is seen to do. */
@NullMarked
package vigil.ui.flow;

import org.jspecify.annotations.NullMarked;
