package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.session.Event;
import vigil.store.StoreVerify.Verdict;

/** The database against the fold of its journal, reading by reading. */
class ReadingCheckTest {
    private static final List<Event> EVENTS = new SampleCourse()
            .console()
            .setUp("s-first")
            .infusing(Duration.ofMinutes(1))
            .note("seen")
            .events();

    @TempDir
    Path dir;

    private Verdict verdict(String edit) throws Exception {
        try (SessionStore store = SessionStore.open(dir, _ -> true)) {
            Projector.project(store, EVENTS);
            store.commit();
            store.answer(query -> {
                try (Statement statement = query.connection().createStatement()) {
                    statement.execute(edit);
                    query.connection().commit();
                }
                return edit;
            });
            return StoreVerify.compare(store, dir, empty -> Projector.project(empty, EVENTS));
        }
    }

    @Test
    void whatEqualsItsFoldIsTheSame() throws Exception {
        assertThat(verdict("SELECT 1")).isEqualTo(new Verdict.Same());
    }

    @ParameterizedTest
    @Tag("E13")
    @CsvSource(quoteCharacter = '"', value = {
        "flow_rate_ml_per_h, 1.41",
        "flow_rate_ml_per_h, NULL",
        "volume_infused_ml, 99.99",
        "at_utc, TIMESTAMP WITH TIME ZONE '2026-03-02 09:00:00.000000001Z'",
        "phase, 'CLOSED'",
        "segment, 7",
        "quality, 'estimated'",
    })
    void anEditedValueIsNamed(String column, String value) throws Exception {
        Verdict verdict = verdict("UPDATE reading SET %s = %s WHERE sequence = (SELECT MAX(sequence) FROM reading)"
                .formatted(column, value));
        assertThat(verdict)
                .isInstanceOfSatisfying(Verdict.Different.class, different -> {
                    assertThat(different.table()).isEqualTo("reading");
                    assertThat(different.column()).isEqualTo(column);
                });
    }

    @Test
    @Tag("E13")
    void aMissingReadingIsFound() throws Exception {
        assertThat(verdict("DELETE FROM reading WHERE sequence = (SELECT MAX(sequence) FROM reading)"))
                .isInstanceOfSatisfying(
                        Verdict.Different.class,
                        different -> assertThat(different.stored()).isEqualTo("no row"));
    }

    @Test
    @Tag("E13")
    void aReadingTooManyIsFound() throws Exception {
        assertThat(verdict("UPDATE reading SET sequence = 999999 WHERE sequence = (SELECT MIN(sequence) FROM reading)"))
                .isInstanceOf(Verdict.Different.class);
    }

    @Test
    @Tag("E13")
    void anEditOfAnotherTableIsFoundToo() throws Exception {
        assertThat(verdict("UPDATE note SET text = 'edited'"))
                .isEqualTo(new Verdict.Different("note", 1, "text", "edited", "seen"));
    }
}
