package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who may use a serial port, and what lets a user use it. */
final class PortAccess {
    /** Debian's group for serial ports, where the port itself does not tell a better one. */
    private static final String USUAL = "dialout";

    private PortAccess() {}

    /** What an administrator has to type. Some systems give all ports to {@code root}: then the usual group is named. */
    static String remedy(Path device) {
        String group = group(device);
        return "add this user to the group %s (sudo usermod -aG %s $USER)".formatted(group, group);
    }

    private static String group(Path device) {
        try {
            PosixFileAttributes attributes = Files.readAttributes(device, PosixFileAttributes.class);
            return group(attributes.group().getName(), attributes.permissions());
        } catch (IOException | UnsupportedOperationException e) {
            return USUAL;
        }
    }

    static String group(String owning, Set<PosixFilePermission> rights) {
        boolean grants =
                rights.contains(PosixFilePermission.GROUP_READ) && rights.contains(PosixFilePermission.GROUP_WRITE);
        return grants && !owning.equals("root") ? owning : USUAL;
    }
}
