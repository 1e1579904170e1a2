/** The console on a screen: one window, its frame, the one bridge to the JavaFX thread, and pictures of it without a screen. */
@NullMarked
package vigil.ui;

import org.jspecify.annotations.NullMarked;
