/**
 * The record of truth: append-only segments of encrypted, authenticated, hash-chained entries, forced to disk before they are acknowledged, with signed checkpoints.
 */
@NullMarked
package vigil.journal;

import org.jspecify.annotations.NullMarked;
