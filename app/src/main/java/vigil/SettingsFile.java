package vigil;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vigil.pump.LineSettings;

/**
 * The site's file {@value Settings#FILE} as the console changes it: only the lines that name the pump; every other line
 * and every comment stays. Used by one thread at a time.
 */
final class SettingsFile {
    private static final Pattern PUMP = Pattern.compile("\\s*pump\\.[a-z-]+\\s*[=:\\s].*");

    private final Path file;

    SettingsFile(Path folder) {
        file = folder.resolve(Settings.FILE);
    }

    /**
     * Names the pump that is read from now on.
     *
     * @throws IOException one line that says why the file stays as it was
     */
    void choose(ChosenPump pump) throws IOException {
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Stream<String> kept = before.stream().filter(line -> !PUMP.matcher(line).matches());
        String text =
                String.join("\n", Stream.concat(kept, lines(pump).stream()).toList()) + "\n";
        check(text, pump);
        replace(file, text);
    }

    private static List<String> lines(ChosenPump pump) {
        LineSettings settings = pump.settings();
        Stream<String> which = Stream.of(
                "pump.model = " + pump.model().wireName(),
                "pump.port = " + pump.port().toString().replace("\\", "\\\\"));
        Stream<String> line = settings.equals(pump.model().lineSettings())
                ? Stream.empty()
                : Stream.of(
                        "pump.baud = " + settings.baud(),
                        "pump.data-bits = " + settings.dataBits(),
                        "pump.parity = " + settings.parity().name().toLowerCase(java.util.Locale.ROOT),
                        "pump.stop-bits = " + settings.stopBits());
        return Stream.concat(which, line).toList();
    }

    /** What is written must be read again at the next start: a hand-made line may go on over several. */
    private void check(String text, ChosenPump pump) throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text));
        try {
            if (Settings.of(read).pump().filter(pump::equals).isPresent()) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("%s: %s; change it by hand".formatted(file, e.getMessage()), e);
        }
        throw new IOException("%s: its pump lines cannot be replaced; change it by hand".formatted(file));
    }

    /** Puts {@code text} on the disk in the place of a file, in one step. */
    static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
