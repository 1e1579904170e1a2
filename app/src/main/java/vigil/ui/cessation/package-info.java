/** The four hours after cessation: clock, rows, discharge gate, signatures and the record that leaves the console. */
@NullMarked
package vigil.ui.cessation;

import org.jspecify.annotations.NullMarked;
