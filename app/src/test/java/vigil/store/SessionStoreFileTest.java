package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.KeyFile;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.store.SessionStore.Beginning;

/** The database as a file: what is kept over a start, what is thrown away, and what can be read of it on the disk. */
class SessionStoreFileTest {
    private static final SessionId ID = new SessionId("s-first");
    private static final List<Event> WHOLE = SampleCourse.whole("s-first").events();

    @TempDir
    Path dir;

    @Test
    @Tag("E4")
    void whatWasProjectedIsThereAfterAStartAndTheRestIsCaughtUp() throws Exception {
        SessionRecord atOnce;
        try (SessionStore store = filled(WHOLE)) {
            atOnce = store.load(ID).orElseThrow();
        }
        SessionStore.rebuild(dir).close();
        try (SessionStore store = open()) {
            Projector.project(store, WHOLE, 700);
        }
        try (SessionStore store = open()) {
            assertThat(store.beginning()).isEqualTo(new Beginning.Continued());
            assertThat(store.projectedSequence()).isEqualTo(700);
            Projector.project(store, WHOLE);
            store.commit();
            assertThat(store.load(ID).orElseThrow()).isEqualTo(atOnce);
        }
    }

    @Test
    void aRebuiltDatabaseEqualsOneThatGrewInPieces() throws Exception {
        List<Event> events = SampleCourse.whole("s-first")
                .pass(Duration.ofHours(1))
                .setUp("s-second")
                .infusing(Duration.ofMinutes(2))
                .silence(Duration.ofSeconds(30))
                .events();
        Random random = new Random(5);
        for (int until = 0; until < events.size(); until += random.nextInt(1, 400)) {
            try (SessionStore store = open()) {
                Projector.project(store, events, until);
            }
        }
        Path other = Files.createDirectory(dir.resolve("other"));
        try (SessionStore grown = open();
                SessionStore fresh = SessionStore.open(other, _ -> false)) {
            Projector.project(grown, events);
            Projector.project(fresh, events);
            grown.commit();
            fresh.commit();
            assertThat(grown.beginning()).isEqualTo(new Beginning.Continued());
            assertThat(StoreVerify.compare(grown, fresh)).isEqualTo(new StoreVerify.Verdict.Same());
        }
    }

    @Test
    void aDatabaseThatDiffersIsNamedByTableAndColumn() throws Exception {
        Path other = Files.createDirectory(dir.resolve("other"));
        List<Event> other12 =
                new SampleCourse().console().setUp("s-first").note("seen").events();
        List<Event> edited =
                new SampleCourse().console().setUp("s-first").note("edited").events();
        try (SessionStore stored = filled(edited);
                SessionStore expected = SessionStore.open(other, _ -> false)) {
            Projector.project(expected, other12);
            expected.commit();
            assertThat(StoreVerify.compare(stored, expected))
                    .isEqualTo(new StoreVerify.Verdict.Different("note", 1, "text", "edited", "seen"));
        }
    }

    @Test
    @Tag("E6")
    void aDatabaseThatTheJournalDoesNotKnowIsDiscarded() throws Exception {
        filled(WHOLE).close();
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            assertThat(store.beginning()).isEqualTo(new Beginning.Discarded("it is not of this journal"));
            assertThat(store.sessions()).isEmpty();
        }
    }

    @Test
    @Tag("E6")
    void aDamagedFileIsDiscarded() throws Exception {
        filled(WHOLE).close();
        Path file = dir.resolve("sessions.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 0, 8192, (byte) 0);
        Files.write(file, bytes);
        assertDiscardedAndFilledAgain();
    }

    @Test
    void anotherKeyMeansAnotherDatabase() throws Exception {
        filled(WHOLE).close();
        Files.delete(dir.resolve(KeyFile.NAME));
        assertDiscardedAndFilledAgain();
    }

    @Test
    @Tag("E12")
    void aDatabaseOfAnotherSchemaIsMadeAnew() throws Exception {
        filled(WHOLE).close();
        change("UPDATE projection SET schema_hash = 'older'");
        assertDiscardedAndFilledAgain();
    }

    @Test
    @Tag("E6")
    void aDatabaseThatLacksARowIsMadeAnew() throws Exception {
        filled(WHOLE).close();
        change("DELETE FROM reading WHERE sequence = 500");
        assertDiscardedAndFilledAgain();
    }

    /** Neither by what lies in the file, nor by a long result that H2 would put into the system's folder, unencrypted. */
    @Test
    void nothingOfTheRecordLiesReadableOnTheDisk() throws Exception {
        filled(WHOLE).close();
        assertThat(new String(Files.readAllBytes(Database.file(dir)), StandardCharsets.ISO_8859_1))
                .doesNotContain("O'Brien", "CREATE TABLE");
        try (SessionStore store = open()) {
            assertThat(store.<List<String>, SQLException>answer(query -> query.list(
                            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'MAX_MEMORY_ROWS'",
                            row -> row.text("setting_value"))))
                    .containsExactly(String.valueOf(Integer.MAX_VALUE));
        }
    }

    private void change(String sql) throws Exception {
        try (Connection connection = new Database(dir, KeyFile.in(dir).databasePassword()).open();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            connection.commit();
        }
    }

    private void assertDiscardedAndFilledAgain() throws Exception {
        try (SessionStore store = open()) {
            assertThat(store.beginning()).isInstanceOf(Beginning.Discarded.class);
            assertThat(store.projectedSequence()).isZero();
            Projector.project(store, WHOLE);
            store.commit();
            assertThat(store.load(ID)).isPresent();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theKeyIsItsOwnersOnly() throws Exception {
        filled(List.of()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve(KeyFile.NAME))))
                .isEqualTo("rw-------");
    }

    @Test
    void noNameStandsReadableInTheFile() throws Exception {
        filled(WHOLE).close();
        assertThat(Files.readString(dir.resolve("sessions.mv.db"), StandardCharsets.ISO_8859_1))
                .doesNotContain("O'Brien");
    }

    @Test
    @Tag("E10")
    void anInterruptedThreadDoesNotCloseTheDatabase() throws Exception {
        try (SessionStore store = open()) {
            Thread.currentThread().interrupt();
            try {
                Projector.project(store, WHOLE);
                store.commit();
            } finally {
                assertThat(Thread.interrupted()).isTrue();
            }
            assertThat(store.load(ID)).isPresent();
        }
    }

    @Test
    void stepsOutOfOrderAreRefused() throws Exception {
        try (SessionStore store = open()) {
            Projector.project(store, WHOLE, 3);
            assertThatThrownBy(() -> Projector.project(store, WHOLE, 3))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("step 1 does not follow step 3");
        }
    }

    /** As a kill leaves it: steps that were written out and never committed, and no orderly end. */
    @Test
    @Tag("E4")
    void aDatabaseThatWasNotClosedIsCheckedAsTheNextStartFindsItAndLeftAsItIs(@TempDir Path copy) throws Exception {
        Path file = copy.resolve("sessions.mv.db");
        try (SessionStore store = open()) {
            Projector.project(store, WHOLE, 700);
            store.commit();
            Projector.project(store, WHOLE, 700, 900);
            store.sync();
            Files.copy(dir.resolve("sessions.mv.db"), file);
            Files.copy(dir.resolve(KeyFile.NAME), copy.resolve(KeyFile.NAME));
        }
        byte[] before = Files.readAllBytes(file);

        try (SessionStore checked = SessionStore.toCheck(copy).orElseThrow()) {
            assertThat(checked.projectedSequence()).isEqualTo(700);
            try (SessionStore expected = SessionStore.inMemory(dir)) {
                Projector.project(expected, WHOLE, 700);
                expected.commit();
                assertThat(StoreVerify.compare(checked, expected)).isEqualTo(new StoreVerify.Verdict.Same());
            }
        }

        assertThat(file).hasBinaryContent(before);
        try (SessionStore started = SessionStore.open(copy, Projector::holds)) {
            assertThat(started.beginning()).isEqualTo(new Beginning.Continued());
            assertThat(started.projectedSequence()).isEqualTo(700);
        }
    }

    private SessionStore open() throws StoreException {
        return SessionStore.open(dir, Projector::holds);
    }

    private SessionStore filled(List<Event> events) throws StoreException {
        return Projector.filled(dir, events);
    }
}
