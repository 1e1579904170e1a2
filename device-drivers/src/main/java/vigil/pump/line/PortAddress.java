package vigil.pump.line;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.LineSettings;

/** Where a pump is, as typed after {@code --port}. */
public sealed interface PortAddress {
    /** A serial port by its path or Windows name. */
    record Device(String path) implements PortAddress {
        @Override
        public String toString() {
            return path;
        }
    }

    /** A device server that passes bytes on as they are, or a ComDevice. */
    record Tcp(String host, int port) implements PortAddress {
        @Override
        public String toString() {
            return "tcp://%s:%d".formatted(host, port);
        }
    }

    /** A device server that also takes line settings (RFC 2217). */
    record Rfc2217(String host, int port) implements PortAddress {
        @Override
        public String toString() {
            return "rfc2217://%s:%d".formatted(host, port);
        }
    }

    /**
     * A recorded wire.
     *
     * @param atOnce played as fast as it can be read, on its own clock, instead of at the speed of its recording
     */
    record Capture(Path file, boolean atOnce) implements PortAddress {
        private static final String AT_ONCE = "?at-once";

        private static Capture of(String text) {
            boolean atOnce = text.endsWith(AT_ONCE);
            String file = atOnce ? text.substring(0, text.length() - AT_ONCE.length()) : text;
            return new Capture(Path.of(file), atOnce);
        }

        @Override
        public String toString() {
            return "capture:" + file + (atOnce ? AT_ONCE : "");
        }
    }

    /** Reads an address; a wrong one is refused with an error naming the value and what is expected. */
    static PortAddress parse(String text) {
        if (text.startsWith("tcp://")) {
            Matcher parts = hostAndPort(text);
            return new Tcp(parts.group(2), portNumber(text, parts, 1));
        }
        if (text.startsWith("rfc2217://")) {
            Matcher parts = hostAndPort(text);
            return new Rfc2217(parts.group(2), portNumber(text, parts, 1));
        }
        if (text.matches("capture:(?!\\?at-once$).+")) {
            return Capture.of(text.substring("capture:".length()));
        }
        if (text.startsWith("/") || text.matches("COM[0-9]{1,3}")) {
            return new Device(text);
        }
        throw wrong(text);
    }

    /** Reads {@code tcp://HOST:PORT} of a server that is to be; port 0 stands for any free one. */
    static Tcp listening(String text) {
        if (!text.startsWith("tcp://")) {
            throw new IllegalArgumentException("\"%s\": a server listens on tcp://127.0.0.1:PORT".formatted(text));
        }
        Matcher parts = hostAndPort(text);
        return new Tcp(parts.group(2), portNumber(text, parts, 0));
    }

    private static Matcher hostAndPort(String text) {
        Matcher parts = Pattern.compile("(tcp|rfc2217)://(\\[[0-9A-Fa-f:]+]|[^:/\\[\\] ]+):([0-9]{1,5})")
                .matcher(text);
        if (!parts.matches()) {
            throw wrong(text);
        }
        return parts;
    }

    private static int portNumber(String text, Matcher parts, int least) {
        int port = Integer.parseInt(parts.group(3));
        if (port < least || port > 65_535) {
            throw new IllegalArgumentException("port \"%s\": %d is outside %d to 65535".formatted(text, port, least));
        }
        return port;
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(
                "port \"%s\" is neither a device path (/dev/ttyUSB0, COM3) nor tcp://HOST:PORT, rfc2217://HOST:PORT or capture:FILE"
                        .formatted(text));
    }

    /** Opens the way there; the settings apply to serial ports, here or at a device server. */
    default Line open(SerialPorts ports, LineSettings settings) throws IOException {
        return switch (this) {
            case Device(String path) -> ports.open(path, settings);
            case Tcp(String host, int port) -> TcpLine.open(host, port);
            case Rfc2217(String host, int port) -> Rfc2217Line.open(host, port, settings);
            case Capture(Path file, boolean _) -> CaptureLine.open(file);
        };
    }
}
