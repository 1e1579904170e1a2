package vigil.export.mllp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Where HL7 messages go: {@code HOST:PORT} or {@code mllp://HOST:PORT} in the clear, {@code mllps://HOST:PORT?ca=FILE} over
 * TLS, where the receiver proves its name with a certificate of that authority, and with {@code &cert=FILE&key=FILE} we prove
 * ours. Immutable.
 */
public record MllpReceiver(String host, int port, Optional<TlsFiles> tls) {
    private static final Pattern ADDRESS = Pattern.compile("(?:(mllps?)://)?([^:/?\\s]+):(\\d{1,5})/?(?:\\?(\\S*))?");
    private static final int LAST_PORT = 65_535;
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** A receiver in the clear: only inside a network that may carry patient data. */
    public static MllpReceiver plain(String host, int port) {
        return new MllpReceiver(host, port, Optional.empty());
    }

    /**
     * An address as a person wrote it.
     *
     * @throws IllegalArgumentException one line that says what is wrong with it
     */
    public static MllpReceiver parse(String text) {
        Matcher parts = ADDRESS.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("%s is not HOST:PORT or mllps://HOST:PORT?ca=FILE".formatted(text));
        }
        int port = Integer.parseInt(parts.group(3));
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("%s: a port is 1 to %d".formatted(text, LAST_PORT));
        }
        String files = Optional.ofNullable(parts.group(4)).orElse("");
        boolean secured = "mllps".equals(parts.group(1));
        if (!secured && !files.isEmpty()) {
            throw new IllegalArgumentException("%s: certificates go with mllps:// only".formatted(text));
        }
        return new MllpReceiver(parts.group(2), port, secured ? Optional.of(TlsFiles.parse(files)) : Optional.empty());
    }

    /**
     * Connects, and over TLS has the receiver prove its name.
     *
     * @throws IOException one line that says why there is no connection
     */
    Socket connect(Duration patience) throws IOException {
        InetSocketAddress to = new InetSocketAddress(host, port);
        if (to.isUnresolved()) {
            throw new UnknownHostException("there is no host " + host);
        }
        Socket socket = new Socket();
        try {
            socket.connect(to, (int) patience.toMillis());
            socket.setSoTimeout((int) patience.toMillis());
            return tls.isPresent() ? secured(socket, tls.get()) : socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket socket, TlsFiles files) throws IOException {
        SSLSocket secured = (SSLSocket) files.context().getSocketFactory().createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Host and port, for a line that a person reads. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
