package vigil.export.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.Ticker;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Printed;
import vigil.export.print.Outcome.Reason;
import vigil.export.print.Outcome.Waiting;

/** Prints on real queues of CUPS: skipped where CUPS is not installed. */
@Tag("F5")
class CupsPrintTest {
    private static final String QUEUES = """
            <DefaultPrinter ward>
            DeviceURI socket://127.0.0.1:@PORT@
            State Idle
            Accepting Yes
            </DefaultPrinter>
            <Printer paused>
            DeviceURI socket://127.0.0.1:@PORT@
            State Stopped
            StateMessage Paper is being changed
            Accepting Yes
            </Printer>
            <Printer closed>
            DeviceURI socket://127.0.0.1:@PORT@
            State Idle
            Accepting No
            </Printer>
            <Printer jammed>
            DeviceURI broken:/x
            State Idle
            Accepting Yes
            ErrorPolicy abort-job
            </Printer>
            <Printer stopping>
            DeviceURI broken:/x
            State Idle
            Accepting Yes
            ErrorPolicy stop-printer
            </Printer>
            <Printer unplugged>
            DeviceURI socket://127.0.0.1:9
            State Idle
            Accepting Yes
            </Printer>
            """;

    @TempDir
    static Path folder;

    private static CupsQueues cups;
    private static PaperTray paper;
    private static Path pdf;

    @BeforeAll
    static void startCups() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        pdf = Files.writeString(folder.resolve("sheet.pdf"), "%PDF-1.7 a sheet of the ward");
        paper = PaperTray.open();
        String queues = QUEUES.replace("@PORT@", Integer.toString(paper.port()));
        cups = CupsQueues.start(Files.createDirectory(folder.resolve("cups")), queues);
    }

    @AfterAll
    static void stopCups() throws IOException {
        if (cups != null) {
            cups.close();
        }
        paper.close();
    }

    private static Outcome print(String queue) {
        Ticker ticker = new Ticker();
        Optional<String> name = queue.isEmpty() ? Optional.empty() : Optional.of(queue);
        var start = ticker.get();
        Outcome outcome = new QueuePrinter(cups.address(), name, ticker).print(pdf, "Handover sheet");
        assertThat(ticker.get().since(start)).isLessThanOrEqualTo(Printer.PATIENCE);
        assertThat(pdf).exists();
        return outcome;
    }

    @Test
    void theQueuesAreListedWithTheDefaultOne() {
        Queues queues = new QueuePrinter(cups.address(), Optional.empty(), new Ticker()).queues();
        assertThat(queues.names()).contains("ward", "paused", "unplugged");
        assertThat(queues.standard()).contains("ward");
        assertThat(queues.trouble()).isEmpty();
    }

    @Test
    void theDefaultQueueGetsTheDocumentByteForByte() throws IOException {
        assertThat(print(""))
                .isInstanceOfSatisfying(
                        Printed.class, printed -> assertThat(printed.queue()).isEqualTo("ward"));
        assertThat(paper.lastSheet()).isEqualTo(Files.readAllBytes(pdf));
    }

    @Test
    void aPausedQueueIsToldAndGetsNothing() {
        int before = paper.sheets();
        assertThat(print("paused")).isEqualTo(new Failed(Reason.PAUSED, "paused", "Paper is being changed"));
        assertThat(paper.sheets()).isEqualTo(before);
    }

    @Test
    void aQueueThatTakesNoJobsIsTold() {
        assertThat(print("closed"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.PAUSED));
    }

    @Test
    void aJobThatTheQueueGivesUpIsTold() {
        assertThat(print("jammed")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.JOB_FAILED);
            assertThat(failed.queue()).isEqualTo("jammed");
        });
    }

    @Test
    void aQueueThatStopsWithTheJobIsTold() {
        assertThat(print("stopping"))
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.STOPPED_AFTER));
    }

    @Test
    void aPrinterThatDoesNotAnswerIsStillWaitedForWhenTheTimeIsUp() {
        assertThat(print("unplugged")).isInstanceOfSatisfying(Waiting.class, waiting -> {
            assertThat(waiting.queue()).isEqualTo("unplugged");
            assertThat(waiting.saying()).containsIgnoringCase("unavailable");
        });
    }

    @Test
    void aQueueThatIsNotThereIsToldWithThoseThatAre() {
        assertThat(print("cellar")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.reason()).isEqualTo(Reason.UNKNOWN_PRINTER);
            assertThat(failed.saying()).contains("ward", "paused");
        });
    }
}
