/**
 * The set-up view: what is entered before a course and changed during it, part by part; what may be saved is decided
 * without a toolkit.
 */
@NullMarked
package vigil.ui.setup;

import org.jspecify.annotations.NullMarked;
