package vigil.journal;

import java.io.IOException;
import vigil.keys.KeyFile;

/**
 * A journal whose forces reach no disk: the same bytes in the same blocks, without a quarter of an hour of waiting. For
 * records that are only there to be read.
 */
public final class UnforcedJournal {
    private UnforcedJournal() {}

    public static Journal in(DataDirectory directory) throws IOException {
        return Journal.open(
                new CountingDisk(new FolderDisk(directory.path())), KeyFile.in(directory.path()), Limits.USUAL);
    }
}
