package vigil.pump.line;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the programs that hold a device open, as far as this user may see: on Linux, from /proc. Else empty. */
final class PortHolders {
    private static final Path PROCESSES = Path.of("/proc");

    private PortHolders() {}

    /** Each as {@code name (process number)}. */
    static List<String> of(Path device) {
        List<String> holders = new ArrayList<>();
        if (!Files.isDirectory(PROCESSES)) {
            return holders;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            Path real = device.toRealPath();
            for (Path process : processes) {
                if (holds(process, real)) {
                    holders.add("%s (process %s)".formatted(name(process), process.getFileName()));
                }
            }
        } catch (IOException hidden) {
            // What cannot be seen cannot be named; the advice goes without it
        }
        return holders;
    }

    private static boolean holds(Path process, Path device) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (pointsTo(file, device)) {
                    return true;
                }
            }
            return false;
        } catch (IOException hidden) {
            return false;
        }
    }

    /** One file that vanished while looking says nothing about the others. */
    private static boolean pointsTo(Path file, Path device) {
        try {
            return Files.readSymbolicLink(file).equals(device);
        } catch (IOException vanished) {
            return false;
        }
    }

    /** The name of a process by its folder in /proc. */
    static String name(Path process) {
        try {
            return Files.readString(process.resolve("comm")).strip();
        } catch (IOException vanished) {
            return "a program";
        }
    }
}
