/** The alarm region: what needs attention, in words, symbol, colour and pattern; never covered. */
@NullMarked
package vigil.ui.attention;

import org.jspecify.annotations.NullMarked;
