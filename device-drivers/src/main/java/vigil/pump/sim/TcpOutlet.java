package vigil.pump.sim;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A simulated device on a TCP port of this machine; one client at a time, one after another. */
public final class TcpOutlet implements Outlet {
    private final ServerSocket listening;
    private volatile @Nullable Socket client;

    private TcpOutlet(ServerSocket listening) {
        this.listening = listening;
    }

    /**
     * Listens on a loopback address; port 0 takes a free one.
     *
     * @throws IOException in one sentence, if the address is not of this machine's loopback or the port is taken
     */
    public static TcpOutlet listen(String host, int port) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        if (!address.isLoopbackAddress()) {
            throw new IOException("tcp://%s:%d: the simulator listens on 127.0.0.1 only".formatted(host, port));
        }
        ServerSocket socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return new TcpOutlet(socket);
        } catch (IOException taken) {
            socket.close();
            throw new IOException("tcp://%s:%d: cannot listen there; choose another port".formatted(host, port), taken);
        }
    }

    @Override
    public String address() {
        return "tcp://%s:%d".formatted(listening.getInetAddress().getHostAddress(), listening.getLocalPort());
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        if (listening.isClosed()) {
            return -1;
        }
        int millis = (int) Math.max(1, timeout.toMillis());
        Socket connected = client == null ? accepted(millis) : client;
        return connected == null ? 0 : read(connected, buffer, millis);
    }

    private @Nullable Socket accepted(int millis) throws IOException {
        listening.setSoTimeout(millis);
        try {
            Socket next = listening.accept();
            next.setTcpNoDelay(true);
            client = next;
            return next;
        } catch (SocketTimeoutException nobody) {
            return null;
        } catch (SocketException closed) {
            if (listening.isClosed()) {
                return null;
            }
            throw closed;
        }
    }

    private int read(Socket connected, byte[] buffer, int millis) {
        try {
            connected.setSoTimeout(millis);
            int count = connected.getInputStream().read(buffer);
            if (count < 0) {
                cut();
            }
            return Math.max(0, count);
        } catch (SocketTimeoutException nothing) {
            return 0;
        } catch (IOException left) {
            cut();
            return 0;
        }
    }

    @Override
    public void write(byte[] bytes) {
        Socket connected = client;
        if (connected == null) {
            return;
        }
        try {
            connected.getOutputStream().write(bytes);
        } catch (IOException left) {
            cut();
        }
    }

    @Override
    public void cut() {
        Socket connected = client;
        client = null;
        if (connected != null) {
            close(connected);
        }
    }

    @Override
    public void close() {
        close(listening);
        cut();
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // Closing can only fail for a connection that is gone already
        }
    }
}
