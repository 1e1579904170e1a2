/** Whether the parts of the program that must never stand still go on. */
@NullMarked
package vigil.health;

import org.jspecify.annotations.NullMarked;
