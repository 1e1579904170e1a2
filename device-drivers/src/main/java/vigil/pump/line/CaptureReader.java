package vigil.pump.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An open capture file, read entry by entry. Not thread-safe. */
final class CaptureReader implements AutoCloseable {
    private static final Pattern TITLE = Pattern.compile(Pattern.quote(CaptureWriter.TITLE) + " ([a-z0-9-]+) (\\S+)");

    private static final int LONGEST_LINE = 2 * CaptureEntry.MOST_BYTES + 64;

    private final Path file;
    private final BufferedReader in;
    private final String pump;
    private final Instant began;
    private int line = 1;
    private boolean ended;

    private CaptureReader(Path file, BufferedReader in) throws IOException {
        this.file = file;
        this.in = in;
        String first = next();
        Matcher title = TITLE.matcher(first == null ? "" : first);
        if (!title.matches()) {
            throw new IOException(
                    "%s is no capture: its first line is not \"%s PUMP TIME\"".formatted(file, CaptureWriter.TITLE));
        }
        pump = title.group(1);
        began = instant(title.group(2));
    }

    private Instant instant(String text) throws IOException {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw new IOException("%s: \"%s\" in its first line is no time".formatted(file, text), wrong);
        }
    }

    /** Opens the file, or says in one line what is wrong with it. */
    static CaptureReader open(Path file) throws IOException {
        try {
            BufferedReader in = Files.newBufferedReader(file, US_ASCII);
            try {
                return new CaptureReader(file, in);
            } catch (IOException wrong) {
                in.close();
                throw wrong;
            }
        } catch (NoSuchFileException missing) {
            throw new IOException("capture:%s: there is no such file".formatted(file), missing);
        }
    }

    /** The model's name on the command line. */
    String pump() {
        return pump;
    }

    /** Wall clock at which the capture began. */
    Instant began() {
        return began;
    }

    /**
     * The next entry; empty at the end. A half-written last line is the end too.
     *
     * @throws IOException naming the line that cannot be read
     */
    Optional<CaptureEntry> entry() throws IOException {
        String text = next();
        if (text == null) {
            return Optional.empty();
        }
        line++;
        try {
            return Optional.of(CaptureEntry.parse(text));
        } catch (IllegalArgumentException wrong) {
            if (ended) {
                return Optional.empty();
            }
            throw new IOException("%s, line %d: %s".formatted(file, line, wrong.getMessage()), wrong);
        }
    }

    /** The next line, or null at the end; a file without line ends is not read into memory. */
    private @Nullable String next() throws IOException {
        StringBuilder text = new StringBuilder();
        try {
            int character = in.read();
            if (character < 0) {
                return null;
            }
            while (character >= 0 && character != '\n') {
                text.append((char) character);
                if (text.length() > LONGEST_LINE) {
                    throw new IOException("%s is no capture: a line is too long".formatted(file));
                }
                character = in.read();
            }
            ended = character < 0;
        } catch (CharacterCodingException binary) {
            throw new IOException("%s is no capture: it is not plain text".formatted(file), binary);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
