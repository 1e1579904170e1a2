package vigil.ui.station;

import java.util.Optional;
import vigil.engine.Snapshot;

/**
 * The room that is looked at, folded from its record at the ward.
 *
 * @param read how many of its entries were read
 * @param snapshot how it stands there; empty until all was read
 * @param trouble why it cannot be shown, in one line
 */
public record Opened(String room, long read, Optional<Snapshot> snapshot, Optional<String> trouble) {}
