package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;

/** What people do at a simulated pump, and what the real link of each model makes of it. */
class HappeningTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private final List<PumpEvent> events = new ArrayList<>();

    private static Moment at(long seconds) {
        return START.plus(Duration.ofSeconds(seconds));
    }

    private static SimulatedPump running(PumpModel model) {
        SimulatedPump pump = model.newSimulatedPump("12345", Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("36"), START);
        pump.start(START);
        return pump;
    }

    private void run(PumpModel model, int seconds, String... happenings) {
        Rack rack = Rack.of(running(model));
        List<Timetable.Entry> entries = new ArrayList<>();
        for (String happening : happenings) {
            entries.addAll(Happening.parse(happening, rack));
        }
        new Bench(
                        WatchedLink.of(model),
                        model.newSpeaker(rack, START),
                        Faults.none(START),
                        new Timetable(entries, START),
                        START)
                .advance(at(seconds), events::add);
    }

    private List<PumpReading> readings() {
        return events.stream()
                .filter(PumpEvent.Reading.class::isInstance)
                .map(event -> ((PumpEvent.Reading) event).reading())
                .toList();
    }

    private PumpReading last() {
        return readings().getLast();
    }

    private List<AlarmClass> alarms() {
        return events.stream()
                .filter(PumpEvent.AlarmStarted.class::isInstance)
                .map(event -> ((PumpEvent.AlarmStarted) event).alarm().alarmClass())
                .toList();
    }

    @Test
    void aClosedClampRaisesThePressureUntilThePumpAlarmsAndStops() {
        run(PumpModel.BCC, 60, "occlude@10");
        List<BigDecimal> pressures = readings().stream()
                .flatMap(it -> it.pressurePercent().stream())
                .distinct()
                .toList();
        assertThat(pressures).isSorted().hasSizeGreaterThan(5);
        assertThat(pressures.getFirst()).isEqualByComparingTo("22");
        assertThat(pressures.getLast()).isEqualByComparingTo("100");
        assertThat(alarms()).containsExactly(AlarmClass.OCCLUSION);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void thePressureOfAnAlarisPumpIsReadInMillimetresOfMercury() {
        run(PumpModel.ALARIS, 60, "occlude@10");
        assertThat(readings().getFirst().pressureMmHg()).contains(new BigDecimal("132"));
        assertThat(last().pressureMmHg()).contains(new BigDecimal("600"));
        assertThat(alarms()).containsExactly(AlarmClass.OCCLUSION);
    }

    @ParameterizedTest
    @EnumSource(names = {"ALARIS", "NEW_ERA", "BCC"})
    void anOcclusionIsAnOcclusionOnEveryWireThatCanSayIt(PumpModel model) {
        run(model, 60, "occlude@10");
        assertThat(alarms()).contains(AlarmClass.OCCLUSION);
    }

    @Test
    void anOcclusionOfAFreseniusModuleIsAnUnclassifiedAlarm() {
        run(PumpModel.FRESENIUS, 60, "occlude@10");
        assertThat(alarms()).containsExactly(AlarmClass.UNCLASSIFIED);
    }

    @ParameterizedTest
    @EnumSource
    void aNewSyringeBeginsItsVolumeAtZeroAndIsNoFallToBelowIt(PumpModel model) {
        run(model, 60, "new-syringe@30", "start@40");
        assertThat(last().volumeInfused().orElseThrow()).isBetween(Volume.ofMl("0.15"), Volume.ofMl("0.2"));
        assertThat(readings().stream().map(it -> it.volumeInfused().orElseThrow()))
                .anyMatch(volume -> volume.compareTo(Volume.ofMl("0.25")) > 0)
                .anyMatch(Volume.ofMl("0")::equals);
    }

    @ParameterizedTest
    @EnumSource(names = "FRESENIUS", mode = EnumSource.Mode.EXCLUDE)
    void aPowerCycleIsSeenAndThePumpStandsAfterwards(PumpModel model) {
        run(model, 90, "power-cycle@20");
        assertThat(last().at().bootNanos()).isGreaterThan(at(88).bootNanos());
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
        assertThat(readings())
                .noneMatch(reading -> reading.at().since(at(24)).isPositive()
                        && at(39).since(reading.at()).isPositive());
        assertThat(events).as("the link or the device says that it was gone").anyMatch(HappeningTest::tellsOfAnAbsence);
    }

    private static boolean tellsOfAnAbsence(PumpEvent event) {
        return event instanceof PumpEvent.SlotChanged
                || event instanceof PumpEvent.LinkChanged(Moment _, LinkState.Silent _)
                || event instanceof PumpEvent.LinkChanged(Moment _, LinkState.Refused _);
    }

    @Test
    void aFreseniusModuleThatIsSwitchedOffAndOnIsConnectedAgain() {
        run(PumpModel.FRESENIUS, 90, "power-cycle@20");
        assertThat(last().at().bootNanos()).isGreaterThan(at(88).bootNanos());
        assertThat(events.stream().filter(PumpEvent.SlotChanged.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"BCC", "NEW_ERA"})
    void statesThatTheWireTellsAreRead(PumpModel model) {
        run(model, 20, "standby@10");
        DeliveryStatus standing = model == PumpModel.BCC ? DeliveryStatus.STANDBY : DeliveryStatus.NOT_DELIVERING;
        assertThat(last().deliveryStatus()).isEqualTo(standing);
        run(model, 20, "purge@10");
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.PURGING);
        run(model, 20, "rate-2@10");
        assertThat(last().flowRate()).contains(FlowRate.ofMlPerH("2"));
    }

    @Test
    void kvoFollowsTheEndOfTheVolume() {
        run(PumpModel.BCC, 130, "last-ml@10");
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.KVO);
        assertThat(last().flowRate()).contains(FlowRate.ofMlPerH("1"));
        assertThat(alarms()).containsExactly(AlarmClass.INFUSION_COMPLETE);
    }

    @Test
    void aBolusIsReadWhileItRuns() {
        run(PumpModel.BCC, 120, "bolus@10");
        assertThat(readings()).anyMatch(PumpReading::bolusActive);
        assertThat(last().bolusActive()).isFalse();
    }

    @Test
    void thePumpOnItsBatteryTellsItAndRunsDown() {
        run(PumpModel.BCC, 29_000, "mains-off@10");
        assertThat(readings()).anyMatch(it -> it.onMains().filter(on -> !on).isPresent());
        assertThat(alarms()).contains(AlarmClass.MAINS_LOST, AlarmClass.BATTERY_LOW, AlarmClass.BATTERY_FAILED);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void nothingFlowsBeforeTheSlackIsTakenUpAndThenItRisesInALine() {
        SimulatedPump pump = PumpModel.BCC.newSimulatedPump("1", Volume.ofMl("50"), START);
        pump.moves(new Mechanics(Duration.ofSeconds(10), Duration.ofSeconds(20), 0));
        pump.setRate(FlowRate.ofMlPerH("36"), START);
        pump.start(START);
        pump.runUntil(at(10));
        assertThat(pump.infusedNl()).isZero();
        // 36 mL/h is 10 microlitres a second: half of it on average over the ramp
        pump.runUntil(at(20));
        assertThat(pump.infusedNl()).isEqualTo(25_000);
        pump.runUntil(at(30));
        assertThat(pump.infusedNl()).isEqualTo(100_000);
        pump.runUntil(at(40));
        assertThat(pump.infusedNl()).isEqualTo(200_000);
    }

    @Test
    void theDriveMovesAsMuchMoreAsItsAccuracySays() {
        SimulatedPump pump = running(PumpModel.BCC);
        pump.moves(new Mechanics(Duration.ZERO, Duration.ZERO, -30));
        pump.start(START);
        pump.runUntil(at(100));
        assertThat(pump.infusedNl()).isEqualTo(970_000);
    }

    @Test
    void anAlarmSilencedAtThePumpSoundsAgainWithTheNextOrAfterTwoMinutes() {
        SimulatedPump pump = running(PumpModel.BCC);
        pump.silence(at(1));
        assertThat(pump.isSilenced()).as("nothing to silence").isFalse();
        pump.raise(SimulatedAlarm.NEAR_END, at(2));
        pump.silence(at(3));
        assertThat(pump.isSilenced()).isTrue();
        pump.raise(SimulatedAlarm.BATTERY_LOW, at(4));
        assertThat(pump.isSilenced()).isFalse();
        pump.silence(at(5));
        pump.runUntil(at(124));
        assertThat(pump.isSilenced()).isTrue();
        pump.runUntil(at(125));
        assertThat(pump.isSilenced()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dance@3", "start", "start@", "start@-1", "START@3"})
    void aWrongHappeningIsRefusedNamingTheKnownOnes(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Happening.parse(text, new Rack()))
                .withMessageContaining("\"" + text + "\" is not")
                .withMessageContaining("power-cycle");
    }
}
