package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmKind;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.people.People;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.session.Event;
import vigil.session.ObservationSet;
import vigil.session.Session;
import vigil.session.Staff;

/** A pump is exchanged at the bed and confirmed at the console; and what an entry is foreseen to raise. */
class OtherPumpTest {
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final PumpIdentity OTHER = new PumpIdentity("Perfusor Space", Optional.of("1400-9914"), "50111");

    @TempDir
    Path dir;

    private final Asked asked = new Asked(NURSE);
    private final List<Optional<String>> answers = new ArrayList<>();
    private Bedside bedside;

    @BeforeEach
    void open() throws Exception {
        bedside = Bedside.open(dir);
        Stream.of(Openings.opened("s-test1"), Openings.dosed())
                .flatMap(List::stream)
                .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
        bedside.accept(Openings.said(Openings.reading(second(1), "0.01")));
    }

    @AfterEach
    void close() throws Exception {
        bedside.close();
    }

    private static Moment second(int second) {
        return Openings.after(Duration.ofSeconds(second));
    }

    private static Event otherPump(int second) {
        return Openings.said(PumpReading.from(OTHER, second(second))
                .deliveryStatus(DeliveryStatus.DELIVERING)
                .flowRate(FlowRate.ofMlPerH("1.40"))
                .volumeInfused(Volume.ofMl("0.02"))
                .build());
    }

    private Asked.Session session() {
        return new Asked.Session() {
            @Override
            public Optional<String> accept(Event event) {
                return bedside.accept(event);
            }

            @Override
            public Foresight foresee(Event event) {
                return bedside.foresee(event);
            }

            @Override
            public People people() {
                return bedside.people();
            }

            @Override
            public Session state() {
                return bedside.session();
            }
        };
    }

    private Snapshot at(int second) {
        return bedside.snapshot(second(second));
    }

    @Test
    @Tag("B5")
    void noDoseIsShownFromAnotherPumpUntilAPersonHasConfirmedIt() {
        for (int i = 2; i < 15; i++) {
            bedside.accept(otherPump(i));
        }
        assertThat(at(14).link().other()).contains(OTHER);
        assertThat(at(14).dose().rate()).isEmpty();

        asked.enter((at, by) -> new Event.PumpBound(at, OTHER.model(), "1400-9914", by), answers::add);
        asked.takeAll(second(15), session());
        bedside.accept(otherPump(16));

        assertThat(answers).containsExactly(Optional.empty());
        assertThat(at(16).link().other()).isEmpty();
        assertThat(at(16).link().bound()).contains("1400-9914");
        assertThat(at(16).dose().rate()).isPresent();
    }

    @Test
    void whoAskedIsToldWhyAnEntryIsRefused() {
        Event.SessionOpened second =
                (Event.SessionOpened) Openings.opened("s-test2").getLast();
        asked.enter(
                (at, by) -> new Event.SessionOpened(at, second.id(), second.patient(), second.zone(), by),
                answers::add);
        asked.takeAll(second(2), session());
        assertThat(answers)
                .singleElement()
                .satisfies(reason -> assertThat(reason).isPresent());
    }

    @Test
    void whatAnEntryWouldRaiseIsToldAndNothingChanges() {
        List<Foresight> seen = new ArrayList<>();
        Snapshot before = at(2);
        asked.foresee((at, by) -> new Event.ObservationsCharted(at, sedated(), by), seen::add);
        asked.takeAll(second(2), session());

        assertThat(seen.getFirst().refusal()).isEmpty();
        assertThat(seen.getFirst().raised()).extracting(AlarmCondition::kind).contains(AlarmKind.EMERGENCY);
        assertThat(at(2).lastObservation()).isEmpty();
        assertThat(at(2).attention().conditions())
                .hasSameSizeAs(before.attention().conditions());
    }

    /** Hard to rouse: an emergency criterion by itself (clinical rules, section 9). */
    private static ObservationSet sedated() {
        return new ObservationSet(
                ObservationSet.Kind.CORE,
                3,
                new ObservationSet.Vitals(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                "");
    }
}
