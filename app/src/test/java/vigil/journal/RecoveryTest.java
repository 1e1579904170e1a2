package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Verify.Verdict;
import vigil.session.Event;

/** What a power cut, a flipped bit or a hand leaves behind is told apart, and nothing whole is lost. */
class RecoveryTest {
    private static final int FORCED = 4;
    private static final int ALL = 8;

    @TempDir
    Path dir;

    private Path file;
    private byte[] whole;
    private final List<Integer> ends = new ArrayList<>();

    /** Eight entries: four forced one by one, then four that no force has confirmed. */
    @BeforeEach
    void writeEntries() throws Exception {
        file = dir.resolve(Journal.FILE_NAME);
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (int i = 1; i <= ALL; i++) {
                journal.append(JournalTest.note("note " + i));
                if (i <= FORCED) {
                    journal.force();
                }
            }
        }
        whole = Files.readAllBytes(file);
        for (int at = FileHeader.LENGTH; at < whole.length; ) {
            at += java.nio.ByteBuffer.wrap(whole).getInt(at);
            ends.add(at);
        }
        assertThat(ends).hasSize(ALL).last().isEqualTo(whole.length);
    }

    @Test
    @Tag("E4")
    @Tag("E5")
    void aFileCutAtAnyByteOfItsLastEntriesKeepsEveryWholeOneAndGoesOn() throws Exception {
        for (int length = ends.get(FORCED); length < whole.length; length++) {
            restore(Arrays.copyOf(whole, length));
            int cut = length;
            int kept = (int) ends.stream().filter(end -> end <= cut).count();
            try (DataDirectory data = DataDirectory.open(dir);
                    Journal journal = Journal.open(data)) {
                assertThat(notes(journal)).isEqualTo(firstNotes(kept));
                checkAside(journal.recovery(), kept, length);
                journal.append(JournalTest.note("after"));
            }
            assertThat(Verify.journal(dir)).isInstanceOf(Verdict.Sound.class);
        }
    }

    private void checkAside(Recovery recovery, int kept, int length) throws Exception {
        int end = kept == 0 ? FileHeader.LENGTH : ends.get(kept - 1);
        switch (recovery) {
            case Recovery.Clean _ -> assertThat(length).isEqualTo(end);
            case Recovery.TailCut(var lastWhole, var bytes, var aside) -> {
                assertThat(lastWhole).isEqualTo(kept);
                assertThat(bytes).isEqualTo(length - end);
                assertThat(Files.readAllBytes(aside)).isEqualTo(Arrays.copyOfRange(whole, end, length));
            }
        }
    }

    @Test
    @Tag("E7")
    void everyFlippedBitIsDetected() throws Exception {
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, flipped);
            assertThat(Verify.journal(dir)).as("bit %d", bit).isNotInstanceOf(Verdict.Sound.class);
        }
    }

    @Test
    @Tag("E7")
    void aFlippedBitInAForcedEntryIsRefusedByNameAndTheFileIsLeftAlone() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int at = random.nextInt(FileHeader.LENGTH, ends.get(FORCED - 1));
            long sequence = 1 + ends.stream().filter(end -> end <= at).count();
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            restore(flipped);
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("damaged at entry " + sequence + ":");
            assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
            assertThat(Verify.journal(dir)).isInstanceOf(Verdict.Damaged.class);
        }
    }

    @Test
    @Tag("E5")
    void aPieceMissingAmongUnforcedEntriesIsATornTail() throws Exception {
        byte[] torn = whole.clone();
        Arrays.fill(torn, ends.get(FORCED) + 10, ends.get(FORCED) + 40, (byte) 0);
        restore(torn);
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            assertThat(notes(journal)).isEqualTo(firstNotes(FORCED + 1));
            assertThat(journal.recovery()).isInstanceOf(Recovery.TailCut.class);
        }
    }

    @Test
    @Tag("E5")
    void aTailOfZerosIsATornTail() throws Exception {
        restore(Arrays.copyOf(whole, whole.length + 4096));
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            assertThat(notes(journal)).isEqualTo(firstNotes(ALL));
            assertThat(journal.recovery()).isInstanceOf(Recovery.TailCut.class);
        }
    }

    @Test
    @Tag("E6")
    void aZeroedHeaderIsRefused() throws Exception {
        byte[] zeroed = whole.clone();
        Arrays.fill(zeroed, 0, FileHeader.LENGTH, (byte) 0);
        restore(zeroed);
        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining(file.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(zeroed);
    }

    @Test
    @Tag("E13")
    void anEditedEntryWithItsChecksumMendedIsNamed() throws Exception {
        byte[] edited = whole.clone();
        int start = ends.get(1);
        byte[] entry = Arrays.copyOfRange(edited, start, ends.get(2));
        entry[Frame.PAYLOAD_AT + 15] ^= 1;
        java.nio.ByteBuffer.wrap(entry).putInt(entry.length - 4, Frame.checksum(entry, entry.length - 4));
        System.arraycopy(entry, 0, edited, start, entry.length);
        Files.write(file, edited);
        assertThat(Verify.journal(dir))
                .isEqualTo(new Verdict.Damaged(3, "its chain hash does not follow from the entry before it"));
    }

    @Test
    void anEntryTakenOutIsNamed() throws Exception {
        byte[] shorter = new byte[whole.length - (ends.get(2) - ends.get(1))];
        System.arraycopy(whole, 0, shorter, 0, ends.get(1));
        System.arraycopy(whole, ends.get(2), shorter, ends.get(1), whole.length - ends.get(2));
        Files.write(file, shorter);
        assertThat(Verify.journal(dir)).isEqualTo(new Verdict.Damaged(3, "it has sequence 4"));
    }

    @Test
    void anEntryOfALaterVersionIsRefusedByItsSequence() throws Exception {
        byte[] later = whole.clone();
        byte[] hash = Arrays.copyOfRange(later, ends.get(5) - 36, ends.get(5) - 4);
        byte[] entry = Frame.encode(
                new Frame.Heading(7, 0, JournalTest.note("").at(), 999),
                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                hash);
        restore(java.nio.ByteBuffer.allocate(ends.get(5) + entry.length)
                .put(later, 0, ends.get(5))
                .put(entry)
                .array());
        assertThat(Verify.journal(dir))
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        damaged -> assertThat(damaged.reason()).contains("type 999"));
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            assertThatThrownBy(() -> notes(journal))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContainingAll("entry 7", "type 999", "newer version");
        }
    }

    @Test
    void verifyChangesNothing() throws Exception {
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        Files.write(file, cut);
        assertThat(Verify.journal(dir))
                .isInstanceOfSatisfying(
                        Verdict.Torn.class,
                        torn -> assertThat(torn.head().sequence()).isEqualTo(ALL - 1));
        assertThat(Files.readAllBytes(file)).isEqualTo(cut);
    }

    @Test
    void aDirectoryWithoutAJournalIsSaidToHaveNone() {
        Path empty = dir.resolve("nothing");
        assertThat(Verify.journal(empty)).isEqualTo(new Verdict.Unreadable("no journal in " + empty));
    }

    private void open() throws JournalException {
        try (DataDirectory data = DataDirectory.open(dir)) {
            Journal.open(data).close();
        }
    }

    /** Puts the journal file back with other bytes and clears away what an earlier recovery moved aside. */
    private void restore(byte[] bytes) throws Exception {
        try (var files = Files.list(dir)) {
            for (Path path : files.toList()) {
                Files.delete(path);
            }
        }
        Files.write(file, bytes);
    }

    private static List<String> notes(Journal journal) throws JournalException {
        List<String> notes = new ArrayList<>();
        journal.replay(entry -> notes.add(((Event.NoteAdded) entry.event()).text()));
        return notes;
    }

    private static List<String> firstNotes(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> "note " + i)
                .toList();
    }
}
