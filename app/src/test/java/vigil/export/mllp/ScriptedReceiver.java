package vigil.export.mllp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.UnaryOperator;

/** A receiver of HL7 messages on a real socket, which answers each message as the test says. */
public final class ScriptedReceiver implements AutoCloseable {
    /** Answers of the script that are none. */
    static final String SILENCE = "silence";

    static final String HANG_UP = "hang up";
    static final String HALF_A_FRAME = "half a frame";

    private final ServerSocket server;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    /** @param script the answer to a control id: AA, AE ..., or one of the above */
    public ScriptedReceiver(ServerSocket server, UnaryOperator<String> script) {
        this.server = server;
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                accept(script);
            }
        });
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Control ids in the order they came. */
    public BlockingQueue<String> received() {
        return received;
    }

    private void accept(UnaryOperator<String> script) {
        try {
            Socket socket = server.accept();
            Thread.ofVirtual().start(() -> converse(socket, script));
        } catch (IOException e) {
            received.add("closed");
        }
    }

    private void converse(Socket socket, UnaryOperator<String> script) {
        try (socket) {
            boolean more = true;
            while (more) {
                more = answered(socket, script);
            }
        } catch (IOException e) {
            // The sender has gone, or would not believe this certificate: the test sees it on the sender's side.
            received.add("broken");
        }
    }

    private boolean answered(Socket socket, UnaryOperator<String> script) throws IOException {
        String message = frame(socket.getInputStream());
        if (message.isEmpty()) {
            return false;
        }
        String id = message.split("\\|")[9];
        received.add(id);
        String answer = script.apply(id);
        return switch (answer) {
            case SILENCE -> true;
            case HANG_UP -> false;
            case HALF_A_FRAME -> {
                send(socket, "\u000B" + ack("AA", id).substring(0, 20));
                yield false;
            }
            default -> {
                send(socket, "\u000B" + ack(answer, id) + "\u001C\r");
                yield true;
            }
        };
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String ack(String code, String id) {
        return "MSH|^~\\&|EMR||VIGIL||20260302||ACK^R01|a|P|2.6\rMSA|" + code + "|" + id + "|unknown patient\r";
    }

    private static String frame(InputStream in) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == 0x1C) {
                return in.read() == 0x0D ? frame.toString(StandardCharsets.UTF_8) : "";
            }
            if (read != 0x0B) {
                frame.write(read);
            }
        }
        return "";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
