package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vigil.store.StoreException;

/** The session database beside the session thread. */
@Timeout(60)
class ProjectingTest {
    @TempDir
    Path dir;

    /** Works on the spot, keeps work waiting, or refuses it. */
    private static final class Slow implements Executor {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private boolean full;
        private boolean asleep;

        @Override
        public void execute(Runnable task) {
            if (full) {
                throw new RejectedExecutionException("full");
            }
            waiting.add(task);
            if (!asleep) {
                work();
            }
        }

        void work() {
            while (!waiting.isEmpty()) {
                waiting.remove().run();
            }
        }
    }

    private static void enterAll(Bedside bedside) {
        Openings.opened("s-test1")
                .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
    }

    private static void read(Bedside bedside, int second) {
        var at = Openings.after(Duration.ofSeconds(second));
        assertThat(bedside.accept(Openings.said(Openings.reading(at, "0." + second))))
                .isEmpty();
        bedside.settle(at);
    }

    @Test
    void acceptingAnEventDoesNotWaitForTheDatabase() throws Exception {
        Slow database = new Slow();
        try (Bedside bedside = Bedside.open(dir, database)) {
            database.asleep = true;
            enterAll(bedside);
            boolean opened = bedside.session().isOpen();
            int behind = database.waiting.size();
            database.asleep = false;
            assertThat(opened).isTrue();
            assertThat(behind).isEqualTo(Openings.opened("s-test1").size());
            assertThat(bedside.store().sessions()).hasSize(1);
            assertThat(database.waiting).isEmpty();
        }
    }

    @Test
    void aDatabaseThatCannotKeepUpRefusesQuestionsAndIsMadeWholeAtTheNextStart() throws Exception {
        Slow database = new Slow();
        Bedside bedside = Bedside.open(dir, database);
        enterAll(bedside);
        read(bedside, 1);
        database.full = true;
        read(bedside, 2);
        database.full = false;
        read(bedside, 3);
        assertThatThrownBy(bedside::store).isInstanceOf(StoreException.class).hasMessageContaining("queue is full");
        assertThatThrownBy(bedside::close).isInstanceOf(IOException.class);

        try (Bedside next = Bedside.open(dir)) {
            assertThat(next.store().projectedSequence())
                    .isEqualTo(Openings.opened("s-test1").size() + 3);
        }
    }

    @Test
    @Tag("E2")
    void aBrokenDatabaseStopsNeitherJournalNorSession() throws Exception {
        Bedside bedside = Bedside.open(dir);
        enterAll(bedside);
        bedside.store().close();
        read(bedside, 1);
        read(bedside, 2);
        assertThat(bedside.session().elapsed()).isEqualTo(Duration.ofSeconds(2));
        assertThatThrownBy(bedside::store).isInstanceOf(StoreException.class).hasMessageContaining("made anew");
        assertThatThrownBy(bedside::close).isInstanceOf(IOException.class);
        try (Bedside next = Bedside.open(dir)) {
            assertThat(next.store().projectedSequence())
                    .isEqualTo(Openings.opened("s-test1").size() + 2);
        }
    }
}
