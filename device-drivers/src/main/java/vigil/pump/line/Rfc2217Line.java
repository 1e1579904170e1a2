package vigil.pump.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vigil.pump.LineSettings;
import vigil.pump.Query;

/**
 * A serial port at a device server that takes line settings over the network (RFC 2217 over Telnet, RFC 854 and 856). It is
 * open only when the server has confirmed every setting; a server that does otherwise, then or later, is refused with one
 * line naming setting and value. What the negotiation says stays with the server and never reaches a pump.
 *
 * <p>Binary mode is asked for in both directions. A server that does not send binary has its NUL after CR dropped; to one
 * that does not take binary CR is sent as CR NUL, as RFC 854 wants it.
 */
public final class Rfc2217Line implements Line, TelnetDecoder.Listener {
    private static final int SUPPRESS_GO_AHEAD = 3;
    private static final int WAIT_MS = 100;
    /** Times {@link #WAIT_MS} without a byte: three seconds. */
    private static final int MOST_WAITS = 30;
    /** A server that talks but never confirms is given up after this many reads. */
    private static final int MOST_READS = 1_000;

    private static final int BUFFER = 4_096;
    private static final byte CR = 0x0D;

    private final Socket socket;
    private final String name;
    private final List<Rfc2217Setting> settings;
    private final TelnetDecoder decoder = new TelnetDecoder(this);
    private final Set<Integer> confirmed = new HashSet<>();
    private final Set<Integer> offered = new HashSet<>();
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private boolean accepted;
    private boolean sendsBinary;
    private @Nullable String refusal;

    private Rfc2217Line(Socket socket, String name, LineSettings settings) {
        this.socket = socket;
        this.name = name;
        this.settings = Rfc2217Setting.of(settings);
    }

    /** Connects and sets the port, each within three seconds, or says in one line why not. */
    public static Rfc2217Line open(String host, int port, LineSettings settings) throws IOException {
        String name = "rfc2217://%s:%d".formatted(host, port);
        Rfc2217Line line = new Rfc2217Line(TcpLine.connected(name, host, port), name, settings);
        try {
            line.negotiate();
            return line;
        } catch (IOException failed) {
            line.close();
            throw failed;
        }
    }

    private void negotiate() throws IOException {
        offer(TelnetDecoder.WILL, Rfc2217Setting.OPTION);
        offer(TelnetDecoder.WILL, TelnetDecoder.BINARY);
        offer(TelnetDecoder.DO, TelnetDecoder.BINARY);
        offer(TelnetDecoder.DO, SUPPRESS_GO_AHEAD);
        byte[] buffer = new byte[BUFFER];
        int waits = 0;
        int reads = 0;
        while (confirmed.size() < settings.size()) {
            int count = read(buffer, WAIT_MS);
            if (count < 0) {
                throw new IOException(
                        name + ": the box has closed the connection; is another program connected to it?");
            }
            waits += count == 0 ? 1 : 0;
            reads++;
            if (waits > MOST_WAITS || reads > MOST_READS) {
                throw new IOException(name + ": " + unconfirmed());
            }
        }
    }

    private String unconfirmed() {
        if (!accepted) {
            return "the box does not speak RFC 2217; switch it on there, or set the line in the box and use tcp://";
        }
        return settings.stream()
                .filter(setting -> !confirmed.contains(setting.command()))
                .findFirst()
                .map(setting -> "the box does not confirm the " + setting.name())
                .orElse("the box does not confirm the settings");
    }

    private void offer(int verb, int option) throws IOException {
        offered.add(key(verb, option));
        command(verb, option);
        flush();
    }

    private static int key(int verb, int option) {
        return verb << 8 | option;
    }

    private void command(int verb, int option) {
        replies.write(TelnetDecoder.IAC);
        replies.write(verb);
        replies.write(option);
    }

    private void flush() throws IOException {
        if (replies.size() > 0) {
            byte[] bytes = replies.toByteArray();
            replies.reset();
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }

    @Override
    public void option(int verb, int option) {
        switch (verb) {
            case TelnetDecoder.DO -> doOption(option);
            case TelnetDecoder.DONT -> dontOption(option);
            case TelnetDecoder.WILL -> willOption(option);
            default -> {
                if (option == TelnetDecoder.BINARY) {
                    decoder.setBinary(false);
                }
            }
        }
    }

    private void doOption(int option) {
        if (!offered.contains(key(TelnetDecoder.WILL, option))) {
            command(TelnetDecoder.WONT, option);
        } else if (option == TelnetDecoder.BINARY) {
            sendsBinary = true;
        } else if (option == Rfc2217Setting.OPTION && !accepted) {
            accepted = true;
            settings.forEach(setting -> replies.writeBytes(setting.bytes()));
            Rfc2217Setting.linesDown().forEach(setting -> replies.writeBytes(setting.bytes()));
        }
    }

    private void dontOption(int option) {
        if (option == TelnetDecoder.BINARY) {
            sendsBinary = false;
        } else if (option == Rfc2217Setting.OPTION) {
            refusal = "the box refuses to have its line set (RFC 2217); set the line in the box and use tcp://";
        }
    }

    private void willOption(int option) {
        if (!offered.contains(key(TelnetDecoder.DO, option))) {
            // The server may itself announce the option that we announced; it needs no second answer
            if (option != Rfc2217Setting.OPTION) {
                command(TelnetDecoder.DONT, option);
            }
        } else if (option == TelnetDecoder.BINARY) {
            decoder.setBinary(true);
        }
    }

    @Override
    public void subnegotiation(byte[] content, int length) {
        for (Rfc2217Setting setting : settings) {
            if (setting.isAnsweredBy(content, length)) {
                long used = Rfc2217Setting.number(content, length);
                if (used == setting.value()) {
                    confirmed.add(setting.command());
                } else {
                    refusal = setting.mismatch(used);
                }
            }
        }
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        return read(buffer, (int) Math.max(1, timeout.toMillis()));
    }

    private int read(byte[] buffer, int timeoutMs) throws IOException {
        socket.setSoTimeout(timeoutMs);
        int count;
        try {
            count = socket.getInputStream().read(buffer);
        } catch (SocketTimeoutException late) {
            return 0;
        }
        if (count <= 0) {
            return count;
        }
        int data = decoder.decode(buffer, count);
        flush();
        if (refusal != null) {
            throw new IOException(name + ": " + refusal);
        }
        return data;
    }

    @Override
    public void write(Query query) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        for (byte value : query.bytes()) {
            wire.write(value);
            if ((value & 0xFF) == TelnetDecoder.IAC) {
                wire.write(value);
            } else if (value == CR && !sendsBinary) {
                wire.write(0);
            }
        }
        socket.getOutputStream().write(wire.toByteArray());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException lost) {
            // Closing a broken connection can only tell that it is broken
        }
    }
}
