package vigil.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.h2.store.fs.encrypt.FilePathEncrypt;

/**
 * Files for H2, encrypted as H2 encrypts them with {@code CIPHER=AES} and with a checksum for each block, which it has none of:
 * {@code sealed:}, the number of a key and {@code :} before the name of another of its file systems. Encrypted here, because
 * only what stands above the cipher can remember a block as plain text ({@link RecentBlocks}). Made by H2, therefore public.
 */
public final class SealedPath extends FilePathWrapper {
    private static final String SCHEME = "sealed";
    /** H2 makes its paths of a name alone, and shows names in messages: the key itself stands here. */
    private static final List<String> KEYS = new CopyOnWriteArrayList<>();

    /** The name of a file for H2; the same for the same file and key. */
    static synchronized String of(String file, String key) {
        if (!KEYS.contains(key)) {
            KEYS.add(key);
        }
        return SCHEME + ":" + KEYS.indexOf(key) + ":" + file;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        String key = KEYS.get(Integer.parseInt(number(name)));
        FileChannel summed = new SummedFile(getBase().open(mode));
        return new RecentBlocks(new FileEncrypt(name, FilePathEncrypt.getPasswordBytes(key.toCharArray()), summed));
    }

    private static String number(String name) {
        return name.substring(SCHEME.length() + 1, name.indexOf(':', SCHEME.length() + 1));
    }

    @Override
    protected String getPrefix() {
        return SCHEME + ":" + number(name) + ":";
    }

    @Override
    protected FilePath unwrap(String fileName) {
        return FilePath.get(fileName.substring((SCHEME + ":" + number(fileName) + ":").length()));
    }

    /** The first block holds what the cipher needs. */
    @Override
    public long size() {
        return Math.max(0, SummedFile.sizeWithout(getBase().size()) - SummedFile.BLOCK);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }
}
