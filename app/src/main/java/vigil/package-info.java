@NullMarked
package vigil;

import org.jspecify.annotations.NullMarked;
