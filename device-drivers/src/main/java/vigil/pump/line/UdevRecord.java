package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What udev, the device manager of Linux, has noted of one device: links to it and properties. Empty where it notes
 * nothing, and on other systems. Immutable.
 *
 * @param lines as in its database (udev(7)): {@code S:} and a link below /dev, {@code E:} and a property
 */
record UdevRecord(List<String> lines) {
    /** Where udev keeps a file for each device. */
    static final Path DATABASE = Path.of("/run/udev/data");

    private static final String LINK = "S:";
    private static final String PROPERTY = "E:";

    UdevRecord {
        lines = List.copyOf(lines);
    }

    /** What the database notes of a device of characters. */
    static UdevRecord of(Path device, Path database) {
        try {
            return new UdevRecord(Files.readAllLines(database.resolve(fileName(device))));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException nothingNoted) {
            return new UdevRecord(List.of());
        }
    }

    /** {@code c} and the numbers of driver and device, in the layout in which Linux packs them (makedev(3)). */
    private static String fileName(Path device) throws IOException {
        long number = ((Number) Files.getAttribute(device, "unix:rdev")).longValue();
        long driver = (number >>> 8 & 0xFFF) | (number >>> 32 & ~0xFFFL);
        long unit = (number & 0xFF) | (number >>> 12 & ~0xFFL);
        return "c" + driver + ":" + unit;
    }

    /** Links below /dev that stand in {@code folder}. */
    List<String> links(String folder) {
        return lines.stream()
                .filter(line -> line.startsWith(LINK + folder))
                .map(line -> line.substring(LINK.length()))
                .toList();
    }

    /** True when there is a property of that beginning, for example {@code ID_SERIAL_SHORT=}. */
    boolean hasProperty(String beginning) {
        return lines.stream().anyMatch(line -> line.startsWith(PROPERTY + beginning));
    }
}
