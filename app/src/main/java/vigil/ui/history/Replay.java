package vigil.ui.history;

import java.io.IOException;
import java.time.Duration;
import vigil.engine.Snapshot;

/**
 * A session that can be looked at as it stood at any moment: the fold of its journal up to then, through the same engine.
 * Touches nothing of the live session. Made and asked through {@link Archive}, by one question after the other.
 */
public interface Replay {
    /** From the opening of the session to its last moment in the record. */
    Duration length();

    /**
     * What a view could show then.
     *
     * @param since the opening of the session; beyond {@link #length} counts as its end
     */
    Snapshot at(Duration since) throws IOException;
}
