package vigil.export.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.ward.TestAuthority;

/** The queue against a receiver on a real socket. */
class Hl7OutboxTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[32], "AES");
    private static final Hl7Outbox.Pauses BRIEF = new Hl7Outbox.Pauses(
            Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofMillis(5));

    @TempDir
    Path dir;

    private final List<Outgoing> messages = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Hl7Status> told = new LinkedBlockingQueue<>();
    private final AtomicBoolean unforeseen = new AtomicBoolean();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @Test
    void everyMessageGoesOutOnceInItsOrderAndSoDoesWhatComesLater() throws Exception {
        ScriptedReceiver receiver = receiver(_ -> "AA");
        add("1", "2");
        start(plain(receiver));
        assertThat(List.of(next(receiver), next(receiver))).containsExactly("1", "2");
        add("3");

        assertThat(next(receiver)).isEqualTo("3");
        awaitThrough();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void aMessageWithoutAnAnswerIsSentAgainUntilItHasOneAndTheNextWaitsForIt() throws Exception {
        List<String> answers = script("hang up", "half a frame", "silence", "AA", "AA");
        ScriptedReceiver receiver = receiver(_ -> answers.removeFirst());
        add("1", "2");
        start(plain(receiver));

        assertThat(List.of(next(receiver), next(receiver), next(receiver), next(receiver), next(receiver)))
                .containsExactly("1", "1", "1", "1", "2");
        assertThat(status(Hl7Status.Waiting.class).messages()).isEqualTo(2);
        awaitThrough();
    }

    @Test
    void aRefusalIsToldOnceAndKeptAndTheQueueMovesOn() throws Exception {
        ScriptedReceiver receiver = receiver(id -> id.equals("2") ? "AE" : "AA");
        add("1", "2", "3");
        start(plain(receiver));

        assertThat(List.of(next(receiver), next(receiver), next(receiver))).containsExactly("1", "2", "3");
        assertThat(status(Hl7Status.Refused.class).words())
                .isEqualTo("the receiver refused message '2' with AE unknown patient");
        awaitThrough();
        assertThat(receiver.received()).isEmpty();
        assertThat(Answered.in(file(), KEY).refusals())
                .containsExactly("the receiver refused message '2' with AE unknown patient");
    }

    @Test
    void aCourseThatCannotBeMadeIntoMessagesOnceDoesNotEndTheSending() throws Exception {
        ScriptedReceiver receiver = receiver(_ -> "AA");
        add("1");
        unforeseen.set(true);
        start(plain(receiver));

        assertThat(status(Hl7Status.Waiting.class).reason()).isEqualTo("messages could not be made");
        assertThat(next(receiver)).isEqualTo("1");
    }

    @Test
    void afterARestartOnlyWhatHadNoAnswerIsSent() throws Exception {
        ScriptedReceiver first = receiver(id -> id.equals("3") ? "hang up" : "AA");
        add("1", "2", "3", "4");
        Hl7Outbox before = start(plain(first));
        assertThat(status(Hl7Status.Waiting.class).messages()).isEqualTo(2);
        before.stop();

        ScriptedReceiver second = receiver(_ -> "AA");
        told.clear();
        start(plain(second));
        assertThat(List.of(next(second), next(second))).containsExactly("3", "4");
        awaitThrough();
        assertThat(second.received()).isEmpty();
    }

    @Test
    void whatIsKeptOnTheDiskNamesNobodyAndADamagedFileOnlyMeansThatAllIsSentAgain() throws Exception {
        ScriptedReceiver receiver = receiver(_ -> "AR");
        add("course-1");
        Hl7Outbox outbox = start(plain(receiver));
        awaitThrough();
        outbox.stop();

        byte[] kept = Files.readAllBytes(file());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("course", "patient", "Winter");
        kept[kept.length - 1] ^= 1;
        Files.write(file(), kept);
        assertThat(Answered.in(file(), KEY).has("course-1")).isFalse();
    }

    @Test
    void answersToMessagesThatAreNotSentAnyMoreAreForgottenButRefusalsAreNot() throws Exception {
        Answered answered = Answered.in(file(), KEY);
        answered.taken("old");
        answered.refused("older", "no");
        answered.taken("new");
        answered.keepOnly(java.util.Set.of("new"));

        assertThat(answered.has("old")).isFalse();
        assertThat(answered.has("new")).isTrue();
        assertThat(answered.refusals()).containsExactly("no");
    }

    @Test
    void overTlsTheReceiverProvesItsNameAndTheBedsideItsOwn() throws Exception {
        TestAuthority hospital = new TestAuthority(dir.resolve("ca"), "hospital");
        TestAuthority.Issued emr = hospital.issue("emr");
        TestAuthority.Issued bedside = hospital.issue("bedside-12");
        ScriptedReceiver receiver = secured(emr, hospital.root());
        add("1");
        start(MllpReceiver.parse("mllps://localhost:%d?ca=%s&cert=%s&key=%s"
                .formatted(receiver.port(), hospital.root(), bedside.certificate(), bedside.key())));

        assertThat(next(receiver)).isEqualTo("1");
        awaitThrough();
    }

    @Test
    void nothingGoesToAReceiverWithAWrongCertificate() throws Exception {
        TestAuthority hospital = new TestAuthority(dir.resolve("ca"), "hospital");
        TestAuthority stranger = new TestAuthority(dir.resolve("other"), "stranger");
        ScriptedReceiver receiver = secured(stranger.issue("emr"), hospital.root());
        add("1");
        start(MllpReceiver.parse("mllps://localhost:%d?ca=%s".formatted(receiver.port(), hospital.root())));

        assertThat(status(Hl7Status.Waiting.class).reason()).contains("certification path");
        assertThat(receiver.received()).doesNotContain("1");
    }

    @Test
    void anAddressWithoutAnAuthorityIsRefused() {
        assertThatThrownBy(() -> MllpReceiver.parse("mllps://emr:2575"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ca=FILE");
        assertThatThrownBy(() -> MllpReceiver.parse("emr:99999")).hasMessageContaining("a port is 1 to 65535");
        assertThat(MllpReceiver.parse("emr:2575")).isEqualTo(MllpReceiver.plain("emr", 2575));
    }

    private void add(String... ids) {
        for (String id : ids) {
            messages.add(new Outgoing(
                    id, "MSH|^~\\&|VIGIL||||20260302||ORU^R01^ORU_R01|" + id + "|P|2.6\rPID|||1||Winter\r"));
        }
    }

    private static List<String> script(String... answers) {
        return Collections.synchronizedList(new ArrayList<>(List.of(answers)));
    }

    private ScriptedReceiver receiver(UnaryOperator<String> script) throws IOException {
        return kept(new ScriptedReceiver(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()), script));
    }

    private static MllpReceiver plain(ScriptedReceiver receiver) {
        return MllpReceiver.plain(InetAddress.getLoopbackAddress().getHostAddress(), receiver.port());
    }

    private ScriptedReceiver secured(TestAuthority.Issued own, Path authority) throws Exception {
        TlsFiles files = new TlsFiles(authority, Optional.of(new TlsFiles.Own(own.certificate(), own.key())));
        SSLContext context = files.context();
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 5, InetAddress.getByName("localhost"));
        server.setNeedClientAuth(!own.certificate().startsWith(dir.resolve("other")));
        return kept(new ScriptedReceiver(server, _ -> "AA"));
    }

    private ScriptedReceiver kept(ScriptedReceiver receiver) {
        open.add(receiver);
        return receiver;
    }

    private Path file() {
        return dir.resolve("answered");
    }

    private Hl7Outbox start(MllpReceiver receiver) throws Exception {
        Hl7Outbox outbox =
                new Hl7Outbox(receiver, new Messages(messages, unforeseen), Answered.in(file(), KEY), BRIEF, told::add);
        Thread thread = Thread.ofVirtual().start(outbox);
        open.add(() -> {
            outbox.stop();
            thread.join();
        });
        return outbox;
    }

    /** One course with all messages; what is unforeseen happens once. */
    private record Messages(List<Outgoing> all, AtomicBoolean unforeseen) implements Hl7Outbox.Source {
        @Override
        public List<String> courses() {
            return List.of("course");
        }

        @Override
        public List<Outgoing> messages(String course) {
            if (unforeseen.getAndSet(false)) {
                throw new IllegalStateException("unforeseen");
            }
            return List.copyOf(all);
        }
    }

    private static String next(ScriptedReceiver receiver) throws InterruptedException {
        String id = receiver.received().poll(20, TimeUnit.SECONDS);
        return id != null && id.equals("broken") ? next(receiver) : Objects.requireNonNull(id, "nothing came");
    }

    private <T extends Hl7Status> T status(Class<T> wanted) throws InterruptedException {
        Hl7Status status = told.poll(20, TimeUnit.SECONDS);
        assertThat(status).as("nothing was told").isNotNull();
        return wanted.isInstance(status) ? wanted.cast(status) : status(wanted);
    }

    /** Two in a row: the second is told after a look that found nothing due. */
    private void awaitThrough() throws InterruptedException {
        assertThat(status(Hl7Status.Through.class)).isNotNull();
        told.clear();
        assertThat(status(Hl7Status.Through.class)).isNotNull();
    }
}
