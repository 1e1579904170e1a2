package vigil.pump.line;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import vigil.pump.Query;

/**
 * A transparent TCP connection to a device server or a B. Braun ComDevice (port 4001). Line settings live in the box and
 * can be neither set nor checked; the box keeps the connection up even while the pump's cable is pulled.
 */
public final class TcpLine implements Line {
    private static final int CONNECT_MS = 3_000;

    private final Socket socket;
    private final String name;

    private TcpLine(Socket socket, String name) {
        this.socket = socket;
        this.name = name;
    }

    /** Connects within three seconds or says why not. */
    public static TcpLine open(String host, int port) throws IOException {
        String name = "tcp://%s:%d".formatted(host, port);
        return new TcpLine(connected(name, host, port), name);
    }

    /** A socket connected within three seconds; {@code name} stands before the advice when that fails. */
    static Socket connected(String name, String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            InetSocketAddress address = new InetSocketAddress(host, port);
            if (address.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            socket.connect(address, CONNECT_MS);
            return socket;
        } catch (IOException cause) {
            socket.close();
            throw new IOException(name + ": " + advice(cause), cause);
        }
    }

    private static String advice(IOException cause) {
        return switch (cause) {
            case UnknownHostException unknown -> "no machine of that name is known; check the host name";
            case NoRouteToHostException route -> "there is no way to that machine; check the network cable";
            case ConnectException refused -> "nothing listens there; check the port number and that the box is on";
            case SocketTimeoutException late -> "no answer within 3 s; check address, network and that the box is on";
            default -> String.valueOf(cause.getMessage());
        };
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        socket.setSoTimeout((int) Math.max(1, timeout.toMillis()));
        try {
            return socket.getInputStream().read(buffer);
        } catch (SocketTimeoutException late) {
            return 0;
        }
    }

    @Override
    public void write(Query query) throws IOException {
        socket.getOutputStream().write(query.bytes());
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
