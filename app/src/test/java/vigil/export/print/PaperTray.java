package vigil.export.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The far end of a network printer: keeps what comes over its port, one sheet for each connection. */
final class PaperTray implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<byte[]> sheets = new CopyOnWriteArrayList<>();

    private PaperTray() throws IOException {}

    static PaperTray open() throws IOException {
        PaperTray tray = new PaperTray();
        Thread.ofPlatform().daemon().name("paper").start(tray::take);
        return tray;
    }

    private void take() {
        while (!door.isClosed()) {
            try (Socket printer = door.accept()) {
                sheets.add(printer.getInputStream().readAllBytes());
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    int port() {
        return door.getLocalPort();
    }

    int sheets() {
        return sheets.size();
    }

    byte[] lastSheet() {
        return sheets.getLast();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
