package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigil.export.mllp.MllpReceiver;

class MllpSenderTest {
    private static final MllpSender SENDER = new MllpSender(Duration.ofSeconds(5), 3);
    private static final String CLOSE = "close";

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket server;

    MllpSenderTest() throws IOException {
        server = new ServerSocket();
    }

    @BeforeEach
    void listen() throws IOException {
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void everyMessageIsSentInItsOrderAndAcknowledged() throws Exception {
        List<String> messages = new Hl7Writer().encoded(PlannedCourse.record());
        answering(id -> ack("AA", id));

        assertThat(SENDER.send(messages, address()))
                .isEqualTo(new MllpSender.Outcome(messages.size(), java.util.Optional.empty()));
        assertThat(received).isNotEmpty().isEqualTo(messages);
    }

    @Test
    void aBrokenConnectionIsMadeAnewAndTheMessageSentAgain() {
        List<String> answers = new ArrayList<>(List.of(CLOSE, "AA"));
        answering(id -> answers.removeFirst().equals(CLOSE) ? CLOSE : ack("AA", id));

        assertThat(SENDER.send(List.of(message("1")), address()).acknowledged()).isEqualTo(1);
        assertThat(received).containsExactly(message("1"), message("1"));
    }

    @Test
    void aRefusalEndsItAndIsNotRepeated() {
        answering(id -> ack(id.equals("2") ? "AE" : "AA", id));

        MllpSender.Outcome outcome = SENDER.send(List.of(message("1"), message("2"), message("3")), address());

        assertThat(outcome.acknowledged()).isEqualTo(1);
        assertThat(outcome.failure()).contains("the receiver refused message '2' with AE no");
        assertThat(received).containsExactly(message("1"), message("2"));
    }

    @Test
    void anAnswerToAnotherMessageIsNoAcknowledgement() {
        answering(_ -> ack("AA", "99"));

        assertThat(SENDER.send(List.of(message("1")), address()).failure())
                .contains("the receiver answered message '99' instead of '1'");
    }

    @Test
    void anAnswerThatIsNoHl7IsRefused() {
        answering(_ -> "HTTP/1.1 400 Bad Request");

        assertThat(SENDER.send(List.of(message("1")), address()).failure().orElseThrow())
                .contains("no HL7 acknowledgement");
    }

    @Test
    void whereNobodyListensNothingIsAcknowledgedAndTheReasonIsGiven() throws IOException {
        MllpReceiver nobody = address();
        server.close();

        MllpSender.Outcome outcome = SENDER.send(List.of(message("1")), nobody);

        assertThat(outcome.acknowledged()).isZero();
        assertThat(outcome.failure()).isPresent();
    }

    private MllpReceiver address() {
        return MllpReceiver.plain(InetAddress.getLoopbackAddress().getHostAddress(), server.getLocalPort());
    }

    private static String message(String id) {
        return "MSH|^~\\&|VIGIL||||20260302||ORU^R01^ORU_R01|" + id + "|P|2.6\r";
    }

    private static String ack(String code, String id) {
        return "MSH|^~\\&|EMR||VIGIL||20260302||ACK^R01|a|P|2.6\rMSA|" + code + "|" + id + "|no\r";
    }

    /** Answers each message with what {@code answer} makes of its control id. */
    private void answering(UnaryOperator<String> answer) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket socket = server.accept()) {
                    boolean more = true;
                    while (more) {
                        more = answerOne(socket, answer);
                    }
                } catch (IOException e) {
                    // The sender or the test has closed the connection: the next one, or the end.
                    assertThat(e).isInstanceOf(IOException.class);
                }
            }
        });
    }

    private boolean answerOne(Socket socket, UnaryOperator<String> answer) throws IOException {
        String message = frame(socket.getInputStream());
        if (message.isEmpty()) {
            return false;
        }
        received.add(message);
        String text = answer.apply(message.split("\\|")[9]);
        if (text.equals(CLOSE)) {
            return false;
        }
        socket.getOutputStream().write(("\u000B" + text + "\u001C\r").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static String frame(InputStream in) throws IOException {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0; read = in.read()) {
            if (read == 0x1C) {
                assertThat(in.read()).isEqualTo(0x0D);
                return frame.toString(StandardCharsets.UTF_8);
            }
            if (read != 0x0B) {
                frame.write(read);
            }
        }
        return "";
    }
}
