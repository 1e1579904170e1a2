package vigil.export.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.Ticker;
import vigil.export.print.IppMessage.Attribute;
import vigil.export.print.IppMessage.Group;
import vigil.export.print.IppMessage.ValueTag;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;

/** What is told when a print service says no, nonsense or nothing. A real one is in {@link CupsPrintTest}. */
@Tag("F5")
class QueuePrinterTest {
    private static final int NOT_FOUND = 0x0406;

    @TempDir
    Path folder;

    private HttpServer server;
    private Path pdf;

    @BeforeEach
    void start() throws IOException {
        pdf = Files.writeString(folder.resolve("sheet.pdf"), "%PDF-1.7 a sheet");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Outcome print(URI service) {
        Ticker ticker = new Ticker();
        var start = ticker.get();
        Outcome outcome = new QueuePrinter(service, Optional.empty(), ticker).print(pdf, "Sheet");
        assertThat(ticker.get().since(start)).isLessThanOrEqualTo(Printer.PATIENCE);
        return outcome;
    }

    private URI service() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answers(byte[]... answers) {
        int[] next = {0};
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] answer = answers[Math.min(next[0]++, answers.length - 1)];
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    private static byte[] message(int code, Group... groups) throws IOException {
        return new IppMessage(code, List.of(groups)).encoded();
    }

    private static Group queue(String name, int state) {
        return new Group(
                IppMessage.PRINTER,
                List.of(
                        new Attribute(ValueTag.NAME, "printer-name", name),
                        new Attribute(ValueTag.ENUM, "printer-state", Integer.toString(state))));
    }

    private static Group job(int state) {
        return new Group(
                IppMessage.JOB,
                List.of(
                        new Attribute(ValueTag.INTEGER, "job-id", "12"),
                        new Attribute(ValueTag.ENUM, "job-state", Integer.toString(state)),
                        new Attribute(ValueTag.KEYWORD, "job-state-reasons", "job-canceled-by-operator")));
    }

    @Test
    void aMachineWithoutPrintersIsTold() throws IOException {
        answers(message(NOT_FOUND), message(NOT_FOUND));
        assertThat(print(service())).isEqualTo(new Failed(Reason.NO_PRINTER, "", ""));
    }

    @Test
    void withoutADefaultPrinterThePrintersAreNamed() throws IOException {
        answers(message(NOT_FOUND), message(0, queue("ward", 3), queue("office", 3)));
        assertThat(print(service())).isEqualTo(new Failed(Reason.NO_DEFAULT, "", "ward, office"));
    }

    @Test
    void queuesThatCannotBeAskedForAreToldAsTrouble() {
        answers("<html>It works!</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(new QueuePrinter(service(), Optional.empty(), new Ticker())
                        .queues()
                        .trouble())
                .isPresent();
    }

    @Test
    void aMachineWithoutADefaultListsItsQueues() throws IOException {
        answers(message(0, queue("ward", 3), queue("office", 3)), message(NOT_FOUND));
        assertThat(new QueuePrinter(service(), Optional.empty(), new Ticker()).queues())
                .isEqualTo(new Queues(List.of("ward", "office"), Optional.empty(), Optional.empty()));
    }

    @Test
    void aJobThatSomebodyCancelsIsTold() throws IOException {
        answers(message(0, queue("ward", 3)), message(0, job(3)), message(0, job(7)));
        assertThat(print(service())).isEqualTo(new Failed(Reason.JOB_FAILED, "ward", "job-canceled-by-operator"));
    }

    @Test
    void anAnswerInAnotherLanguageIsTold() {
        answers("<html>It works!</html>".getBytes(StandardCharsets.UTF_8));
        assertThat(print(service()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NO_ANSWER));
    }

    @Test
    void aServiceThatTakesTheConnectionAndSaysNothingIsToldInTime() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            assertThat(print(URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NO_ANSWER));
        }
    }

    @Test
    void aFileThatIsGoneIsTold() throws IOException {
        Files.delete(pdf);
        assertThat(print(service()))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NO_FILE));
    }

    @Test
    void withNeitherCupsNorAPrinterOfTheSystemThereIsNoPrinter() throws IOException {
        int nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = closed.getLocalPort();
        }
        Printer printer = new MachinePrinter(
                Map.of("CUPS_SERVER", "localhost:" + nobody),
                Optional.of("no such printer"),
                new Ticker(),
                work -> Thread.ofPlatform().daemon().start(work));
        assertThat(printer.print(pdf, "Sheet"))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.reason()).isIn(Reason.NO_PRINTER, Reason.UNKNOWN_PRINTER));
    }

    @Test
    void theServerIsNamedAsForOtherPrograms() {
        assertThat(MachinePrinter.address("")).isEqualTo(URI.create("http://localhost:631/"));
        assertThat(MachinePrinter.address("/run/cups/cups.sock")).isEqualTo(URI.create("http://localhost:631/"));
        assertThat(MachinePrinter.address("print.ward:8631/version=1.1"))
                .isEqualTo(URI.create("http://print.ward:8631/"));
    }
}
