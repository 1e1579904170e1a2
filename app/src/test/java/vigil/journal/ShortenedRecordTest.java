package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;

/** A record without its beginning: what it proves, and what is noticed. */
class ShortenedRecordTest {
    private static final int OLD = 40;
    private static final int GONE = 25;
    /** What the console keeps: more than a segment of it. */
    private static final int OF_THE_CONSOLE = 20;

    @TempDir
    Path dir;

    private Path was;
    private Path is;
    private Head purged;
    private Head old;

    private static Moment at(int second) {
        long nanos = second * 1_000_000_000L;
        return new Moment(Instant.ofEpochSecond(1_772_000_000L + second), nanos, nanos);
    }

    @BeforeEach
    void shorten() throws Exception {
        was = dir.resolve("was");
        is = dir.resolve("is");
        List<Head> heads = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(was);
                Journal journal = Journal.open(directory)) {
            for (int second = 1; second <= OLD; second++) {
                heads.add(journal.append(new Event.BackupMade(at(second), second)));
            }
        }
        purged = heads.get(GONE - 1);
        old = heads.getLast();
        Files.createDirectories(is);
        KeyFile.makeLike(was, is, Map.of());
        // Incompressible, so that the console's part takes two segments.
        List<Event> console = new ArrayList<>();
        for (int second = 2; second <= OF_THE_CONSOLE + 1; second++) {
            console.add(new Event.BackupFailed(at(second), noise(second)));
        }
        new ShortenedRecord(was, is).write(beginning(console.size() + 1L), console, old, certificate());
    }

    private static String noise(int seed) {
        StringBuilder text = new StringBuilder();
        new java.util.Random(seed).ints(20_000, 0x4e00, 0x9f00).forEach(text::appendCodePoint);
        return text.toString();
    }

    private Event.RecordShortened beginning(long entries) {
        return new Event.RecordShortened(at(2), Duration.ofSeconds(1), entries, GONE, purged.chainHash());
    }

    private Event.RecordPurged certificate() {
        return new Event.RecordPurged(at(OLD), OLD, old.chainHash(), 1, "A. Admin", "over", Optional.of(GONE + 1L));
    }

    private List<Path> segments() throws IOException {
        try (var files = Files.list(is)) {
            return files.filter(file -> file.toString().endsWith(".vj"))
                    .sorted()
                    .toList();
        }
    }

    /** The one that begins behind what is gone. */
    private Path continued() throws IOException {
        for (Path segment : segments()) {
            if (ByteBuffer.wrap(Files.readAllBytes(segment)).getShort(8) == 3) {
                return segment;
            }
        }
        throw new AssertionError("no segment follows the purge");
    }

    private Verify.Verdict verdict() {
        return Verify.journal(is);
    }

    @Test
    void headsOfWhatIsKeptStillHoldAndThoseOfWhatIsGoneDoNot() throws Exception {
        assertThat(Verify.journal(is, Optional.of(old))).isInstanceOf(Verify.Verdict.Sound.class);
        assertThat(Verify.journal(is, Optional.of(purged)))
                .as("where it goes on")
                .isInstanceOf(Verify.Verdict.Sound.class);
        assertThat(Verify.journal(is, Optional.of(new Head(3, old.chainHash()))))
                .isInstanceOf(Verify.Verdict.Contradicted.class);
        assertThat(Verify.journal(is, Optional.of(new Head(GONE, old.chainHash()))))
                .isInstanceOf(Verify.Verdict.Contradicted.class);
        try (DataDirectory directory = DataDirectory.open(is);
                Journal journal = Journal.open(directory)) {
            assertThat(journal.holds(old.sequence(), old.chainHash())).isTrue();
            assertThat(journal.holds(GONE - 1, old.chainHash())).isFalse();
            assertThat(journal.head().sequence()).isEqualTo(OLD + 1);
            assertThat(journal.append(new Event.Tick(at(OLD + 1))).sequence()).isEqualTo(OLD + 2);
        }
        assertThat(verdict()).isInstanceOf(Verify.Verdict.Sound.class);
    }

    @Test
    void itIsReadFromAnyPlace() throws Exception {
        for (int from = 1; from <= OLD + 1; from++) {
            List<Long> seen = new ArrayList<>();
            JournalReader.in(is).read(from, OLD + 1, entry -> seen.add(entry.sequence()));
            List<Long> expected = new ArrayList<>();
            for (long sequence = from; sequence <= OLD + 1; sequence++) {
                if (sequence <= OF_THE_CONSOLE + 1 || sequence > GONE) {
                    expected.add(sequence);
                }
            }
            assertThat(seen).as("from %d", from).isEqualTo(expected);
        }
        List<Long> none = new ArrayList<>();
        JournalReader.in(is).read(GONE - 1, GONE, entry -> none.add(entry.sequence()));
        assertThat(none).isEmpty();
        assertThat(JournalReader.in(is).purged()).contains(purged);
    }

    /** Version 0.1 and every version before this one reads format 2 and refuses any other, untouched. */
    @Test
    void anOlderVersionIsToldThatItCannotReadOn() throws Exception {
        assertThat(segments()).hasSizeGreaterThan(2);
        byte[] header = Files.readAllBytes(continued());
        assertThat(ByteBuffer.wrap(header).getShort(8)).isEqualTo((short) 3);
        assertThat(ByteBuffer.wrap(header).getShort(10))
                .as("a beginning that it knows")
                .isZero();
    }

    @Test
    @Tag("E13")
    void withoutAnyOfItsSegmentsItIsNotSound() throws Exception {
        for (Path segment : segments()) {
            byte[] bytes = Files.readAllBytes(segment);
            Files.delete(segment);
            assertThat(verdict()).as("without %s", segment.getFileName()).isNotInstanceOf(Verify.Verdict.Sound.class);
            Files.write(segment, bytes);
        }
        assertThat(verdict()).isInstanceOf(Verify.Verdict.Sound.class);
    }

    @Test
    @Tag("E13")
    void anEndOfWhatTheConsoleKeptThatWasCutOffIsNoticed() throws Exception {
        Path last = segments().get(segments().indexOf(continued()) - 1);
        byte[] bytes = Files.readAllBytes(last);
        for (int length = SegmentHeader.LENGTH; length < bytes.length; length += 997) {
            Files.write(last, java.util.Arrays.copyOf(bytes, length));
            assertThat(verdict()).as("cut to %d", length).isNotInstanceOf(Verify.Verdict.Sound.class);
        }
    }

    /** Another record under the same keys, whose first entry names another place. */
    @Test
    @Tag("E13")
    void whatIsKeptGoesWithNoOtherBeginning() throws Exception {
        Path other = dir.resolve("other");
        Files.createDirectories(other);
        KeyFile.copy(is.resolve(KeyFile.NAME), other);
        Path continued = continued();
        try (DataDirectory directory = DataDirectory.open(other);
                Journal journal = Journal.open(directory)) {
            Event first = new Event.RecordShortened(at(2), Duration.ZERO, 1, GONE + 1L, purged.chainHash());
            assertThat(journal.append(first).sequence()).isEqualTo(1);
        }
        for (Path segment : segments().subList(0, segments().indexOf(continued))) {
            Files.delete(segment);
        }
        Files.move(other.resolve("journal-000001.vj"), is.resolve("journal-000001.vj"));
        assertThat(verdict()).isInstanceOf(Verify.Verdict.Damaged.class);
    }

    @Test
    void aRecordThatIsNotTheOneItShouldBeIsNotTaken() throws Exception {
        Path third = dir.resolve("third");
        Files.createDirectories(third);
        KeyFile.makeLike(was, third, Map.of());
        ShortenedRecord wrong = new ShortenedRecord(was, third);
        Event.RecordShortened first = new Event.RecordShortened(at(2), Duration.ZERO, 1, GONE, "0".repeat(64));
        assertThatThrownBy(() -> wrong.write(first, List.of(), old, certificate()))
                .isInstanceOf(JournalException.class);
        assertThat(Verify.journal(was, Optional.of(old))).isInstanceOf(Verify.Verdict.Sound.class);
    }
}
