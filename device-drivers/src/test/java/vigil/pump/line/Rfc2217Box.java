package vigil.pump.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A device server for tests, written from section 6.2 of the neutral pump model and from RFC 2217 alone: byte by byte, one
 * client, confirming what it is asked for unless it is told to be wilful.
 */
final class Rfc2217Box implements Runnable, AutoCloseable {
    final Map<Integer, String> wilful = new ConcurrentHashMap<>();
    final List<String> settings = new CopyOnWriteArrayList<>();
    final ByteArrayOutputStream data = new ByteArrayOutputStream();
    volatile String greeting = "fffd2c fffd00 fffb00";
    volatile boolean mute;
    private final ServerSocket listening;
    private volatile Socket client = new Socket();

    Rfc2217Box() throws IOException {
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void run() {
        try {
            client = listening.accept();
            send(greeting);
            InputStream in = client.getInputStream();
            for (int value = in.read(); value >= 0; value = in.read()) {
                if (value == 0xFF) {
                    command(in);
                } else {
                    keep(value);
                }
            }
        } catch (IOException gone) {
            if (!listening.isClosed() && !client.isClosed()) {
                throw new UncheckedIOException(gone);
            }
        }
    }

    private void keep(int value) {
        synchronized (data) {
            data.write(value);
        }
    }

    String dataHex() {
        synchronized (data) {
            return HexFormat.of().formatHex(data.toByteArray());
        }
    }

    private void command(InputStream in) throws IOException {
        int verb = in.read();
        if (verb == 0xFF) {
            keep(verb);
        } else if (verb == 0xFA) {
            subnegotiation(in);
        } else {
            in.read();
        }
    }

    private void subnegotiation(InputStream in) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        StringBuilder raw = new StringBuilder("fffa");
        while (true) {
            int value = in.read();
            raw.append("%02x".formatted(value));
            if (value == 0xFF) {
                value = in.read();
                raw.append("%02x".formatted(value));
                if (value == 0xF0) {
                    break;
                }
            }
            content.write(value);
        }
        settings.add(raw.toString());
        confirm(content.toByteArray());
    }

    private void confirm(byte[] content) throws IOException {
        int command = content[1];
        String value = HexFormat.of().formatHex(content, 2, content.length);
        String used = wilful.getOrDefault(command, value);
        if (!mute) {
            send("fffa2c%02x%sfff0".formatted(command + 100, used.replaceAll("ff(?=(..)*$)", "ffff")));
        }
    }

    void send(String hex) throws IOException {
        client.getOutputStream().write(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Override
    public void close() throws IOException {
        listening.close();
        client.close();
    }
}
