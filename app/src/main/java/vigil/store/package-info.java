/**
 * The H2 session database, projected from the journal and rebuildable from it; every query, history and export reads it.
 */
@NullMarked
package vigil.store;

import org.jspecify.annotations.NullMarked;
