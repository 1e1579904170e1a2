/**
 * The commands of the command line, one class each.
 */
@NullMarked
package vigil.cli;

import org.jspecify.annotations.NullMarked;
