package vigil.ward;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** A line between a bedside and its ward that can be slow, silent or cut. */
public final class FaultyLine implements AutoCloseable {
    private final ServerSocket listening;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile int target;
    private volatile boolean silent;
    private volatile Duration delay = Duration.ZERO;

    public FaultyLine(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** From the next connection on it leads there. */
    void leadsTo(int port) {
        target = port;
    }

    /** Nothing passes any more and nobody is told, as when a switch dies. */
    public void fallsSilent() {
        silent = true;
    }

    /** Passes again; what hung is cut. */
    public void heals() {
        silent = false;
        cut();
    }

    void delays(Duration each) {
        delay = each;
    }

    public void cut() {
        open.forEach(FaultyLine::close);
        open.clear();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                start(() -> pass(client, server));
                start(() -> pass(server, client));
            } catch (IOException e) {
                // The other end is not there; the client sees its connection closed.
                cut();
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[64 * 1_024];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            int length = in.read(bytes);
            while (length >= 0) {
                LockSupport.parkNanos(delay.toNanos());
                while (silent && !from.isClosed()) {
                    LockSupport.parkNanos(10_000_000);
                }
                out.write(bytes, 0, length);
                out.flush();
                length = in.read(bytes);
            }
        } catch (IOException e) {
            close(from);
        }
        close(to);
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cut, and nothing leads there any more, as when a bedside is killed. */
    public void dies() throws IOException {
        listening.close();
        cut();
    }

    @Override
    public void close() throws IOException {
        dies();
    }
}
