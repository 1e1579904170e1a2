/**
 * Points from which a later start goes on: what an engine had come to, encrypted, beside the journal that alone is the record.
 * May be deleted at any time; then a start replays the whole journal.
 */
@NullMarked
package vigil.resume;

import org.jspecify.annotations.NullMarked;
