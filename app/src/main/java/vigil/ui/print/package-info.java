/** Printing from the views: handing a document to a printer and telling in the words of the screen what became of it. */
@NullMarked
package vigil.ui.print;

import org.jspecify.annotations.NullMarked;
