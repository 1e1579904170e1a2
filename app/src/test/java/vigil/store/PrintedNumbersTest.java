package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.Exports;
import vigil.engine.Engine;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;
import vigil.session.Event;
import vigil.session.SessionId;

/**
 * Every number on every print is one that the session database holds, or follows from it, or belongs to a text that always
 * stands there; and a number changed by one in its last digit is found out.
 */
class PrintedNumbersTest {
    private static final SessionId ID = new SessionId(PrintedCourse.ID);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** The numbers of every third line are changed, one at a time. */
    private static final int STRIDE = 3;
    /** One change in so many may be overlooked. */
    private static final int ONE_IN = 8;

    private static final Map<String, Printed> PRINTS = new LinkedHashMap<>();

    /** The text of a print, and what it is held against. */
    private record Printed(String text, PrintedNumbers numbers) {}

    @BeforeAll
    static void print(@TempDir Path dir) throws Exception {
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            Engine engine = new Engine();
            int running = PrintedCourse.running().size();
            List<Event> events = PrintedCourse.whole();
            for (int i = 0; i < events.size(); i++) {
                store.project(i + 1, "%064x".formatted((i + 1) * 1_000_003L), engine.accept(events.get(i)));
                if (i + 1 == running) {
                    store.commit();
                    printRunning(store, dir.resolve("running.pdf"));
                }
            }
            store.commit();
            printWhole(store, dir.resolve("whole.pdf"));
        }
    }

    private static void printRunning(SessionStore store, Path file) throws Exception {
        Instant at = store.load(ID).orElseThrow().asOf().plusSeconds(3);
        new Exports(store, PrintWords.english()).handover(ID, file, IfPresent.REFUSE, at);
        keep("handover", store, file, at, "");
    }

    private static void printWhole(SessionStore store, Path file) throws Exception {
        Instant at = store.load(ID).orElseThrow().asOf().plusSeconds(777);
        Exports exports = new Exports(store, PrintWords.english());
        String hash = exports.contentHash(ID, at);
        exports.observationRecord(ID, Exports.Format.PDF, file, IfPresent.REPLACE, at);
        keep("observation record", store, file, at, hash);
        exports.sessionReport(ID, file, IfPresent.REPLACE, at);
        keep("session report", store, file, at, hash);
        exports.gpLetter(ID, file, IfPresent.REPLACE, at);
        keep("letter", store, file, at, hash);
        exports.handover(ID, file, IfPresent.REPLACE, at);
        keep("handover after the end", store, file, at, hash);
    }

    private static void keep(String name, SessionStore store, Path file, Instant at, String hash) throws Exception {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(file))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            String text = stripper.getText(document);
            PRINTS.put(name, new Printed(text, new PrintedNumbers(StoredRows.of(store), at, hash, text)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"observation record", "session report", "letter", "handover after the end", "handover"})
    void everyNumberIsExplainedByTheRecord(String name) {
        Printed print = Objects.requireNonNull(PRINTS.get(name));
        assertThat(print.numbers().unexplained(print.text())).isEmpty();
    }

    /** Each with the lines around it; two values of one kind may differ by one, so not every change can be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"observation record", "session report", "letter", "handover after the end", "handover"})
    void aNumberThatIsWrongByOneIsFoundOut(String name) {
        Printed print = Objects.requireNonNull(PRINTS.get(name));
        List<String> lines = print.text().lines().toList();
        int tried = 0;
        List<String> overlooked = new ArrayList<>();
        for (int at = 0; at < lines.size(); at += STRIDE) {
            if (print.numbers().unexplained(around(lines, at, lines.get(at))).isEmpty()) {
                for (String wrong : wrong(lines.get(at))) {
                    tried++;
                    if (print.numbers().unexplained(around(lines, at, wrong)).isEmpty()) {
                        overlooked.add(wrong);
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(10);
        assertThat(overlooked).as("of %d", tried).hasSizeLessThanOrEqualTo(tried / ONE_IN);
    }

    private static String around(List<String> lines, int at, String line) {
        List<String> some = new ArrayList<>(lines.subList(Math.max(0, at - 2), at));
        some.add(line);
        some.addAll(lines.subList(at + 1, Math.min(lines.size(), at + 3)));
        return String.join("\n", some) + "\n";
    }

    private static List<String> wrong(String line) {
        return NUMBER.matcher(line)
                .results()
                .map(number -> changed(line, number))
                .toList();
    }

    private static String changed(String text, MatchResult number) {
        int last = number.end() - 1;
        char digit = (char) ('0' + (text.charAt(last) - '0' + 1) % 10);
        return text.substring(0, last) + digit + text.substring(last + 1);
    }
}
