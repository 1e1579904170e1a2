package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Snapshot;
import vigil.ui.settings.Training;
import vigil.ui.settings.Training.Order;

class TrainingDoorTest {
    private static final Order COURSE = new Order("dissociation", 60);

    @TempDir
    Path folder;

    private final AtomicInteger stops = new AtomicInteger();

    private Snapshot withoutSession() throws Exception {
        try (Bedside bedside = Bedside.open(folder.resolve("none"))) {
            return bedside.snapshot(Openings.START);
        }
    }

    private Snapshot withSession() throws Exception {
        try (Bedside bedside = Bedside.open(folder.resolve("open"))) {
            Openings.opened("s-test1")
                    .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
            return bedside.snapshot(Openings.START);
        }
    }

    @Test
    void trainingIsOfferedWhileNoPatientDependsOnTheConsole() throws Exception {
        assertThat(Training.isOffered(withoutSession())).isTrue();
    }

    @Test
    void trainingIsNotOfferedWhileASessionIsOpen() throws Exception {
        assertThat(Training.isOffered(withSession())).isFalse();
    }

    @Test
    void theLiveConsoleIsLeftForACourse() throws Exception {
        TrainingDoor door = new TrainingDoor(Optional.empty());
        door.look(withoutSession(), stops::incrementAndGet);
        assertThat(stops).hasValue(0);

        door.begin(COURSE);
        door.look(withoutSession(), stops::incrementAndGet);

        assertThat(stops).hasValue(1);
        assertThat(door.next()).contains(COURSE);
    }

    @Test
    void theLiveConsoleIsNeverLeftWhileASessionIsOpen() throws Exception {
        TrainingDoor door = new TrainingDoor(Optional.empty());
        door.begin(COURSE);
        door.look(withSession(), stops::incrementAndGet);
        // The wish is gone with the refusal: it must not come true later, when nobody expects it.
        door.look(withoutSession(), stops::incrementAndGet);

        assertThat(stops).hasValue(0);
        assertThat(door.next()).isEmpty();
    }

    @Test
    void trainingLeadsBackToThePumpOrOnToAnotherCourse() throws Exception {
        TrainingDoor back = new TrainingDoor(Optional.of(COURSE));
        back.end();
        back.look(withoutSession(), stops::incrementAndGet);
        assertThat(stops).hasValue(1);
        assertThat(back.next()).isEmpty();

        TrainingDoor on = new TrainingDoor(Optional.of(COURSE));
        on.begin(new Order("bolus", 1));
        on.look(withoutSession(), stops::incrementAndGet);
        assertThat(stops).hasValue(2);
        assertThat(on.next()).contains(new Order("bolus", 1));
    }

    @Test
    void theLiveConsoleCannotBeEndedThroughTheDoor() throws Exception {
        TrainingDoor door = new TrainingDoor(Optional.empty());
        door.end();
        door.look(withoutSession(), stops::incrementAndGet);

        assertThat(stops).hasValue(0);
    }

    @Test
    void everyShippedCourseCanBeChosen() {
        assertThat(new TrainingDoor(Optional.empty()).scenarios())
                .contains("planned-course", "dissociation")
                .hasSizeGreaterThan(80);
    }

    @Test
    void theEndStopsWhateverRunsThen() {
        Ending ending = new Ending();
        ending.stops(() -> stops.addAndGet(1));
        ending.stops(() -> stops.addAndGet(10));
        ending.now();
        assertThat(stops).hasValue(10);
        assertThat(ending.hasCome()).isTrue();

        ending.stops(() -> stops.addAndGet(100));
        assertThat(stops).hasValue(110);
    }
}
