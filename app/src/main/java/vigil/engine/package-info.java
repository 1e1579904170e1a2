/**
 * One event in, one step out: session, findings and attention together, and the snapshot that the views show.
 */
@NullMarked
package vigil.engine;

import org.jspecify.annotations.NullMarked;
