/** The two dominant gauges: dose rate now and drug given this course. */
@NullMarked
package vigil.ui.gauge;

import org.jspecify.annotations.NullMarked;
