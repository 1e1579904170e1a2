package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

class ToldTest {
    private static final Moment LATER = Openings.after(Duration.ofSeconds(1));
    private static final Event READING = Openings.said(Openings.reading(LATER, "0.01"));
    private static final Event NOTE = new Event.NoteAdded(LATER, "seen", new Staff("ab12", "A", Staff.Role.NURSE));

    @TempDir
    Path dir;

    private final List<Event> printed = new ArrayList<>();
    private Bedside bedside;
    private Told told;

    @BeforeEach
    void open() throws Exception {
        bedside = Bedside.open(dir);
        Openings.opened("s-test1")
                .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
        told = new Told(bedside, (event, _) -> printed.add(event), _ -> {});
    }

    @AfterEach
    void close() throws Exception {
        bedside.close();
    }

    private void take(Event event) {
        assertThat(bedside.accept(event)).isEmpty();
        told.recorded(List.of(new SessionLoop.Seen(event, bedside.snapshot(LATER))), bedside.snapshot(LATER));
    }

    @Test
    @Tag("E4")
    void aReadingIsToldOnceItIsOnTheDiskAndNotBefore() {
        take(READING);
        assertThat(printed).isEmpty();
        bedside.settle(LATER);
        told.settled();
        assertThat(printed).containsExactly(READING);
    }

    @Test
    @Tag("E4")
    void whatIsForcedByItselfIsToldAtOnceAndAllBeforeItInOrder() {
        take(READING);
        take(NOTE);
        assertThat(printed).containsExactly(READING, NOTE);
    }
}
