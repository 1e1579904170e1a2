/**
 * The station on the wall: one tile a room, sorted by urgency; secondary to every bedside and every pump.
 */
@NullMarked
package vigil.ui.station;

import org.jspecify.annotations.NullMarked;
