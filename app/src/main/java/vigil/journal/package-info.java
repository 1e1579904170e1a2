/**
 * The record of truth: an append-only file of framed, checksummed, hash-chained entries, forced to disk before they are acknowledged.
 */
@NullMarked
package vigil.journal;

import org.jspecify.annotations.NullMarked;
