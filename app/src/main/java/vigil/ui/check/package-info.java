/** The check of pump and line, and the reading of a pump that no wire reaches. */
@NullMarked
package vigil.ui.check;

import org.jspecify.annotations.NullMarked;
