/**
 * Handing a finished PDF to a printer and telling within seconds what became of it. The file is written before and is never
 * touched here: whatever the printer does, the document is kept.
 */
@NullMarked
package vigil.export.print;

import org.jspecify.annotations.NullMarked;
