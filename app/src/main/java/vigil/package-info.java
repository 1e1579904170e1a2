/** The program: {@code Main}, the wiring of its parts and threads, settings, and the ticker that reads the clocks. */
@NullMarked
package vigil;

import org.jspecify.annotations.NullMarked;
