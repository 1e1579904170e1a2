package vigil.journal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

class JournalTest {
    private static final List<Event> EVENTS = new SampleEvents(7).everyKind();

    static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    @TempDir
    Path dir;

    @Test
    void replayGivesTheEventsInTheOrderTheyWereAppended() throws Exception {
        write(EVENTS);
        assertThat(events()).isEqualTo(EVENTS);
    }

    @Test
    void sequencesRunFromOneWithoutGapsThroughARestart() throws Exception {
        write(EVENTS);
        write(EVENTS);
        List<Long> sequences = new ArrayList<>();
        replay(entry -> sequences.add(entry.sequence()));
        assertThat(sequences).hasSize(EVENTS.size() * 2).isSorted().doesNotHaveDuplicates();
        assertThat(sequences).first().isEqualTo(1L);
        assertThat(sequences).last().isEqualTo(EVENTS.size() * 2L);
    }

    @Test
    void everyAppendReturnsTheHeadThatReplayFinds() throws Exception {
        List<Head> appended = new ArrayList<>();
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (Event event : EVENTS) {
                appended.add(journal.append(event));
            }
            assertThat(journal.head()).isEqualTo(appended.getLast());
        }
        List<Head> replayed = new ArrayList<>();
        replay(entry -> replayed.add(new Head(entry.sequence(), entry.chainHash())));
        assertThat(replayed).isEqualTo(appended);
    }

    /** A start that goes on from a resume point gives up no check of what lies before it. */
    @Test
    @Tag("E7")
    void whatIsKnownIsNotGivenButCheckedAllTheSame() throws Exception {
        Limits small = new Limits(2_000, Duration.ofDays(1), 0, 1 << 20);
        DeviceKey key = DeviceKey.random();
        Disk disk = new FolderDisk(dir);
        try (Journal journal = Journal.open(disk, key, small)) {
            for (Event event : EVENTS) {
                assertThat(journal.append(event)).isNotNull();
                journal.force();
            }
        }
        try (Journal journal = Journal.open(disk, key, small)) {
            List<Long> given = new ArrayList<>();
            journal.replay(journal.head().sequence() - 2, entry -> given.add(entry.sequence()));
            assertThat(given).containsExactly(EVENTS.size() - 1L, (long) EVENTS.size());
        }
        Path first = dir.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length / 2] ^= 1;
        Files.write(first, bytes);
        assertThat(dir.resolve("journal-000003.vj")).exists();
        try (Journal journal = Journal.open(disk, key, small)) {
            assertThatThrownBy(() -> journal.replay(journal.head().sequence(), _ -> {}))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("journal-000001.vj is damaged at entry");
        }
    }

    @Test
    void theJournalHoldsItsOwnHeadsAndNoOthers() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            Head first = journal.append(EVENTS.get(0));
            Head second = journal.append(EVENTS.get(1));
            assertThat(journal.holds(first.sequence(), first.chainHash())).isTrue();
            assertThat(journal.holds(second.sequence(), second.chainHash())).isTrue();
            assertThat(journal.holds(first.sequence(), second.chainHash())).isFalse();
            assertThat(journal.holds(3, second.chainHash())).isFalse();
        }
    }

    @Test
    void equalEventsGiveTheSameBytesWheneverTheDiskWasAsked() throws Exception {
        Path other = Files.createDirectory(dir.resolve("other"));
        write(EVENTS);
        try (DataDirectory data = DataDirectory.open(other);
                Journal journal = Journal.open(data)) {
            for (Event event : EVENTS) {
                journal.append(event);
                journal.force();
            }
        }
        assertThat(((Verify.Verdict.Sound) Verify.journal(other)).head())
                .isEqualTo(((Verify.Verdict.Sound) Verify.journal(dir)).head());
    }

    @Test
    void moreThanTheMemoryHoldsIsForcedByItself() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (int i = 0; i < 300; i++) {
                journal.append(note("x".repeat(10_000)));
            }
            assertThat(journal.forcedSequence()).isPositive().isLessThan(300);
        }
        assertThat(events()).hasSize(300);
    }

    @Test
    void aTextBeyondTheLimitIsRefusedAndNothingIsRecorded() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            assertThatThrownBy(() -> journal.append(note("x".repeat(300_000))))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("shorten the text");
            assertThat(journal.head().sequence()).isZero();
            journal.append(note("short"));
        }
        assertThat(events()).hasSize(1);
    }

    @Test
    void aSegmentCutShortWhileItWasMadeIsMadeAnew() throws Exception {
        Files.write(dir.resolve("journal-000001.vj.new"), new byte[] {'V', 'I'});
        write(EVENTS);
        assertThat(events()).isEqualTo(EVENTS);
    }

    @Test
    @Tag("E12")
    void aPlainJournalOfTheVersionBeforeIsRefusedInOneLineAndLeftAlone() throws Exception {
        Path file = dir.resolve("journal-000001.vj");
        ByteBuffer header = ByteBuffer.allocate(64);
        header.put("VIGILJNL".getBytes(US_ASCII))
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(1)
                .putLong(1);
        header.putInt(60, checksum(header.array(), 60));
        Files.write(file, header.array());
        assertThatThrownBy(this::events)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(file.toString(), "plain journal of version 0.1", "another data directory");
        assertThat(Verify.journal(dir))
                .isInstanceOfSatisfying(
                        Verify.Verdict.Unreadable.class,
                        refused -> assertThat(refused.reason()).contains("plain journal of version 0.1"));
        assertThat(dir).isDirectoryNotContaining("glob:**device.key");
        assertThat(Files.readAllBytes(file)).isEqualTo(header.array());
    }

    @Test
    @Tag("E12")
    void aLaterFormatIsRefusedAndLeftAlone() throws Exception {
        write(EVENTS);
        Path file = dir.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).putShort(8, (short) 4).putInt(124, checksum(bytes, 124));
        Files.write(file, bytes);
        assertThatThrownBy(this::events)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(file.toString(), "format 4", "reads formats 2 and 3");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aJournalWithoutItsKeyIsRefusedAndNoNewKeyIsMade() throws Exception {
        write(EVENTS);
        Path key = dir.resolve("device.key");
        byte[] kept = Files.readAllBytes(key);
        Files.delete(key);
        assertThatThrownBy(this::events)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(key.toString(), "is missing", "put its copy back");
        assertThat(key).doesNotExist();
        Files.write(key, kept);
        assertThat(events()).isEqualTo(EVENTS);
    }

    @Test
    void aJournalOfAnotherDeviceIsRefusedByName() throws Exception {
        write(EVENTS);
        Files.delete(dir.resolve("device.key"));
        KeyFile.in(dir);
        assertThatThrownBy(this::events)
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("written with another device key");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nothingOfAnEntryCanBeReadInTheFilesAndOnlyTheOwnerMayTry() throws Exception {
        write(List.of(note("Winter, Alex has a headache")));
        for (String name : List.of("journal-000001.vj", "device.key")) {
            Path file = dir.resolve(name);
            assertThat(new String(Files.readAllBytes(file), ISO_8859_1)).doesNotContain("Winter", "headache");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSegmentIsFollowedByAnotherAfterADayAndCutToWhatItHolds() throws Exception {
        Moment start = EVENTS.getFirst().at();
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (int hour = 0; hour <= 60; hour++) {
                journal.append(new Event.Tick(start.plus(Duration.ofHours(hour))));
                journal.force();
            }
        }
        for (int number = 1; number <= 3; number++) {
            assertThat(dir.resolve("journal-00000%d.vj".formatted(number)))
                    .isNotEmptyFile()
                    .satisfies(file -> assertThat(Files.size(file)).isLessThan(20_000));
        }
        assertThat(dir.resolve("journal-000004.vj")).doesNotExist();
        assertThat(events()).hasSize(61);
    }

    @Test
    void everyMinuteAndEverySignatureIsACheckpoint() throws Exception {
        Moment start = EVENTS.getFirst().at();
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (int second = 0; second <= 180; second++) {
                journal.append(new Event.Tick(start.plus(Duration.ofSeconds(second))));
                journal.force();
            }
            journal.append(new Event.Signed(
                    start.plus(Duration.ofSeconds(181)),
                    SignatureMeaning.OBSERVATIONS_COMPLETE,
                    "ab".repeat(32),
                    NURSE));
            journal.force();
        }
        assertThat(Verify.journal(dir))
                .isInstanceOfSatisfying(
                        Verify.Verdict.Sound.class,
                        sound -> assertThat(sound.checkpoints()).isEqualTo(3 + 1));
    }

    @Test
    @Tag("E13")
    void anEndThatWasCutOffIsSeenAgainstAPrintedHead() throws Exception {
        Head printed;
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            journal.append(EVENTS.get(0));
            printed = journal.append(EVENTS.get(1));
        }
        write(EVENTS);
        assertThat(Verify.journal(dir, Optional.of(printed))).isInstanceOf(Verify.Verdict.Sound.class);
        Head last = ((Verify.Verdict.Sound) Verify.journal(dir)).head();
        Files.delete(dir.resolve("journal-000002.vj"));
        assertThat(Verify.journal(dir)).isInstanceOf(Verify.Verdict.Sound.class);
        assertThat(Verify.journal(dir, Optional.of(last))).isEqualTo(new Verify.Verdict.Contradicted(printed, last));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    static Event note(String text) {
        return new Event.NoteAdded(EVENTS.getFirst().at(), text, NURSE);
    }

    private void write(List<Event> events) throws JournalException {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (Event event : events) {
                journal.append(event);
            }
        }
    }

    private List<Event> events() throws JournalException {
        List<Event> events = new ArrayList<>();
        replay(entry -> events.add(entry.event()));
        return events;
    }

    private void replay(Journal.EntryReader<RuntimeException> reader) throws JournalException {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            journal.replay(reader);
        }
    }
}
