/**
 * What needs attention, in the words of IEC 60601-1-8: conditions, priorities, acknowledgement, audio pause. Vigil mirrors and prompts; the pump alarms.
 */
@NullMarked
package vigil.alarm;

import org.jspecify.annotations.NullMarked;
