package vigil;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The printer that was chosen at this console, from {@value #FILE} in the data directory. No part of the record: a file that
 * cannot be read costs a choice, not a start. Used by one thread at a time.
 */
final class PrinterFile {
    static final String FILE = "printer.properties";

    private static final Logger LOG = LoggerFactory.getLogger(PrinterFile.class);
    private static final String QUEUE = "queue";

    private final Path file;

    PrinterFile(Path folder) {
        file = folder.resolve(FILE);
    }

    /** The queue that was chosen last; empty for the machine's default one. */
    Optional<String> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
            return Optional.ofNullable(read.getProperty(QUEUE)).filter(name -> !name.isBlank());
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read, the default printer is used: {}", file, e.getMessage());
            return Optional.empty();
        }
    }

    /** Takes the place of what was there in one step. */
    void write(Optional<String> queue) throws IOException {
        Properties written = new Properties();
        queue.ifPresent(name -> written.setProperty(QUEUE, name));
        StringWriter text = new StringWriter();
        written.store(text, "The printer of this console. Written by the console; see Settings, Printer.");
        try {
            SettingsFile.replace(file, text.toString());
        } catch (IOException e) {
            throw new IOException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
        }
    }
}
