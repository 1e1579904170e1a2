/** History (F7): the sessions of this console, what can be done with each, and the replay of one; and the way to the record. */
@NullMarked
package vigil.ui.history;

import org.jspecify.annotations.NullMarked;
