/** The alarm log as it is read: its rows, the lines of each, and what to choose them by. Values only. */
@NullMarked
package vigil.alarm.log;

import org.jspecify.annotations.NullMarked;
