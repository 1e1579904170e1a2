/** The bedside view: gauges, values, trend, what is due, last observation, open prompt. */
@NullMarked
package vigil.ui.dashboard;

import org.jspecify.annotations.NullMarked;
