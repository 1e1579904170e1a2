package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Rack.Slot;

/**
 * Every fault of {@code vigil simulate} on the real link of every model, on a virtual clock: what is read is true or absent,
 * never another number, and the link is live again afterwards by itself.
 */
class FaultMatrixTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final FlowRate RATE = FlowRate.ofMlPerH("3.6");
    private static final String SERIAL = "12345";
    private static final int FROM_S = 23;
    private static final int LASTS_S = 40;
    private static final int END_S = 160;

    /** A fault at a model. */
    record Case(PumpModel model, Fault.Kind kind) {}

    static Stream<Case> cases() {
        return Arrays.stream(PumpModel.values())
                .flatMap(model -> Arrays.stream(Fault.Kind.values()).map(kind -> new Case(model, kind)))
                .filter(it -> !(it.model() == PumpModel.FRESENIUS && it.kind() == Fault.Kind.WRONG_UNIT));
    }

    /** What came of it. */
    private static final class Course {
        private final List<PumpEvent> events = new ArrayList<>();

        List<PumpReading> readings() {
            return events.stream()
                    .filter(PumpEvent.Reading.class::isInstance)
                    .map(event -> ((PumpEvent.Reading) event).reading())
                    .toList();
        }

        /** Of the pump that was there at the beginning, as far as a reading tells. */
        List<PumpReading> own() {
            return readings().stream()
                    .filter(reading -> reading.pump()
                            .serialNumber()
                            .filter(it -> !it.equals(SERIAL))
                            .isEmpty())
                    .toList();
        }

        List<LinkState> states() {
            return events.stream()
                    .filter(PumpEvent.LinkChanged.class::isInstance)
                    .map(event -> ((PumpEvent.LinkChanged) event).state())
                    .toList();
        }

        Set<String> stateNames() {
            Set<String> names = new TreeSet<>();
            states().forEach(state -> names.add(state.getClass().getSimpleName()));
            return names;
        }
    }

    private static Course course(Case it) {
        SimulatedPump pump = it.model().newSimulatedPump(SERIAL, Volume.ofMl("50"), START);
        pump.setRate(RATE, START);
        pump.start(START);
        Rack rack = Rack.of(pump);
        Speaker speaker = it.model().newSpeaker(rack, START);
        Fault fault = Fault.parse("%s@%d+%d".formatted(it.kind().wireName(), FROM_S, LASTS_S));
        Timetable happens = new Timetable(fault.atDevice(rack, speaker), START);
        Course course = new Course();
        Bench bench =
                new Bench(WatchedLink.of(it.model()), speaker, new Faults(List.of(fault), START, 42), happens, START);
        bench.advance(START.plus(Duration.ofSeconds(END_S)), course.events::add);
        return course;
    }

    /** 3.6 mL/h is one microlitre a second. */
    private static Volume given(Moment at) {
        return new Volume(java.math.BigDecimal.valueOf(at.bootNanos(), 12));
    }

    /** At a New Era pump neither a check nor a serial number tells; its page says so, and "bench only". */
    private static boolean isBlind(Case it) {
        return it.model() == PumpModel.NEW_ERA && it.kind() == Fault.Kind.SWAPPED_PUMP;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsReadIsTrueOrAbsentAndTheLinkComesBack(Case it) {
        Course course = course(it);
        if (!isBlind(it)) {
            assertThat(course.own()).allSatisfy(reading -> {
                reading.flowRate().ifPresent(rate -> assertThat(rate).isEqualTo(RATE));
                reading.volumeInfused()
                        .ifPresent(volume -> assertThat(volume).isLessThanOrEqualTo(given(reading.at())));
            });
        }
        assertThat(course.states()).endsWith(new LinkState.Live());
        PumpReading last = course.readings().getLast();
        assertThat(last.at().bootNanos())
                .isGreaterThan(Duration.ofSeconds(END_S - 3).toNanos());
        assertThat(last.flowRate()).contains(RATE);
        assertThat(last.volumeInfused().orElseThrow()).isBetween(Volume.ofMl("0.15"), Volume.ofMl("0.16"));
    }

    /** In a block of BCC the device's clock tells; the other protocols have none. */
    @Test
    @Tag("A8")
    void frozenBlocksAreNoNewReadingsAndAfterTenSecondsRefused() {
        Course course = course(new Case(PumpModel.BCC, Fault.Kind.FREEZE));
        assertThat(during(course)).isEmpty();
        assertThat(course.states())
                .contains(new LinkState.Refused("the device's clock stands still at 22 s, its data are old"))
                .endsWith(new LinkState.Live());
    }

    @ParameterizedTest
    @EnumSource(names = "FRESENIUS", mode = EnumSource.Mode.EXCLUDE)
    void absurdValuesAreAbsentAndRemarked(PumpModel model) {
        Course course = course(new Case(model, Fault.Kind.ABSURD));
        List<PumpReading> during = during(course);
        assertThat(during).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.flowRate()).isEmpty();
            assertThat(reading.volumeInfused()).isEmpty();
            assertThat(reading.remarks()).isNotEmpty();
        });
    }

    /** Rate and volume are all it gives; without both there is no reading. */
    @Test
    void absurdValuesOfAFreseniusBaseAreRefused() {
        Course course = course(new Case(PumpModel.FRESENIUS, Fault.Kind.ABSURD));
        assertThat(during(course)).isEmpty();
        assertThat(course.stateNames()).contains("Refused");
    }

    private static List<PumpReading> during(Course course) {
        return course.readings().stream()
                .filter(reading -> reading.at().bootNanos()
                        > Duration.ofSeconds(FROM_S + 3).toNanos())
                .filter(reading -> reading.at().bootNanos()
                        < Duration.ofSeconds(FROM_S + LASTS_S).toNanos())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"ALARIS", "NEW_ERA"})
    void aRateWithTheUnitOfSomethingElseIsAbsentAndRemarked(PumpModel model) {
        assertThat(during(course(new Case(model, Fault.Kind.WRONG_UNIT))))
                .isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.flowRate()).isEmpty();
                    assertThat(reading.remarks()).isNotEmpty();
                });
    }

    @Test
    void aConcentrationWithTheUnitOfAMassIsAbsentAndRemarked() {
        assertThat(during(course(new Case(PumpModel.BCC, Fault.Kind.WRONG_UNIT))))
                .isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.concentration()).isEmpty();
                    assertThat(reading.remarks())
                            .anyMatch(remark -> remark.field().equals("INDCON"));
                });
    }

    @Test
    void aProtocolWithoutUnitsRefusesTheFault() {
        Speaker speaker = PumpModel.FRESENIUS.newSpeaker(new Rack(), START);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse("wrong-unit@3").atDevice(new Rack(), speaker))
                .withMessageContaining("wrong-unit");
    }

    @ParameterizedTest
    @EnumSource(names = "NEW_ERA", mode = EnumSource.Mode.EXCLUDE)
    void anotherPumpOnTheCableIsAnotherIdentity(PumpModel model) {
        Course course = course(new Case(model, Fault.Kind.SWAPPED_PUMP));
        assertThat(course.readings())
                .filteredOn(reading ->
                        reading.flowRate().filter(rate -> !rate.equals(RATE)).isPresent())
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(reading.pump().serialNumber()).contains("X" + SERIAL));
    }

    @ParameterizedTest
    @EnumSource
    void piecesAndGluedAnswersAreReadAllTheSame(PumpModel model) {
        assertThat(during(course(new Case(model, Fault.Kind.DRIBBLE)))).hasSizeGreaterThan(10);
        assertThat(course(new Case(model, Fault.Kind.GLUE)).own()).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource
    void silenceAndRandomBytesAreToldApart(PumpModel model) {
        assertThat(course(new Case(model, Fault.Kind.SILENT)).stateNames()).contains("Silent");
        assertThat(course(new Case(model, Fault.Kind.GARBLE)).stateNames()).contains("Garbled");
        assertThat(course(new Case(model, Fault.Kind.CUT)).stateNames()).contains("Unreachable");
    }

    @Test
    void everyFaultCanBeReadFromItsName() {
        assertThat(EnumSet.allOf(Fault.Kind.class))
                .allSatisfy(kind ->
                        assertThat(Fault.parse(kind.wireName() + "@3").kind()).isEqualTo(kind));
        assertThat(new Slot(1, 1)).isEqualTo(Slot.FIRST);
    }
}
