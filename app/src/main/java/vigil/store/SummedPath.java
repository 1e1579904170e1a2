package vigil.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePathWrapper;

/**
 * Files with a checksum for each block, for H2, which has none of its own for what it stores: {@code summed:} before the
 * name of another of its file systems. Made by H2, therefore public.
 */
public final class SummedPath extends FilePathWrapper {
    static final String SCHEME = "summed";

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SummedFile(getBase().open(mode));
    }

    @Override
    public long size() {
        return SummedFile.sizeWithout(getBase().size());
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
