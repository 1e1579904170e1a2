package vigil.export;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.preparser.PreParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hands HL7 messages over a connection framed by MLLP, one after another, each until it is acknowledged. A broken
 * connection is made anew and the message sent again under the same control id, so that a receiver can tell it has it
 * already; a refusal is not repeated. The connection is not encrypted. Immutable, thread-safe.
 *
 * @param patience with the connection and with each answer
 * @param attempts for one message, at least 1
 */
public record MllpSender(Duration patience, int attempts) {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    /** Longer than any acknowledgement: beyond it the other side is no HL7 receiver. */
    private static final int MOST_BYTES = 65_536;

    public static final MllpSender STANDARD = new MllpSender(Duration.ofSeconds(10), 3);

    /**
     * How far it came.
     *
     * @param acknowledged messages, from the first on
     * @param failure why it went no further; empty when every message is acknowledged
     */
    public record Outcome(int acknowledged, Optional<String> failure) {}

    /** The receiver answered, and the answer is no. */
    private static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        Refused(String line) {
            super(line);
        }
    }

    /** Sends the messages in their order; ends at the first that is not acknowledged. Blocks. */
    public Outcome send(List<String> messages, InetSocketAddress to) {
        int acknowledged = 0;
        try (Line line = new Line(to)) {
            for (String message : messages) {
                line.deliver(message);
                acknowledged++;
            }
            return new Outcome(acknowledged, Optional.empty());
        } catch (IOException e) {
            return new Outcome(acknowledged, Optional.of(reason(e)));
        }
    }

    /** A conversation with one receiver; connected when there is something to say. */
    private final class Line implements AutoCloseable {
        private final InetSocketAddress to;
        private @Nullable Socket open;

        Line(InetSocketAddress to) {
            this.to = to;
        }

        void deliver(String message) throws IOException {
            int attempt = 1;
            while (!isDelivered(message, attempt)) {
                attempt++;
            }
        }

        /** False when the connection broke and another attempt is due. */
        private boolean isDelivered(String message, int attempt) throws IOException {
            try {
                exchange(connected(), message);
                return true;
            } catch (Refused e) {
                throw e;
            } catch (IOException e) {
                close();
                if (attempt >= attempts) {
                    throw e;
                }
                return false;
            }
        }

        private Socket connected() throws IOException {
            Socket socket = open;
            if (socket == null) {
                socket = new Socket();
                open = socket;
                socket.connect(to, (int) patience.toMillis());
                socket.setSoTimeout((int) patience.toMillis());
            }
            return socket;
        }

        @Override
        public void close() throws IOException {
            Socket socket = open;
            open = null;
            if (socket != null) {
                socket.close();
            }
        }
    }

    private static void exchange(Socket socket, String message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write(RETURN);
        socket.getOutputStream().write(frame.toByteArray());
        socket.getOutputStream().flush();
        check(answer(new BufferedInputStream(socket.getInputStream())), message);
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int read = in.read();
        while (read != END) {
            if (read < 0) {
                throw new EOFException("the receiver closed the connection without an answer");
            }
            if (answer.size() >= MOST_BYTES) {
                throw new Refused("the receiver's answer does not end: it speaks no MLLP");
            }
            if (read != START) {
                answer.write(read);
            }
            read = in.read();
        }
        if (in.read() != RETURN) {
            throw new Refused("the receiver's answer is not framed as MLLP");
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    private static void check(String answer, String message) throws IOException {
        String code = field(answer, "MSA-1");
        String about = field(answer, "MSA-2");
        String sent = field(message, "MSH-10");
        if (!about.equals(sent)) {
            throw new Refused("the receiver answered message '%s' instead of '%s'".formatted(about, sent));
        }
        if (!code.equals("AA") && !code.equals("CA")) {
            throw new Refused("the receiver refused message '%s' with %s %s"
                    .formatted(sent, code, field(answer, "MSA-3"))
                    .strip());
        }
    }

    private static String field(String message, String path) throws Refused {
        try {
            String[] found = PreParser.getFields(message, path);
            return found.length == 0 || found[0] == null ? "" : found[0];
        } catch (HL7Exception e) {
            throw new Refused("the receiver's answer is no HL7 acknowledgement: " + e.getMessage());
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
