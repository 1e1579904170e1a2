package vigil.pump.line;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether ModemManager may write to a port to see whether a modem is there (fault B11): it runs, and udev has not been told
 * to keep it away.
 */
final class ModemProbing {
    private static final String PROGRAM = "ModemManager";
    private static final Path PROCESSES = Path.of("/proc");

    private ModemProbing() {}

    /** What may happen and what mends it; empty when nothing has to be feared. */
    static Optional<String> warning(Path device) {
        return warning(device, PROCESSES, UdevRecord.DATABASE);
    }

    static Optional<String> warning(Path device, Path processes, Path database) {
        return runs(processes) && !isKeptAway(UdevRecord.of(device, database))
                ? Optional.of("%s may write to %s and disturb the pump; install Vigil's udev rules or switch it off"
                                .formatted(PROGRAM, device)
                        + " (sudo systemctl mask --now ModemManager)")
                : Optional.empty();
    }

    private static boolean isKeptAway(UdevRecord noted) {
        return noted.hasProperty("ID_MM_PORT_IGNORE=1") || noted.hasProperty("ID_MM_DEVICE_IGNORE=1");
    }

    private static boolean runs(Path processes) {
        if (!Files.isDirectory(processes)) {
            return false;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(processes, "[0-9]*")) {
            for (Path process : each) {
                if (PortHolders.name(process).equals(PROGRAM)) {
                    return true;
                }
            }
        } catch (IOException hidden) {
            // What cannot be seen cannot be warned of
        }
        return false;
    }
}
