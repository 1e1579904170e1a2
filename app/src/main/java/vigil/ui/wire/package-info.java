/** The wire to the pump as the engineer sees it: connection, counters, and what passes over the line. */
@NullMarked
package vigil.ui.wire;

import org.jspecify.annotations.NullMarked;
