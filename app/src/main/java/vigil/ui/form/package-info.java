/** Fields of a form: what may be typed and what it means, the controls that take it, and the page they stand on. */
@NullMarked
package vigil.ui.form;

import org.jspecify.annotations.NullMarked;
