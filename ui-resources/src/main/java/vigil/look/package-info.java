/** Look and words of the console: stylesheets, fonts, icons and message bundles behind one typed accessor. No logic. */
@NullMarked
package vigil.look;

import org.jspecify.annotations.NullMarked;
