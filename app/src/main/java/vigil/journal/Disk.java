package vigil.journal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The files of one data directory as the journal uses them. An interface so that a disk can be made to fail on purpose and
 * power cuts can be played through. Names have no folder part.
 */
interface Disk {
    /** The names of all files, in no order. */
    List<String> names() throws IOException;

    long size(String name) throws IOException;

    InputStream read(String name) throws IOException;

    /** A new file that no other user can read; what had the name is gone. */
    DiskFile create(String name) throws IOException;

    /** A file that is there, for writing. */
    DiskFile open(String name) throws IOException;

    /** All or nothing; sure to outlive a power cut only after {@link #forceNames}. */
    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;

    /** Returns when every file made, renamed or deleted is on the disk under its present name. */
    void forceNames() throws IOException;

    /** The file's place in words for a person. */
    String place(String name);
}
