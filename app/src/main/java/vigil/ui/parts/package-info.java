/** What several views share: words for times and ages, colours for canvases, icons, a sharp canvas. */
@NullMarked
package vigil.ui.parts;

import org.jspecify.annotations.NullMarked;
