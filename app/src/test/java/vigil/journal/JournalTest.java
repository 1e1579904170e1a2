package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.session.Event;
import vigil.session.Staff;

class JournalTest {
    private static final List<Event> EVENTS = new SampleEvents(7).everyKind();

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
    void moreThanTheMemoryHoldsIsWrittenWithoutForce() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data)) {
            for (int i = 0; i < 300; i++) {
                journal.append(note("x".repeat(10_000)));
            }
            assertThat(Files.size(dir.resolve(Journal.FILE_NAME))).isGreaterThan(2_000_000);
            assertThat(journal.forcedSequence()).isZero();
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
    @Tag("E1")
    @Tag("E2")
    void entriesWaitInMemoryWhileTheDiskIsFullAndAreWrittenOnceItIsNot() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir)) {
            FailingFile file = new FailingFile(dir);
            try (Journal journal = Journal.open(data, _ -> file)) {
                journal.append(EVENTS.get(0));
                journal.force();
                file.bytesUntilFull = 40;
                journal.append(EVENTS.get(1));
                assertThatThrownBy(journal::force)
                        .isInstanceOf(JournalException.class)
                        .hasMessageContainingAll("cannot be written", "No space left on device", "make room");
                assertThat(journal.append(EVENTS.get(2)).sequence()).isEqualTo(3);
                assertThat(journal.forcedSequence()).isEqualTo(1);
                file.bytesUntilFull = Integer.MAX_VALUE;
                journal.force();
                assertThat(journal.forcedSequence()).isEqualTo(3);
            }
        }
        assertThat(events()).isEqualTo(EVENTS.subList(0, 3));
    }

    @Test
    @Tag("E1")
    void anAppendThatFindsNoRoomRecordsNothing() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir)) {
            FailingFile file = new FailingFile(dir);
            try (Journal journal = Journal.open(data, _ -> file)) {
                file.bytesUntilFull = 0;
                Head before = fillMemory(journal);
                assertThat(journal.head()).isEqualTo(before);
                file.bytesUntilFull = Integer.MAX_VALUE;
                assertThat(journal.append(note("room again")).sequence()).isEqualTo(before.sequence() + 1);
            }
        }
        assertThat(Verify.journal(dir)).isInstanceOf(Verify.Verdict.Sound.class);
    }

    private static Head fillMemory(Journal journal) {
        Head head = journal.head();
        try {
            while (true) {
                head = journal.append(note("x".repeat(10_000)));
            }
        } catch (JournalException e) {
            assertThat(e).hasMessageContaining("entries wait in memory");
            return head;
        }
    }

    @Test
    @Tag("E8")
    void afterAFailedForceTheJournalIsNotTrusted() throws Exception {
        try (DataDirectory data = DataDirectory.open(dir)) {
            FailingFile file = new FailingFile(dir);
            Journal journal = Journal.open(data, _ -> file);
            journal.append(EVENTS.get(0));
            file.forceFails = true;
            assertThatThrownBy(journal::force)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("not certain");
            file.forceFails = false;
            assertThatThrownBy(journal::force).isInstanceOf(JournalException.class);
            assertThatThrownBy(() -> journal.append(EVENTS.get(1))).isInstanceOf(JournalException.class);
            assertThat(journal.forcedSequence()).isZero();
            journal.close();
            try (Journal again = Journal.open(data)) {
                assertThat(again.append(EVENTS.get(1)).sequence()).isEqualTo(2);
            }
        }
    }

    @Test
    @Tag("E12")
    void anotherFormatIsRefusedAndLeftAlone() throws Exception {
        write(EVENTS);
        Path file = dir.resolve(Journal.FILE_NAME);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes);
        header.putShort(8, (short) 2).putInt(60, Frame.checksum(bytes, 60));
        Files.write(file, bytes);
        assertThatThrownBy(this::events)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll(file.toString(), "format 2", "reads format 1");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void aHeaderCutShortWhileItWasMadeIsMadeAnew() throws Exception {
        Files.write(dir.resolve(Journal.FILE_NAME + ".new"), new byte[] {'V', 'I'});
        write(EVENTS);
        assertThat(events()).isEqualTo(EVENTS);
    }

    static Event note(String text) {
        return new Event.NoteAdded(EVENTS.getFirst().at(), text, new Staff("ab12", "A. Brown RN", Staff.Role.NURSE));
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

    /** A real file whose disk can be full or refuse to confirm. */
    private static final class FailingFile implements JournalFile {
        private final JournalFile real;
        int bytesUntilFull = Integer.MAX_VALUE;
        boolean forceFails;

        FailingFile(Path dir) throws IOException {
            Path path = dir.resolve(Journal.FILE_NAME);
            Files.write(path, FileHeader.ofFirstFile());
            real = JournalFile.on(path);
        }

        @Override
        public void write(ByteBuffer bytes, long position) throws IOException {
            if (bytes.remaining() > bytesUntilFull) {
                real.write(bytes.slice(0, bytesUntilFull), position);
                throw new IOException("No space left on device");
            }
            real.write(bytes, position);
        }

        @Override
        public void force() throws IOException {
            if (forceFails) {
                throw new IOException("Input/output error");
            }
            real.force();
        }

        @Override
        public void close() throws IOException {
            real.close();
        }
    }
}
