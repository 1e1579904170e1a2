package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PrintWords;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.JournalEntry;
import vigil.journal.JournalReader;
import vigil.journal.Verify;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SessionId;
import vigil.store.SessionSummary;

/** Two patients of a console in constant use go, the third one stays while the infusion runs. */
class PurgeOfOlderSessionsTest {
    private static final DateTimeFormatter HL7_TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSxx", Locale.ROOT).withZone(vigil.engine.Bedside.SYDNEY);

    @TempDir
    Path dir;

    private Path data;
    private ConsoleInUse console;
    private Head old;
    private Moment now;

    @BeforeEach
    void record() throws Exception {
        data = dir.resolve("data");
        console = ConsoleInUse.busy();
        old = console.in(data);
        now = console.bedside().now().plus(Duration.ofSeconds(1));
        assertThat(new Backup(data, data.resolve("backup")).make(now.utc()).head())
                .isEqualTo(old);
    }

    private static Purge.Order before(Instant at) {
        return new Purge.Order(at, "A. Admin", "retention of 14 days is over");
    }

    private Event.RecordPurged purge() throws IOException {
        return new Purge(data).run(before(console.secondClosed().plusSeconds(1)), now);
    }

    private List<JournalEntry> entries() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            journal.replay(entries::add);
        }
        return entries;
    }

    @Test
    void everyEntryOfTheNewerSessionKeepsItsPlaceInTheChain() throws Exception {
        List<JournalEntry> was = entries();
        long from = purge().keptFrom().orElseThrow();
        List<JournalEntry> kept =
                was.stream().filter(entry -> entry.sequence() >= from).toList();
        assertThat(entries()).containsAll(kept).hasSizeLessThan(was.size() - 500);
        assertThat(kept.stream().filter(entry -> entry.event() instanceof Event.SessionOpened))
                .singleElement()
                .extracting(entry -> ((Event.SessionOpened) entry.event()).id())
                .isEqualTo(ConsoleInUse.RUNNING);
        assertThat(new Verification(data, Optional.of(old)).run().lines().getFirst())
                .contains("journal sound: %d entries, kept from entry %d in ".formatted(old.sequence() + 1, from));
    }

    @Test
    void theCertificateSaysWhatIsGoneAndWhoAskedAndWhy() throws Exception {
        Event.RecordPurged certificate = purge();
        assertThat(certificate.lastEntry()).isEqualTo(old.sequence());
        assertThat(certificate.chainHash()).isEqualTo(old.chainHash());
        assertThat(certificate.sessions()).isEqualTo(2);
        assertThat(certificate.by()).isEqualTo("A. Admin");
        assertThat(certificate.reason()).isEqualTo("retention of 14 days is over");
        assertThat(certificate.at().utc()).isEqualTo(now.utc());
        assertThat(entries().getLast().event()).isEqualTo(certificate);
    }

    @Test
    void theInfusionThatRunsGoesOnAsItWas() throws Exception {
        vigil.engine.Bedside was = console.bedside();
        assertThat(purge()).isNotNull();
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.session().progress()).isEqualTo(was.session().progress());
            assertThat(bedside.session().elapsed()).isEqualTo(was.session().elapsed());
            assertThat(bedside.session().dosage()).isEqualTo(was.session().dosage());
            assertThat(bedside.session().settings()).isEqualTo(was.session().settings());
            assertThat(bedside.session().delivery())
                    .usingRecursiveComparison()
                    .as("the clock was set in an earlier run, in which an alarm began that stands")
                    .ignoringFields("alarms.since.elapsed")
                    .isEqualTo(was.session().delivery());
            assertThat(bedside.snapshot(was.now()))
                    .usingRecursiveComparison()
                    .ignoringFields("course.preparation.drafts")
                    .isEqualTo(was.engine().snapshot(was.now()));
            was.runs(Duration.ofMinutes(5));
            for (Event event : was.events()
                    .subList(console.events().size() - 5, was.events().size())) {
                assertThat(bedside.accept(event)).isEmpty();
            }
            assertThat(bedside.session().dosage()).isEqualTo(was.session().dosage());
            bedside.settle(was.now());
        }
        assertThat(new Verification(data).run().sound()).isTrue();
    }

    @Test
    void whatIsExportedOfTheNewerSessionIsByteForByteTheSame() throws Exception {
        Map<String, String> was = exports(ConsoleInUse.RUNNING);
        assertThat(was).hasSizeGreaterThan(5);
        assertThat(purge()).isNotNull();
        Map<String, String> is = exports(ConsoleInUse.RUNNING);
        assertThat(is).containsOnlyKeys(was.keySet());
        was.forEach((name, text) -> assertThat(is.get(name)).as(name).isEqualTo(text));
        assertThatThrownBy(() -> exports(ConsoleInUse.FIRST)).hasMessageContaining("there is no session");
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.store().sessions().stream().map(SessionSummary::id))
                    .containsExactly(ConsoleInUse.RUNNING);
        }
    }

    /** Of a session that was ceased, observed for four hours and released: everything that can leave the console. */
    @Test
    void everyDocumentOfAClosedSessionThatIsKeptSaysTheSame() throws Exception {
        Map<String, String> was = exports(ConsoleInUse.SECOND);
        assertThat(was).containsKeys("record.pdf", "report.pdf", "handover.pdf", "letter.pdf", "hl7", "fhir");
        assertThat(new Purge(data).run(before(console.firstClosed().plusSeconds(1)), now))
                .isNotNull();
        Map<String, String> is = exports(ConsoleInUse.SECOND);
        assertThat(is).containsOnlyKeys(was.keySet());
        was.forEach((name, text) -> assertThat(is.get(name)).as(name).isEqualTo(text));
    }

    /** What names the head of the record and its time is left out: the certificate is a later entry of the same chain. */
    private Map<String, String> exports(SessionId id) throws IOException {
        Path out = Files.createTempDirectory(dir, "out");
        String asOf;
        try (Bedside bedside = Bedside.open(data)) {
            Exports exports = new Exports(bedside.store(), PrintWords.english());
            asOf = HL7_TIME.format(exports.record(id).asOf());
            for (Exports.Format format : List.of(Exports.Format.CSV, Exports.Format.FHIR)) {
                exports.observationRecord(id, format, out.resolve(format.name()), IfPresent.REFUSE, now.utc());
            }
            exports.observationRecord(id, Exports.Format.HL7, out.resolve("hl7"), IfPresent.REFUSE, now.utc());
            exports.handover(id, out.resolve("handover.pdf"), IfPresent.REFUSE, now.utc());
            exports.sessionReport(id, out.resolve("report.pdf"), IfPresent.REFUSE, now.utc());
            exports.gpLetter(id, out.resolve("letter.pdf"), IfPresent.REFUSE, now.utc());
            if (exports.unprintable(id).isEmpty()) {
                Path file = out.resolve("record.pdf");
                exports.observationRecord(id, Exports.Format.PDF, file, IfPresent.REFUSE, now.utc());
            }
            exports.tables(id, out.resolve("tables.zip"), IfPresent.REFUSE);
            exports.analysis(id, out.resolve("analysis.zip"), IfPresent.REFUSE);
            assertThat(exports.patientRecord(id, out.resolve("patient.zip"), IfPresent.REFUSE))
                    .containsExactly(id);
        }
        Map<String, String> contents = new TreeMap<>();
        contents.put("hl7", Files.readString(out.resolve("hl7")).replace(asOf, ""));
        for (String print : List.of("handover.pdf", "report.pdf", "letter.pdf", "record.pdf")) {
            if (Files.exists(out.resolve(print))) {
                contents.put(print, shown(out.resolve(print)));
            }
        }
        contents.put("csv", Files.readString(out.resolve("CSV")));
        contents.put("fhir", withoutHead(Files.readString(out.resolve("FHIR"))));
        for (String zipped : List.of("tables.zip", "analysis.zip", "patient.zip")) {
            try (ZipFile zip = new ZipFile(out.resolve(zipped).toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    if (entry.getName().equals("manifest.json")) {
                        continue;
                    }
                    contents.put(
                            zipped + " " + entry.getName(),
                            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return contents;
    }

    /** How many pages, and all that is to be read on them but the head of the record. */
    private static String shown(Path print) throws IOException {
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(print))) {
            String text = new PDFTextStripper().getText(document);
            return document.getNumberOfPages() + text.replaceAll("(?i)journal \\d+(\\s+[0-9a-f]{8}){0,8}", "");
        }
    }

    /** The id of a document of FHIR is made of the head. */
    private static String withoutHead(String text) {
        String id = text.replaceFirst("(?s).*?\"id\": \"([^\"]+)\".*", "$1");
        return text.replace(id, "")
                .replaceAll("\"(timestamp|date|recorded)\": \"[^\"]+\"|entry \\d+, chain hash [0-9a-f]{64}", "");
    }

    /** In any file left behind, and in everything that the new key opens. */
    @Test
    @Tag("G1")
    void nothingOfThePurgedPatientsIsLeft() throws Exception {
        assertThat(exports(ConsoleInUse.FIRST)).isNotEmpty();
        assertThat(text(data)).contains("qxgone");
        assertThat(purge()).isNotNull();
        assertThat(new Purge(data).backUp(now).head().sequence()).isEqualTo(old.sequence() + 1);
        try (Bedside bedside = Bedside.rebuild(data)) {
            assertThat(bedside.store().sessions()).hasSize(1);
        }
        assertThat(text(data)).contains("winter").doesNotContain("qxgone");
        Path restored = dir.resolve("restored");
        Files.createDirectories(restored);
        try (Stream<Path> files = Files.list(data.resolve("backup"))) {
            for (Path file : files.toList()) {
                Files.copy(file, restored.resolve(file.getFileName()));
            }
        }
        Files.copy(data.resolve(KeyFile.NAME), restored.resolve(KeyFile.NAME));
        assertThat(text(restored)).contains("winter").doesNotContain("qxgone");
    }

    private static String text(Path place) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(file.getFileName()).append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        JournalReader.in(place).copy(1, Long.MAX_VALUE - 1, copy -> {
            text.append(new String(copy.payload(), StandardCharsets.UTF_8));
            return copy.sequence() < lastIn(place);
        });
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static long lastIn(Path place) {
        return ((Verify.Verdict.Sound) Verify.journal(place)).head().sequence();
    }

    @Test
    void theOldKeyReadsNothingThatIsLeft() throws Exception {
        Path key = Files.copy(data.resolve(KeyFile.NAME), dir.resolve("old.key"));
        assertThat(purge()).isNotNull();
        assertThat(Files.readAllBytes(data.resolve(KeyFile.NAME))).isNotEqualTo(Files.readAllBytes(key));
        Files.delete(data.resolve(KeyFile.NAME));
        Files.copy(key, data.resolve(KeyFile.NAME));
        assertThat(Verify.journal(data))
                .isInstanceOfSatisfying(
                        Verify.Verdict.Unreadable.class,
                        it -> assertThat(it.reason()).contains("written with another device key"));
    }

    @Test
    void whatTheConsoleKnowsOfItselfGoesOver() throws Exception {
        List<Event> was = entries().stream().map(JournalEntry::event).toList();
        assertThat(purge()).isNotNull();
        List<Event> is = entries().stream().map(JournalEntry::event).toList();
        assertThat(is)
                .containsAll(was.stream()
                        .filter(event -> event instanceof PeopleEvent
                                || event instanceof Event.SettingChanged
                                || event instanceof Event.BackupMade
                                || event instanceof Event.ConsoleStarted
                                || event instanceof Event.SiteSettingsInForce)
                        .toList());
        assertThat(is.getFirst()).isInstanceOf(Event.RecordShortened.class);
    }

    @Test
    void theCommandPurgesBacksUpAndLeavesASoundRecord() throws Exception {
        String[] order = {"rebuild", "--purge-before", "2026-03-10", "--by", "A. Admin", "--reason", "over"};
        Program.Ended purged = Program.run(with(order, "--data", data.toString()));
        assertThat(purged.out())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("purged: 2 sessions up to entry \\d+; entries \\d+ to %d are kept, head %s; .*"
                                        .formatted(old.sequence(), old.chainHash())),
                        line -> assertThat(line).isEqualTo("backup made anew up to entry " + (old.sequence() + 1)),
                        line -> assertThat(line).contains("destroy every copy of the old device.key"),
                        line -> assertThat(line).isEqualTo("database made anew up to entry " + (old.sequence() + 1)));
        assertThat(Program.run("verify", data.toString()).status()).isZero();
        assertThat(Program.run(with(order, "--data", data.toString())).err())
                .singleElement()
                .asString()
                .contains("the only session in", "is open; nothing was purged");
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aSecondPurgeTakesWhatIsOverByThenAndKeepsTheFirstCertificate() throws Exception {
        Event.RecordPurged first =
                new Purge(data).run(before(console.firstClosed().plusSeconds(1)), now);
        assertThat(first.sessions()).isEqualTo(1);
        Event.RecordPurged second = purge();
        assertThat(second.sessions()).isEqualTo(1);
        assertThat(second.lastEntry()).isEqualTo(old.sequence() + 1);
        assertThat(entries().stream().map(JournalEntry::event)).contains(first, second);
        assertThat(text(data)).contains("winter").doesNotContain("qxgone");
        assertThat(new Verification(data, Optional.of(old)).run().lines().getFirst())
                .contains("journal sound");
    }

    @Test
    void nothingIsChangedWhereNothingIsOver() throws Exception {
        Map<String, String> was = contents();
        assertThatThrownBy(() -> new Purge(data).run(before(console.firstClosed()), now))
                .hasMessageContainingAll("the oldest session", "was closed at", "nothing was purged");
        assertThatThrownBy(() -> new Purge(data).run(before(now.utc().plusSeconds(1)), now))
                .hasMessageContaining("lies in the future; nothing was purged");
        assertThatThrownBy(() -> new Purge(data).run(new Purge.Order(console.secondClosed(), " ", "why"), now))
                .hasMessageContaining("say who asks, and why; nothing was purged");
        assertThat(contents()).isEqualTo(was);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(data.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
