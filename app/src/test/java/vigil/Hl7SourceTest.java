package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.engine.Engine;
import vigil.engine.Step;
import vigil.export.Hl7Writer;
import vigil.export.mllp.Outgoing;
import vigil.journal.DataDirectory;
import vigil.journal.Journal;
import vigil.scenario.ScenarioText;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.store.SessionStore;

class Hl7SourceTest {
    private static final String COURSE = "s-hl7";
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    /** No divisor of anything that happens each minute. */
    private static final int STEPS_BETWEEN_LOOKS = 97;

    @TempDir
    Path dir;

    private final Hl7Changes changes = new Hl7Changes();
    private final Engine engine = new Engine();
    private final AtomicInteger asked = new AtomicInteger();
    private long sequence;

    private Hl7Source source(SessionStore store) {
        return new Hl7Source(
                () -> {
                    asked.incrementAndGet();
                    store.commit();
                    return store;
                },
                changes);
    }

    private void take(SessionStore store, Event event) throws Exception {
        sequence++;
        Step step = engine.accept(event);
        store.project(sequence, "%064x".formatted(sequence), step);
        changes.look(step);
    }

    /** Set up, and the pump read each second for so many minutes. */
    private void begin(SessionStore store, int minutes) throws Exception {
        for (Event event : Openings.opened(COURSE)) {
            take(store, event);
        }
        for (Event event : Openings.dosed()) {
            take(store, event);
        }
        infuse(store, 0, minutes);
    }

    private void infuse(SessionStore store, int fromMinute, int toMinute) throws Exception {
        for (int second = fromMinute * 60; second < toMinute * 60; second++) {
            String counted = "%d.%03d".formatted(second / 2000, second % 2000 / 2);
            take(store, Openings.said(Openings.reading(Openings.after(Duration.ofSeconds(second + 1L)), counted)));
        }
    }

    private static List<Outgoing> look(Hl7Source source) throws Exception {
        List<Outgoing> messages = new ArrayList<>();
        for (String course : source.courses()) {
            messages.addAll(source.messages(course));
        }
        return messages;
    }

    @Test
    void readingsThatOnlyGoOnDoNotAskTheDatabaseAgain() throws Exception {
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            begin(store, 2);
            Hl7Source source = source(store);
            List<Outgoing> first = look(source);
            int before = asked.get();
            infuse(store, 2, 4);

            assertThat(first).isNotEmpty();
            assertThat(look(source)).isEqualTo(first);
            assertThat(asked).hasValue(before);
        }
    }

    @Test
    void whatAPersonEntersIsInTheNextLook() throws Exception {
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            begin(store, 2);
            Hl7Source source = source(store);
            look(source);
            int before = asked.get();
            take(store, new Event.NoteAdded(Openings.after(Duration.ofMinutes(4)), "resting", NURSE));
            look(source);

            assertThat(asked.get()).isGreaterThan(before);
        }
    }

    @Test
    void everyTenMinutesEverythingIsMadeAnewWhateverWasCounted() throws Exception {
        try (SessionStore store = SessionStore.open(dir, _ -> false)) {
            begin(store, 2);
            Hl7Source source = source(store);
            for (int look = 0; look < Hl7Source.ALL_EACH; look++) {
                look(source);
            }
            int before = asked.get();
            look(source);

            assertThat(asked.get()).isGreaterThan(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"two-pump-alarms", "pause-and-recommence", "cable-out-at-cessation", "stop-start-cycle"})
    void noMessageOfAShippedCourseIsLaterThanIfEverythingWereReadEachTime(String scenario) throws Exception {
        List<Event> events = played(scenario);
        Files.createDirectories(dir.resolve("other"));
        try (SessionStore store = SessionStore.open(dir.resolve("other"), _ -> false)) {
            Hl7Source source = source(store);
            int differing = 0;
            List<Outgoing> before = List.of();
            for (int i = 0; i < events.size(); i++) {
                take(store, events.get(i));
                if (i % STEPS_BETWEEN_LOOKS == 0 || i == events.size() - 1) {
                    List<Outgoing> now = look(source);
                    assertThat(now).isEqualTo(anew(store));
                    differing += now.equals(before) ? 0 : 1;
                    before = now;
                }
            }
            assertThat(differing).isGreaterThan(2);
        }
    }

    private static List<Outgoing> anew(SessionStore store) throws Exception {
        store.commit();
        List<Outgoing> messages = new ArrayList<>();
        for (var course : store.sessions()) {
            messages.addAll(new Hl7Writer()
                    .outgoing(store.load(new SessionId(course.id().value())).orElseThrow()));
        }
        return messages;
    }

    private List<Event> played(String scenario) throws Exception {
        Path out = dir.resolve("played");
        try (Demo demo = new Demo(ScenarioText.shipped(scenario), out, new Wiring())) {
            demo.playToTheEnd();
        }
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(DemoFolder.data(out));
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }
}
