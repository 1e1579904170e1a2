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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.Exports;
import vigil.engine.Engine;
import vigil.export.ExportFile.IfPresent;
import vigil.export.FourHourRecord;
import vigil.export.GpLetter;
import vigil.export.HandoverSheet;
import vigil.export.PrintWords;
import vigil.export.Report;
import vigil.export.ReportNumbers;
import vigil.export.SessionReport;
import vigil.session.Event;
import vigil.session.SessionId;

/**
 * Every number on every print is one that the session database holds, or follows from it, or belongs to a text that always
 * stands there; and a number changed by one in its last digit is found out.
 */
class PrintedNumbersTest {
    private static final SessionId ID = new SessionId(PrintedCourse.ID);
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    /** What a time of another entry can be taken for: the day and the clock of one are as good as those of another. */
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d)?|\\d{1,2} (?:Jan|Feb|Mar|Apr)\\b");

    /** Changes of anything but a time that cannot be found out by its value, because the changed one stands in the record too. */
    private static final Set<String> OTHERS = Set.of(
            // A page does not say which one it is
            "1→2 of 3",
            "2→3 of 3",
            "1→2 of 4",
            "2→3 of 4",
            "3→4 of 4",
            // The next row stands on another page
            "577→578 2 Mar 19:09",
            // The last row of the segments: no greater number follows it
            "2→3 2 Mar 19:48",
            // The mass of the course and that of one day of it
            "4→5 mg Weight 6",
            // R15 and R16 were both set aside
            "15→16, C. Doe: ea",
            // Grades of effects begin at 0, those worth printing at 1
            "0→1 to 3",
            // Overdue in P0 and in P1
            "0→1 1) 2 Mar 19",
            // Both scores of BPI
            "4→5.19 after; B");

    private static final Map<String, Printed> PRINTS = new LinkedHashMap<>();
    private static final List<List<String>> EXPECTED = new ArrayList<>();
    private static final List<List<String>> IN_GERMAN = new ArrayList<>();

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
            keepNumbersOfBothLanguages(
                    store, store.load(ID).orElseThrow().asOf().plusSeconds(777));
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

    /** Every print of the course as it stands at {@code at}; of the sheet the longest version, in which nothing is cut. */
    private static List<Report> reports(SessionStore store, Instant at, PrintWords words) throws Exception {
        SessionRecord record = store.load(ID).orElseThrow();
        return Stream.of(
                        FourHourRecord.of(record, at).map(it -> it.report(words)).stream(),
                        Stream.of(new SessionReport(record, at).report(words), new GpLetter(record, at).report(words)),
                        new HandoverSheet(record, store.latestReading(ID), at)
                                .reports(words)
                                .limit(1))
                .flatMap(each -> each)
                .toList();
    }

    /** What holds of the numbers of an English print then holds of those of the German one. */
    private static void keepNumbersOfBothLanguages(SessionStore store, Instant at) throws Exception {
        List<Report> german = reports(store, at, PrintWords.named("de"));
        for (Report english : reports(store, at, PrintWords.english())) {
            EXPECTED.add(ReportNumbers.of(english));
            IN_GERMAN.add(ReportNumbers.of(german.get(EXPECTED.size() - 1)));
        }
    }

    @Test
    void aGermanPrintHasTheSameNumbersInTheSameOrder() {
        assertThat(EXPECTED).hasSize(4);
        for (int print = 0; print < EXPECTED.size(); print++) {
            for (int at = 0; at < EXPECTED.get(print).size(); at++) {
                assertThat(IN_GERMAN.get(print).get(at))
                        .as("print %d behind %s", print, EXPECTED.get(print).subList(Math.max(0, at - 20), at))
                        .isEqualTo(EXPECTED.get(print).get(at));
            }
        }
        assertThat(IN_GERMAN).isEqualTo(EXPECTED);
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

    /**
     * Every number, each with the lines around it. Overlooked is a time that became another time of the record, and besides
     * only what is listed.
     */
    @ParameterizedTest
    @ValueSource(strings = {"observation record", "session report", "letter", "handover after the end", "handover"})
    void aNumberThatIsWrongByOneIsFoundOut(String name) {
        Printed print = Objects.requireNonNull(PRINTS.get(name));
        List<String> lines = print.text().lines().toList();
        int tried = 0;
        List<String> overlooked = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (print.numbers().unexplained(around(lines, at, lines.get(at))).isEmpty()) {
                for (Wrong wrong : wrong(lines.get(at))) {
                    tried++;
                    if (print.numbers()
                                    .unexplained(around(lines, at, wrong.line()))
                                    .isEmpty()
                            && !wrong.time()) {
                        overlooked.add(wrong.what());
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(30);
        assertThat(OTHERS).as("of %d", tried).containsAll(overlooked);
    }

    /** A line with one number changed; {@code what}: the number as it was, as it is now, and what comes next. */
    private record Wrong(String line, boolean time, String what) {}

    private static String around(List<String> lines, int at, String line) {
        List<String> some = new ArrayList<>(lines.subList(Math.max(0, at - 2), at));
        some.add(line);
        some.addAll(lines.subList(at + 1, Math.min(lines.size(), at + 3)));
        return String.join("\n", some) + "\n";
    }

    private static List<Wrong> wrong(String line) {
        List<MatchResult> times = TIME.matcher(line).results().toList();
        return NUMBER.matcher(line)
                .results()
                .map(number -> {
                    String changed = changed(line, number);
                    boolean time =
                            times.stream().anyMatch(it -> it.start() <= number.start() && it.end() >= number.end());
                    String rest = line.substring(number.end(), Math.min(line.length(), number.end() + 12));
                    String now = changed.substring(number.start(), number.end());
                    return new Wrong(changed, time, number.group() + "→" + now + rest);
                })
                .toList();
    }

    private static String changed(String text, MatchResult number) {
        int last = number.end() - 1;
        char digit = (char) ('0' + (text.charAt(last) - '0' + 1) % 10);
        return text.substring(0, last) + digit + text.substring(last + 1);
    }
}
