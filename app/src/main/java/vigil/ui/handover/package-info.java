/** The shift handover (F6): the sheet as it will print, the nurse's own lines, and the two signatures. */
@NullMarked
package vigil.ui.handover;

import org.jspecify.annotations.NullMarked;
