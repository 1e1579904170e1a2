package vigil.ui.history;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check of the whole record found.
 *
 * @param at when it was made
 * @param entries so many were checked and are sound
 * @param signatures so many signed checkpoints among them
 * @param head chain hash of the last of them, 64 hexadecimal digits
 * @param problem what is not as it was written, in one line with the first bad entry; empty where all is sound
 */
public record Verified(Instant at, long entries, int signatures, String head, Optional<String> problem) {}
