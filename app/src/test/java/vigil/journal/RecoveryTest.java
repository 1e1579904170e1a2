package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.journal.Verify.Verdict;
import vigil.keys.DeviceKey;
import vigil.session.Event;

/** What a power cut, a flipped bit or a hand leaves behind is told apart, and nothing whole is lost. */
class RecoveryTest {
    private static final String FILE = "journal-000001.vj";
    private static final int FORCED = 4;
    private static final int ALL = 8;
    private static final DeviceKey KEY = DeviceKey.random();
    private static final Limits LIMITS = new Limits(8_000, Duration.ofHours(1), 100, 1 << 20);

    private SimulatedDisk disk;
    private byte[] whole;
    /** Where the block of each note ends; the last four were written together and not confirmed one by one. */
    private final List<Integer> ends = new ArrayList<>();

    /** Eight notes: four forced one by one, then four blocks that one force was to confirm; the program never closed. */
    @BeforeEach
    void writeEntries() throws Exception {
        disk = new SimulatedDisk();
        Journal journal = Journal.open(disk, KEY, LIMITS);
        for (int i = 1; i <= FORCED; i++) {
            journal.append(JournalTest.note("note " + i));
            journal.force();
        }
        for (int i = FORCED + 1; i <= ALL; i++) {
            journal.append(JournalTest.note("note %d %s".formatted(i, noise(i))));
        }
        journal.force();
        byte[] segment = disk.bytes(FILE);
        int at = SegmentHeader.LENGTH;
        while (at < segment.length && segment[at] != 0) {
            at += ByteBuffer.wrap(segment).getInt(at) & 0xff_ffff;
            ends.add(at);
        }
        whole = Arrays.copyOf(segment, at);
        assertThat(ends).hasSize(ALL);
    }

    /** More than fits in one block with another. */
    private static String noise(int seed) {
        return new Random(seed)
                .ints(70_000, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    @Tag("E4")
    @Tag("E5")
    void aFileCutAtAnyPlaceOfItsLastEntriesKeepsEveryWholeOneAndGoesOn() throws Exception {
        int step = 509;
        for (int length = ends.get(FORCED); length < whole.length; length += step) {
            restore(Arrays.copyOf(whole, length));
            int cut = length;
            int kept = (int) ends.stream().filter(end -> end <= cut).count();
            try (Journal journal = Journal.open(disk, KEY, LIMITS)) {
                assertThat(notes(journal)).isEqualTo(firstNotes(kept));
                checkAside(journal.recovery(), kept, length);
                journal.append(JournalTest.note("after"));
            }
            assertThat(verdict()).isInstanceOf(Verdict.Sound.class);
        }
    }

    private void checkAside(Recovery recovery, int kept, int length) {
        int end = ends.get(kept - 1);
        switch (recovery) {
            case Recovery.Clean _ -> assertThat(length).isEqualTo(end);
            case Recovery.TailCut(var lastWhole, var bytes, var aside) -> {
                assertThat(lastWhole).isEqualTo(kept);
                assertThat(bytes).isEqualTo(length - end);
                assertThat(disk.bytes(aside)).isEqualTo(Arrays.copyOfRange(whole, end, length));
            }
        }
    }

    @Test
    @Tag("E7")
    void aFlippedBitInAForcedEntryIsRefusedByNameAndTheFileIsLeftAlone() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int at = random.nextInt(SegmentHeader.LENGTH, ends.get(FORCED - 1));
            long sequence = 1 + ends.stream().filter(end -> end <= at).count();
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            restore(flipped);
            assertThatThrownBy(() -> Journal.open(disk, KEY, LIMITS))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("damaged at entry " + sequence + ":");
            assertThat(disk.bytes(FILE)).isEqualTo(flipped);
            assertThat(verdict())
                    .isInstanceOfSatisfying(
                            Verdict.Damaged.class,
                            damaged -> assertThat(damaged.sequence()).isEqualTo(sequence));
        }
    }

    @Test
    @Tag("E5")
    void aPieceMissingAmongUnforcedEntriesIsATornTail() throws Exception {
        byte[] torn = whole.clone();
        Arrays.fill(torn, ends.get(FORCED) + 10, ends.get(FORCED) + 40, (byte) 0);
        restore(torn);
        try (Journal journal = Journal.open(disk, KEY, LIMITS)) {
            assertThat(notes(journal)).isEqualTo(firstNotes(FORCED + 1));
            assertThat(journal.recovery()).isInstanceOf(Recovery.TailCut.class);
        }
    }

    @Test
    @Tag("E5")
    void theZerosOfASegmentThatWasNotClosedAreItsEnd() throws Exception {
        restore(Arrays.copyOf(whole, whole.length + 4_096));
        try (Journal journal = Journal.open(disk, KEY, LIMITS)) {
            assertThat(notes(journal)).isEqualTo(firstNotes(ALL));
            assertThat(journal.recovery()).isEqualTo(new Recovery.Clean());
        }
        assertThat(disk.bytes(FILE)).isEqualTo(whole);
    }

    @Test
    @Tag("E6")
    void aZeroedHeaderIsRefused() {
        byte[] zeroed = whole.clone();
        Arrays.fill(zeroed, 0, SegmentHeader.LENGTH, (byte) 0);
        restore(zeroed);
        assertThatThrownBy(() -> Journal.open(disk, KEY, LIMITS))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(FILE);
        assertThat(disk.bytes(FILE)).isEqualTo(zeroed);
    }

    @Test
    @Tag("E13")
    void anEntryEditedAndSealedAgainWithTheKeyIsSeenByTheNextCheckpoint() throws Exception {
        SimulatedDisk closed = new SimulatedDisk();
        try (Journal journal = Journal.open(closed, KEY, LIMITS)) {
            for (int i = 1; i <= 3; i++) {
                journal.append(JournalTest.note("note " + i));
                journal.force();
            }
        }
        byte[] segment = closed.bytes(FILE);
        SegmentCipher cipher = SegmentHeader.of(segment).cipher(KEY);
        int begin = SegmentHeader.LENGTH;
        int length = ByteBuffer.wrap(segment).getInt(begin) & 0xff_ffff;
        byte[] block = Arrays.copyOfRange(segment, begin, begin + length);
        byte[] edited = replaced(Block.open(cipher, block).orElseThrow(), "note 1", "note 9");
        System.arraycopy(Block.seal(cipher, Block.ENTRIES, 1, edited), 0, segment, begin, length);
        closed.put(FILE, segment);
        assertThat(Verify.journal(closed, KEY, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        damaged -> assertThat(damaged.reason()).contains("checkpoint", "does not agree"));
    }

    /** Of the first block only: what is deflated in it has nothing to refer back to. */
    private static byte[] replaced(byte[] content, String from, String to) {
        try (EntryUnpacker unpacker = new EntryUnpacker();
                EntryPacker packer = new EntryPacker()) {
            Entry entry = unpacker.unpack(content, 1).getFirst();
            String payload = new String(entry.payload(), StandardCharsets.UTF_8).replace(from, to);
            return packer.pack(
                    0, List.of(new Entry(1, entry.at(), entry.type(), payload.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Test
    @Tag("E13")
    void aBlockTakenOutIsNamed() {
        byte[] shorter = new byte[whole.length - (ends.get(2) - ends.get(1))];
        System.arraycopy(whole, 0, shorter, 0, ends.get(1));
        System.arraycopy(whole, ends.get(2), shorter, ends.get(1), whole.length - ends.get(2));
        restore(shorter);
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        damaged -> assertThat(damaged.sequence()).isEqualTo(3));
    }

    @Test
    @Tag("E13")
    void aSegmentTakenOutIsNamed() throws Exception {
        for (int i = 1; i <= 2; i++) {
            try (Journal journal = Journal.open(disk, KEY, LIMITS)) {
                journal.append(JournalTest.note("later"));
            }
        }
        disk.delete("journal-000002.vj");
        assertThat(verdict()).isEqualTo(new Verdict.Damaged(ALL + 1, "it is missing"));
        assertThatThrownBy(() -> notes(Journal.open(disk, KEY, LIMITS)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("damaged at entry " + (ALL + 1));
    }

    @Test
    void anEntryOfALaterVersionIsRefusedByItsSequence() throws Exception {
        SimulatedDisk later = new SimulatedDisk();
        Head nothing = Head.of(0, Entry.chainStart());
        Entry entry = new Entry(1, JournalTest.note("").at(), 999, "{}".getBytes(StandardCharsets.UTF_8));
        try (SegmentWriter writer =
                SegmentWriter.create(later, KEY, 1, SegmentHeader.Beginning.IN_TURN, nothing, 2_000)) {
            writer.add(List.of(entry));
            writer.force();
        }
        assertThat(Verify.journal(later, KEY, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verdict.Damaged.class,
                        damaged -> assertThat(damaged.reason()).contains("type 999"));
        assertThatThrownBy(() -> notes(Journal.open(later, KEY, LIMITS)))
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("entry 1", "type 999", "newer version");
    }

    @Test
    void verifyChangesNothing() {
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        restore(cut);
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Torn.class,
                        torn -> assertThat(torn.head().sequence()).isEqualTo(ALL - 1));
        assertThat(disk.bytes(FILE)).isEqualTo(cut);
    }

    private Verdict verdict() {
        return Verify.journal(disk, KEY, Optional.empty());
    }

    /** The segment with other bytes, and nothing else. */
    private void restore(byte[] bytes) {
        disk = new SimulatedDisk();
        disk.put(FILE, bytes);
    }

    private static List<String> notes(Journal journal) throws JournalException {
        List<String> notes = new ArrayList<>();
        journal.replay(
                entry -> notes.add(((Event.NoteAdded) entry.event()).text().split(" ", -1)[1]));
        return notes;
    }

    private static List<String> firstNotes(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }
}
