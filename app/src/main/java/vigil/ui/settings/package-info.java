/** The settings view: the line to the pump, and what the site has chosen about limits and times. */
@NullMarked
package vigil.ui.settings;

import org.jspecify.annotations.NullMarked;
