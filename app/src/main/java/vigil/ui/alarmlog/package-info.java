/** The alarm log (F8): every condition with its start, end and what people did about it, as the record has it. */
@NullMarked
package vigil.ui.alarmlog;

import org.jspecify.annotations.NullMarked;
