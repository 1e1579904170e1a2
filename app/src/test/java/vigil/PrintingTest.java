package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.print.MachinePrinter;
import vigil.export.print.Outcome;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;
import vigil.export.print.Printer;

/** Printing as the views of a console ask for it. */
@Tag("F5")
class PrintingTest {
    private static final Executor APART = task -> Thread.ofPlatform().daemon().start(task);

    @TempDir
    Path folder;

    private final Ticker ticker = new Ticker();

    private final List<String> changes = new ArrayList<>();
    private Optional<String> unrecorded = Optional.empty();

    private Printing printing(int port) {
        return new Printing(
                queue -> new MachinePrinter(Map.of("CUPS_SERVER", "127.0.0.1:" + port), queue, ticker, APART),
                new PrinterFile(folder),
                APART,
                (setting, before, after, answer) -> {
                    changes.add(setting + ": " + before + " -> " + after);
                    answer.accept(unrecorded);
                });
    }

    @Test
    void aPrintServiceThatHangsIsToldInTimeWhileTheAskerGoesOn() throws IOException {
        Path pdf = Files.writeString(folder.resolve("sheet.pdf"), "%PDF-1.7 a sheet");
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Outcome> told = new CompletableFuture<>();
            var asked = ticker.get();
            printing(silent.getLocalPort()).print(pdf, "Sheet", told::complete);
            assertThat(told).isNotDone();
            await().atMost(Printer.PATIENCE.plusSeconds(5)).until(told::isDone);
            assertThat(ticker.get().since(asked)).isLessThan(Printer.PATIENCE.plusMillis(500));
            assertThat(told.join())
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).isEqualTo(Reason.NO_ANSWER));
            assertThat(pdf).exists();
        }
    }

    @Test
    void theChosenPrinterIsHeldAfterARestart() {
        Printing before = printing(1);
        assertThat(before.chosen()).isEmpty();
        CompletableFuture<Optional<String>> kept = new CompletableFuture<>();
        before.choose(Optional.of("Ward 4 = Büro"), kept::complete);
        assertThat(kept.join()).isEmpty();
        assertThat(before.chosen()).contains("Ward 4 = Büro");
        assertThat(printing(1).chosen()).contains("Ward 4 = Büro");
    }

    @Test
    void anotherPrinterIsTold() {
        choose("ward");
        choose("office");
        assertThat(changes).containsExactly("PRINTER:  -> ward", "PRINTER: ward -> office");
    }

    @Test
    void aChoiceThatIsNotInTheRecordIsSaid() {
        unrecorded = Optional.of("the console does not keep up; enter it again");
        assertThat(choose("ward"))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("not in the record: the console does not keep up"));
    }

    private Optional<String> choose(String queue) {
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        printing(1).choose(Optional.of(queue), answer::complete);
        return answer.join();
    }

    @Test
    void aChoiceThatCannotBeKeptIsToldAndHoldsUntilTheRestart() {
        Path gone = folder.resolve("gone");
        Printing printing = new Printing(
                queue -> new MachinePrinter(Map.of(), queue, ticker, APART),
                new PrinterFile(gone),
                APART,
                SettingChanges.UNRECORDED);
        CompletableFuture<Optional<String>> kept = new CompletableFuture<>();
        printing.choose(Optional.of("ward"), kept::complete);
        assertThat(kept.join()).isPresent();
        assertThat(printing.chosen()).contains("ward");
    }

    @Test
    void aDamagedChoiceCostsNoStart() throws IOException {
        Files.writeString(folder.resolve(PrinterFile.FILE), "queue = \\uZZZZ");
        assertThat(printing(1).chosen()).isEmpty();
    }
}
