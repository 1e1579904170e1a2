package vigil.pump.line;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import vigil.pump.Moment;

/**
 * Writes the raw wire of one line into a text file, one {@link CaptureEntry} a line after a first line that says what it
 * is, and never more than the limits: a full file is renamed {@code FILE.1}, that one {@code FILE.2}, and the oldest is
 * given up. Only the user who records may read it. Not thread-safe.
 */
public final class CaptureWriter implements Closeable {
    /** First words of every capture file. */
    static final String TITLE = "# vigil capture 1";

    private static final Duration FLUSH = Duration.ofSeconds(1);
    private static final int LEAST_BYTES = 16_384;

    /**
     * How much is kept.
     *
     * @param bytesPerFile at least 16,384
     * @param files how many files, the one being written included, at least 1
     */
    public record Limits(long bytesPerFile, int files) {
        /** 128 MiB; of many files rather than few, as each start of the program begins a new one. */
        public static final Limits USUAL = new Limits(8L * 1_024 * 1_024, 16);

        public Limits {
            if (bytesPerFile < LEAST_BYTES || files < 1) {
                throw new IllegalArgumentException(
                        "%d bytes in %d files: at least %d in 1".formatted(bytesPerFile, files, LEAST_BYTES));
            }
        }
    }

    private final Path file;
    private final Limits limits;
    private final String title;
    private final Moment began;
    private BufferedWriter out;
    private long written;
    private Moment flushed;

    private CaptureWriter(Path file, Limits limits, String title, Moment began) throws IOException {
        this.file = file;
        this.limits = limits;
        this.title = title;
        this.began = began;
        this.flushed = began;
        this.out = begin();
    }

    /**
     * Begins a capture; files of an earlier one under the same name move up.
     *
     * @param pump the model's name on the command line
     */
    public static CaptureWriter begin(Path file, Limits limits, String pump, Moment now) throws IOException {
        return new CaptureWriter(file, limits, "%s %s %s".formatted(TITLE, pump, now.utc()), now);
    }

    private BufferedWriter begin() throws IOException {
        moveUp();
        BufferedWriter next = Files.newBufferedWriter(Files.createFile(file, ownerOnly()), US_ASCII);
        next.write(title);
        next.write('\n');
        written = title.length() + 1L;
        return next;
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void moveUp() throws IOException {
        for (int number = limits.files() - 1; number >= 1; number--) {
            Path from = numbered(number - 1);
            if (Files.exists(from)) {
                Files.move(from, numbered(number), REPLACE_EXISTING);
            }
        }
        Files.deleteIfExists(file);
    }

    private Path numbered(int number) {
        return number == 0 ? file : file.resolveSibling(file.getFileName() + "." + number);
    }

    /** Bytes came from the device. */
    public void heard(byte[] bytes, int length, Moment now) throws IOException {
        bytes(CaptureEntry.Kind.HEARD, bytes, length, now);
    }

    /** Bytes went to the device. */
    public void said(byte[] bytes, Moment now) throws IOException {
        bytes(CaptureEntry.Kind.SAID, bytes, bytes.length, now);
    }

    /** The line was opened. */
    public void opened(Moment now) throws IOException {
        add(new CaptureEntry(now.since(began), CaptureEntry.Kind.OPENED, ""), now);
    }

    /** The line is gone, for a reason of one line; what is not plain ASCII in it is not kept. */
    public void closed(String reason, Moment now) throws IOException {
        String plain = reason.replaceAll("[^ -~]", "?");
        String text = plain.substring(0, Math.min(200, plain.length()));
        add(new CaptureEntry(now.since(began), CaptureEntry.Kind.CLOSED, text), now);
    }

    private void bytes(CaptureEntry.Kind kind, byte[] bytes, int length, Moment now) throws IOException {
        for (int from = 0; from < length; from += CaptureEntry.MOST_BYTES) {
            int to = Math.min(length, from + CaptureEntry.MOST_BYTES);
            add(new CaptureEntry(now.since(began), kind, HexFormat.of().formatHex(bytes, from, to)), now);
        }
    }

    private void add(CaptureEntry entry, Moment now) throws IOException {
        String line = entry.line();
        if (written + line.length() + 1 > limits.bytesPerFile()) {
            out.close();
            out = begin();
        }
        out.write(line);
        out.write('\n');
        written += line.length() + 1L;
        if (now.since(flushed).compareTo(FLUSH) >= 0) {
            flushed = now;
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
