package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Head;
import vigil.journal.Verify;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.store.ReadingRow;

class VerificationTest {
    private static final SessionId ID = new SessionId("s-test1");

    @TempDir
    Path dir;

    private Head early;
    private Head last;

    /** Two starts of the program: two segments. */
    @BeforeEach
    void record() throws Exception {
        early = recorded(Openings.opened("s-test1"));
        List<Event> readings = new ArrayList<>();
        for (int second = 1; second <= 60; second++) {
            readings.add(Openings.said(Openings.reading(Openings.after(Duration.ofSeconds(second)), "0." + second)));
        }
        last = recorded(readings);
    }

    private Head recorded(List<Event> events) throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            events.forEach(event -> assertThat(bedside.accept(event)).isEmpty());
            bedside.settle(events.getLast().at());
        }
        return ((Verify.Verdict.Sound) Verify.journal(dir)).head();
    }

    private List<String> lines(Optional<Head> checkpoint) throws Exception {
        return new Verification(dir, checkpoint).run().lines();
    }

    @Test
    void aSoundRecordSaysWhatWasChecked() throws Exception {
        assertThat(lines(Optional.of(early)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches(
                                        "journal sound: 62 entries in 2 files, 2 signed checkpoints, head [0-9a-f]{64}"),
                        line -> assertThat(line).isEqualTo("database equals its fold up to entry 62"));
    }

    @Test
    @Tag("E13")
    void anEndThatWasCutOffIsSeenAgainstThePrintedHead() throws Exception {
        Files.delete(dir.resolve("journal-000002.vj"));
        assertThat(lines(Optional.of(last)))
                .singleElement()
                .asString()
                .contains("sound up to entry 2", "entries 3 to 62", "its end was cut off");
    }

    @Test
    @Tag("E13")
    void anEndThatWasCutOffInsideAnEntryIsSeenAgainstThePrintedHeadToo() throws Exception {
        Path second = dir.resolve("journal-000002.vj");
        byte[] whole = Files.readAllBytes(second);
        Files.write(second, Arrays.copyOf(whole, whole.length / 2));

        assertThat(lines(Optional.of(last)))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("journal sound up to entry \\d+, but entries \\d+ to 62, .* missing.*"),
                        line -> assertThat(line).contains("is not whole"));
        assertThat(lines(Optional.of(early)).getFirst()).matches("journal sound up to entry \\d+, head [0-9a-f]{64}");
        assertThat(lines(Optional.of(new Head(early.sequence(), last.chainHash()))))
                .singleElement()
                .asString()
                .contains("entry 2 is not the one that the checkpoint saw");
    }

    @Test
    void aKeyThatIsMissingIsToldAndNoneIsMade() throws Exception {
        Path key = dir.resolve("device.key");
        Files.delete(key);

        assertThat(lines(Optional.empty()))
                .singleElement()
                .asString()
                .contains(key.toString(), "missing", "put its copy back");
        assertThat(key).doesNotExist();
    }

    @Test
    @Tag("E13")
    void anEndThatWasCutOffIsSeenAgainstTheDatabaseToo() throws Exception {
        Files.delete(dir.resolve("journal-000002.vj"));
        Verification.Result result = new Verification(dir).run();
        assertThat(result.sound()).isFalse();
        assertThat(result.lines()).anyMatch(line -> line.contains("database has seen entry 62"));
    }

    @Test
    void aDatabaseThatIsNotThereIsNoFault() throws Exception {
        Files.delete(dir.resolve("sessions.mv.db"));
        Verification.Result result = new Verification(dir).run();
        assertThat(result.sound()).isTrue();
        assertThat(result.lines()).last().asString().contains("there is no database");
        assertThat(dir.resolve("sessions.mv.db")).doesNotExist();
    }

    /** A backup of the database put back beside a journal that was made anew. */
    @Test
    @Tag("E13")
    void aDatabaseOfAnotherJournalIsToldAndLeftWhereItIs(@TempDir Path other) throws Exception {
        Files.copy(dir.resolve("device.key"), other.resolve("device.key"));
        try (Bedside bedside = Bedside.open(other)) {
            Openings.opened("s-other").forEach(bedside::accept);
        }
        Files.copy(other.resolve("sessions.mv.db"), dir.resolve("sessions.mv.db"), StandardCopyOption.REPLACE_EXISTING);
        Verification.Result result = new Verification(dir).run();
        assertThat(result.sound()).isFalse();
        assertThat(result.lines()).last().asString().contains("not of this journal");
        assertThat(dir.resolve("sessions.mv.db")).exists();
    }

    @Test
    @Tag("E7")
    void aFirstBadEntryIsNamedAndTheDatabaseLeftWhereItIs() throws Exception {
        Path first = dir.resolve("journal-000001.vj");
        byte[] bytes = Files.readAllBytes(first);
        bytes[200] ^= 0x10;
        Files.write(first, bytes);
        assertThat(lines(Optional.empty())).singleElement().asString().startsWith("first bad entry: 1:");
        assertThat(dir.resolve("sessions.mv.db")).exists();
    }

    @Test
    @Tag("E13")
    void anotherRecordInItsPlaceIsSeenAgainstThePrintedHead() throws Exception {
        assertThat(lines(Optional.of(new Head(early.sequence(), last.chainHash()))))
                .singleElement()
                .asString()
                .contains("entry 2 is not the one that the checkpoint saw");
    }

    @Test
    @Tag("E7")
    void aFlippedBitInTheDatabaseIsNeverSilentlyWrong() throws Exception {
        List<ReadingRow> readings = readings();
        Path database = dir.resolve("sessions.mv.db");
        Path whole = Files.copy(database, dir.resolve("whole"));
        Random random = new Random(7);
        for (int flip = 0; flip < 20; flip++) {
            byte[] bytes = Files.readAllBytes(whole);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(database, bytes);
            if (new Verification(dir).run().sound()) {
                assertThat(readings()).as("flip %d", flip).isEqualTo(readings);
            }
            Files.copy(whole, database, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<ReadingRow> readings() throws Exception {
        List<ReadingRow> rows = new ArrayList<>();
        try (Bedside bedside = Bedside.open(dir)) {
            bedside.store().readings(ID, rows::add);
        }
        return rows;
    }
}
