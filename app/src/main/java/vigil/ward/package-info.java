/**
 * Beyond one room: the outbox of a bedside to the ward's PostgreSQL, and the reading of many rooms there. A bedside needs nothing of it.
 */
@NullMarked
package vigil.ward;

import org.jspecify.annotations.NullMarked;
