package vigil.export.mllp;

import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.preparser.PreParser;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with one receiver over MLLP, connected when there is something to say, one message at a time. After a
 * failure or a strange answer it is closed, and the next message connects anew. Not thread-safe.
 */
public final class MllpLine implements AutoCloseable {
    private static final int START = 0x0B;
    private static final int END = 0x1C;
    private static final int RETURN = 0x0D;
    /** Longer than any acknowledgement: beyond it the other side is no HL7 receiver. */
    private static final int MOST_BYTES = 65_536;

    private static final Set<String> TAKEN = Set.of("AA", "CA");

    private final MllpReceiver receiver;
    private final Duration patience;
    private @Nullable Socket open;

    /** @param patience with the connection and with each answer */
    public MllpLine(MllpReceiver receiver, Duration patience) {
        this.receiver = receiver;
        this.patience = patience;
    }

    /**
     * Sends a message and waits for what the receiver says to it. Blocks.
     *
     * @throws IOException if there is no connection, or no whole answer: whether the message was taken is not known
     */
    public Answer exchange(String message) throws IOException {
        try {
            Answer answer = exchange(connected(), message);
            if (answer instanceof Answer.Strange) {
                close();
            }
            return answer;
        } catch (SocketTimeoutException e) {
            close();
            throw new IOException("the receiver gave no answer within %d s".formatted(patience.toSeconds()), e);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private Socket connected() throws IOException {
        Socket socket = open;
        if (socket == null) {
            socket = receiver.connect(patience);
            open = socket;
        }
        return socket;
    }

    private static Answer exchange(Socket socket, String message) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(START);
        frame.writeBytes(message.getBytes(StandardCharsets.UTF_8));
        frame.write(END);
        frame.write(RETURN);
        socket.getOutputStream().write(frame.toByteArray());
        socket.getOutputStream().flush();
        return answer(new BufferedInputStream(socket.getInputStream()), message);
    }

    private static Answer answer(InputStream in, String message) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        int read = in.read();
        while (read != END) {
            if (read < 0) {
                throw new EOFException("the receiver closed the connection without an answer");
            }
            if (answer.size() >= MOST_BYTES) {
                return new Answer.Strange("the receiver's answer does not end: it speaks no MLLP");
            }
            if (read != START) {
                answer.write(read);
            }
            read = in.read();
        }
        return in.read() == RETURN
                ? understood(answer.toString(StandardCharsets.UTF_8), message)
                : new Answer.Strange("the receiver's answer is not framed as MLLP");
    }

    private static Answer understood(String answer, String message) {
        try {
            String sent = field(message, "MSH-10");
            String about = field(answer, "MSA-2");
            String code = field(answer, "MSA-1");
            if (!about.equals(sent)) {
                return new Answer.Strange("the receiver answered message '%s' instead of '%s'".formatted(about, sent));
            }
            return TAKEN.contains(code)
                    ? new Answer.Taken()
                    : new Answer.Refused("the receiver refused message '%s' with %s %s"
                            .formatted(sent, code, field(answer, "MSA-3"))
                            .strip());
        } catch (HL7Exception e) {
            return new Answer.Strange("the receiver's answer is no HL7 acknowledgement: " + e.getMessage());
        }
    }

    private static String field(String message, String path) throws HL7Exception {
        String[] found = PreParser.getFields(message, path);
        return found.length == 0 || found[0] == null ? "" : found[0];
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
