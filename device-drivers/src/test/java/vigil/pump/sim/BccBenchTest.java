package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Rack.Slot;

/** The BCC link against the BCC speaker, on real bytes and virtual time. */
class BccBenchTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final PumpIdentity FIRST =
            new PumpIdentity("Perfusor Space 688N030003", Optional.of("12345"), "50111");

    private final List<PumpEvent> events = new ArrayList<>();
    private final SimulatedPump pump = pump("12345");
    private final Rack rack = Rack.of(pump);
    private BccSpeaker speaker = new BccSpeaker(rack, BccOptions.FACTORY, START);
    private Bench bench = new Bench(WatchedLink.of(PumpModel.BCC), new WatchedSpeaker(speaker), START);

    private static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("688N030003", serialNumber, Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        return pump;
    }

    private void with(BccOptions options) {
        speaker = new BccSpeaker(rack, options, START);
        bench = new Bench(WatchedLink.of(PumpModel.BCC), new WatchedSpeaker(speaker), START);
    }

    private void run(double seconds) {
        bench.advance(bench.now().plus(Duration.ofMillis((long) (seconds * 1_000))), events::add);
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

    private List<LinkState> states() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .toList();
    }

    private <E extends PumpEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Test
    void conversationBecomesLiveAndPollsEverySecond() {
        pump.start(START);
        run(10.5);
        assertThat(states())
                .containsExactly(new LinkState.Connecting("waiting for the first answer"), new LinkState.Live());
        assertThat(readings()).hasSize(11);
        assertThat(readings().get(1).at().since(readings().get(0).at())).isEqualTo(Duration.ofSeconds(1));
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void readingSaysWhatThePumpIs() {
        pump.start(START);
        run(100.2);
        assertThat(last())
                .isEqualTo(PumpReading.from(FIRST, last().at())
                        .deliveryStatus(DeliveryStatus.DELIVERING)
                        .flowRate(FlowRate.ofMlPerH("3.6"))
                        .volumeInfused(Volume.ofMl("0.1"))
                        .volumeRemaining(Volume.ofMl("49.89"))
                        .timeRemaining(Duration.ofSeconds(49_899))
                        .drug("Ketamine")
                        .concentration(Concentration.ofMgPerMl("4"))
                        .pressurePercent(new BigDecimal("22"))
                        .syringe(Volume.ofMl("50"))
                        .batteryRemaining(Duration.ofHours(8))
                        .onMains(true)
                        .deviceTimeS(100)
                        .build());
    }

    @Test
    void bitFieldsSayTheSameAsFlags() {
        pump.start(START);
        run(20);
        PumpReading flags = last();
        with(BccOptions.FACTORY.withBitFields());
        run(20);
        assertThat(last()).usingRecursiveComparison().ignoringFields("setting.silenced").isEqualTo(flags);
        assertThat(flags.silenced()).as("no flag says it").isEmpty();
        assertThat(last().silenced()).contains(false);
    }

    @Test
    void soundSwitchedOffAtThePumpIsReadFromBitFields() {
        with(BccOptions.FACTORY.withBitFields());
        pump.raise(SimulatedAlarm.NEAR_END, bench.now());
        pump.silence(bench.now());
        run(20);
        assertThat(last().silenced()).contains(true);
        run(120);
        assertThat(last().silenced()).contains(false);
    }

    @Test
    void inCyclicModeItIsReadAsWellAndEveryBlockIsAcknowledged() {
        with(BccOptions.FACTORY.inCyclicMode());
        pump.start(START);
        run(30);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(readings())
                .hasSizeGreaterThan(20)
                .allSatisfy(reading -> assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("3.6")));
        assertThat(of(PumpEvent.Rejected.class))
                .as("after the stuffing is found out")
                .allSatisfy(rejected -> assertThat(rejected.at()).isEqualTo(START));
    }

    @Test
    void stuffingSwitchedOffAtTheComDeviceIsFoundOut() {
        with(BccOptions.FACTORY.withStuffing(false));
        run(10);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(readings()).isNotEmpty();
    }

    @Test
    void alarmStartsAndEndsOnce() {
        pump.start(START);
        run(5);
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(5);
        pump.clear(SimulatedAlarm.OCCLUSION, bench.now());
        run(5);
        PumpAlarm occlusion = new PumpAlarm(AlarmClass.OCCLUSION, "INA3", "Pressure alarm");
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm()).isEqualTo(occlusion));
        assertThat(of(PumpEvent.AlarmEnded.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm()).isEqualTo(occlusion));
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void alarmOfABitFieldCarriesItsBit() {
        with(BccOptions.FACTORY.withBitFields());
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm())
                        .isEqualTo(new PumpAlarm(AlarmClass.OCCLUSION, "ALARM1.10", "Pressure too high")));
    }

    @Test
    void unknownAlarmBitIsShownVerbatim() {
        with(BccOptions.FACTORY.withBitFields());
        speaker.override("ALARM2", "00001000");
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm())
                        .isEqualTo(new PumpAlarm(AlarmClass.UNCLASSIFIED, "ALARM2.12", "Pump alarm ALARM2.12")));
    }

    @Test
    void alarmOfWhichNothingIsSaidDoesNotEnd() {
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(2);
        speaker.override("INA3", "_NV");
        run(3);
        assertThat(of(PumpEvent.AlarmEnded.class)).isEmpty();
        assertThat(last().remarks()).contains(new Remark("INA3", Quality.NO_VALUE, "_NV"));
    }

    @Test
    void severalPumpsAreReadEachFromItsOwnBlock() {
        rack.put(new Slot(1, 2), pump("22222"));
        rack.put(new Slot(2, 10), pump("33333"));
        with(BccOptions.FACTORY.withLongAddresses());
        run(1.5);
        assertThat(readings().stream().map(reading -> reading.pump().address()).distinct())
                .containsExactly("50111", "50112", "5012A");
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void fullRackOfTwentyFourPumpsIsReadAndTheStaleLimitGrows() {
        for (int place = 2; place <= 24; place++) {
            rack.put(new Slot(1, place), pump("9" + place));
        }
        WatchedLink link = WatchedLink.of(PumpModel.BCC);
        new Bench(link, new WatchedSpeaker(speaker), START).advance(START.plus(Duration.ofSeconds(30)), events::add);
        assertThat(readings().stream().map(reading -> reading.pump().address()).distinct())
                .hasSize(24);
        assertThat(link.staleAfter()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
    }

    @Test
    void pumpTakenOutAndPutBackIsToldOnceEach() {
        rack.put(new Slot(1, 2), pump("22222"));
        run(3);
        rack.unplug(Slot.FIRST);
        run(3);
        rack.plug(Slot.FIRST, pump);
        run(3);
        assertThat(of(PumpEvent.SlotChanged.class))
                .extracting(PumpEvent.SlotChanged::pump, PumpEvent.SlotChanged::present)
                .containsExactly(tuple(FIRST, false), tuple(FIRST, true));
    }

    @Test
    void alarmsOfAPumpTakenOutEnd() {
        pump.raise(SimulatedAlarm.SYRINGE_OPEN, START);
        run(2);
        rack.unplug(Slot.FIRST);
        run(2);
        assertThat(of(PumpEvent.AlarmEnded.class)).hasSize(1);
    }

    @Test
    void rackWithoutPumpsIsRefusedInWordsAndRecovers() {
        run(2);
        rack.unplug(Slot.FIRST);
        run(4);
        assertThat(states()).endsWith(new LinkState.Refused("no pump in the rack (GNERR 11)"));
        rack.plug(Slot.FIRST, pump);
        run(2);
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @Test
    void errorOfOneSlotLeavesTheOtherPumpsLive() {
        rack.put(new Slot(1, 2), pump("22222"));
        speaker.failSlot(Slot.FIRST, 41);
        run(5);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(of(PumpEvent.Rejected.class))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.reason()).isEqualTo("GNERR 41: 50111 communication error of that slot"));
    }

    @Test
    void wrongRackTopologyIsRefusedInWords() {
        speaker.failRack(51);
        run(5);
        assertThat(states()).endsWith(new LinkState.Refused("the rack is wrongly put together (GNERR 51)"));
    }

    @Test
    @Tag("A14")
    void noValueIsAbsentAndRemarked() {
        pump.start(START);
        speaker.override("INVI", "_NV");
        speaker.override("INRT", "_NA");
        speaker.override("INP2", "---");
        run(2);
        assertThat(last().volumeInfused()).isEmpty();
        assertThat(last().flowRate()).isEmpty();
        assertThat(last().pressurePercent()).isEmpty();
        assertThat(last().remarks())
                .containsExactly(
                        new Remark("INRT", Quality.UNAVAILABLE, "_NA"),
                        new Remark("INVI", Quality.NO_VALUE, "_NV"),
                        new Remark("INP2", Quality.UNREADABLE, "---"));
    }

    @Test
    void saturatedValuesAreKeptAndRemarked() {
        speaker.override("INVI", "9999.9");
        speaker.override("INRMT", "65535");
        speaker.override("INTIME", "6000");
        run(2);
        assertThat(last().volumeInfused()).contains(Volume.ofMl("9999.9"));
        assertThat(last().timeRemaining()).contains(Duration.ofSeconds(65_535));
        assertThat(last().remarks())
                .containsExactly(
                        new Remark("INVI", Quality.SATURATED, "9999.9"),
                        new Remark("INRMT", Quality.SATURATED, "65535"),
                        new Remark("INTIME", Quality.SATURATED, "6000"));
    }

    @Test
    void commaAndPrivateUseCharactersInADrugNameAreRead() {
        pump.start(START);
        speaker.override("INSOL", "Ketamine, racemic \uE01F é");
        speaker.override("NEWTHING", "1,2,3");
        run(2);
        assertThat(last().drug()).contains("Ketamine, racemic \uFFFD é");
        assertThat(last().remarks()).isEmpty();
    }

    @Test
    void carriageReturnAfterTheModelIsNoPartOfIt() {
        with(BccOptions.FACTORY.withCarriageReturn());
        run(2);
        assertThat(last().pump()).isEqualTo(FIRST);
    }

    @Test
    void concentrationInAnotherUnitIsConvertedAndAnUnknownUnitIsRemarked() {
        pump.start(START);
        speaker.override("INDCON", "4000");
        speaker.override("INDCONU", "32");
        run(2);
        assertThat(last().concentration()).contains(Concentration.ofMgPerMl("4"));
        speaker.override("INDCONU", "36");
        run(2);
        assertThat(last().concentration()).isEmpty();
        assertThat(last().remarks()).containsExactly(new Remark("INDCON", Quality.UNREADABLE, "4000 unit 36"));
    }

    @Test
    void doseRateOfThePumpKeepsItsUnit() {
        speaker.override("INDORT", "0.10");
        speaker.override("INDORTU", "69");
        run(2);
        assertThat(last().pumpDoseRate()).contains("0.1 mg/kg/h");
    }

    @Test
    void deliveryStatusFollowsThePump() {
        pump.start(START);
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERING);
        pump.purge(bench.now());
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.PURGING);
        pump.standby(bench.now());
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.STANDBY);
        pump.stop(bench.now());
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void pumpingWithoutWordOfPurgingIsUnknown() {
        pump.start(START);
        speaker.override("INM14", "_NV");
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void mainsLostIsReadAndRaised() {
        run(2);
        pump.setMains(false, bench.now());
        run(2);
        assertThat(last().onMains()).contains(false);
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm().alarmClass()).isEqualTo(AlarmClass.MAINS_LOST));
    }
}
