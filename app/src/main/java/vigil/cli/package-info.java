/**
 * The commands of the command line, one class each. A wrong argument is one clear line and exit status 2; a failure of the
 * outside world is one clear line that says what to do, and exit status 1.
 */
@NullMarked
package vigil.cli;

import org.jspecify.annotations.NullMarked;
