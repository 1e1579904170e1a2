package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Query;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.alaris.AlarisLink;
import vigil.pump.alaris.AlarisQuery;
import vigil.pump.sim.AlarisSpeaker.Fault;
import vigil.pump.sim.Rack.Slot;

/** The Alaris link against the Alaris speaker, on real bytes and virtual time. */
class AlarisBenchTest {
    private static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private static final Duration STEP = Duration.ofMillis(10);
    private static final LinkState CONNECTING = new LinkState.Connecting("waiting for the first answer");
    private static final PumpIdentity FIRST =
            new PumpIdentity("Alaris/Asena (Asena Rev 2.1.5)", Optional.of("8002-51740"), "");

    private final List<PumpEvent> events = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private final SimulatedPump pump = pump("8002-51740");
    private final Rack rack = Rack.of(pump);
    private final AlarisSpeaker speaker = new AlarisSpeaker(rack, AlarisOptions.FACTORY);
    private final AlarisLink link = new AlarisLink();
    private Moment now = START;
    private boolean open;

    private static SimulatedPump pump(String serialNumber) {
        SimulatedPump pump = new SimulatedPump("Alaris GH", serialNumber, Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        return pump;
    }

    private void run(double seconds) {
        run(speaker, seconds);
    }

    /** In steps of 10 ms, so that a slow answer comes when it is due. Every query must be on the list. */
    private void run(Speaker device, double seconds) {
        if (!open) {
            open = true;
            link.opened(now, events::add);
        }
        for (long step = (long) (seconds * 100); step > 0; step--) {
            hear(device.heard(new byte[0], 0, now));
            link.due(now, events::add).ifPresent(query -> say(device, query));
            now = now.plus(STEP);
        }
    }

    private void say(Speaker device, Query query) {
        byte[] bytes = query.bytes();
        assertThat(AlarisQuery.permits(bytes)).isTrue();
        asked.add(query.name());
        hear(device.heard(bytes, bytes.length, now));
    }

    private void hear(byte[] bytes) {
        if (bytes.length > 0) {
            link.received(bytes, bytes.length, now, events::add);
        }
    }

    private <E extends PumpEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<PumpReading> readings() {
        return of(PumpEvent.Reading.class).stream()
                .map(PumpEvent.Reading::reading)
                .toList();
    }

    private PumpReading last() {
        return readings().getLast();
    }

    private List<LinkState> states() {
        return of(PumpEvent.LinkChanged.class).stream()
                .map(PumpEvent.LinkChanged::state)
                .toList();
    }

    private List<String> alarms() {
        return events.stream()
                .filter(event -> event instanceof PumpEvent.AlarmStarted || event instanceof PumpEvent.AlarmEnded)
                .map(event -> switch (event) {
                    case PumpEvent.AlarmStarted started -> "+" + started.alarm().code();
                    case PumpEvent.AlarmEnded ended -> "-" + ended.alarm().code();
                    default -> "";
                })
                .toList();
    }

    @Test
    void pumpIsAskedInTheOrderOfThePage() {
        run(1.5);
        assertThat(asked)
                .containsExactly(
                        "INST_SERIALNO",
                        "COMMS_PROTOCOL",
                        "COMMS_RESPONSE_MAX",
                        "SYRINGE_STATUS",
                        "INF_RATE_MAX_SYRINGE",
                        "INF",
                        "ALARM",
                        "INF_VTBI",
                        "SYRINGE_STATUS",
                        "INF",
                        "ALARM");
    }

    @Test
    void linkBecomesLiveWithTheFirstDataAndPollsEverySecond() {
        run(10.5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
        assertThat(readings()).hasSize(11);
        assertThat(readings().get(1).at().since(readings().get(0).at())).isEqualTo(Duration.ofSeconds(1));
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void readingSaysWhatThePumpSaysAndDeliveryIsUnknown() {
        pump.start(START);
        speaker.answerWith("INF_VTBI", "INF_VTBI^ACTIV^11.000^ml^STOP");
        run(101);
        assertThat(last())
                .isEqualTo(PumpReading.from(FIRST, last().at())
                        .deliveryStatus(DeliveryStatus.UNKNOWN)
                        .flowRate(FlowRate.ofMlPerH("3.6"))
                        .volumeInfused(Volume.ofMl("0.1"))
                        .timeRemaining(Duration.ofSeconds(49_899))
                        .vtbi(Volume.ofMl("11"))
                        .pressureMmHg(new BigDecimal("132"))
                        .syringe(Volume.ofMl("50"))
                        .build());
    }

    @Test
    void pumpOnHoldIsNotDelivering() {
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
        assertThat(last().flowRate()).contains(FlowRate.ZERO);
    }

    @Test
    void rateOfZeroAloneIsNoStop() {
        pump.start(START);
        speaker.override(4, "0.00");
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AL_EOIKV", "AL_VTBIK"})
    void keepVeinOpenIsToldByItsAlarms(String code) {
        pump.start(START);
        speaker.forceAlarm(code);
        run(3);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.KVO);
    }

    @Test
    void mainsLostIsReadFromItsAlarm() {
        pump.setMains(false, START);
        run(3);
        assertThat(last().onMains()).contains(false);
        assertThat(alarms()).containsExactly("+AL_ACDIS");
        pump.setMains(true, now);
        run(3);
        assertThat(last().onMains()).isEmpty();
    }

    @Test
    void alarmStartsAndEndsOnce() {
        pump.start(START);
        run(3);
        pump.raise(SimulatedAlarm.OCCLUSION, now);
        run(3);
        pump.clear(SimulatedAlarm.OCCLUSION, now);
        run(3);
        assertThat(alarms()).containsExactly("+AL_OCCLU", "-AL_OCCLU");
        assertThat(of(PumpEvent.AlarmStarted.class).getFirst())
                .isEqualTo(new PumpEvent.AlarmStarted(
                        of(PumpEvent.AlarmStarted.class).getFirst().at(),
                        FIRST,
                        new PumpAlarm(AlarmClass.OCCLUSION, "AL_OCCLU", "Occlusion")));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AIR")
    void everySimulatedAlarmIsTold(SimulatedAlarm alarm) {
        pump.start(START);
        run(2);
        pump.raise(alarm, now);
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class)).hasSize(1);
        assertThat(of(PumpEvent.AlarmStarted.class).getFirst().alarm().alarmClass())
                .isNotEqualTo(AlarmClass.UNCLASSIFIED);
    }

    @Test
    void unknownAlarmIsShownVerbatim() {
        speaker.forceAlarm("AL_NEWER");
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class))
                .singleElement()
                .satisfies(event -> assertThat(event.alarm())
                        .isEqualTo(new PumpAlarm(AlarmClass.UNCLASSIFIED, "AL_NEWER", "Pump alarm AL_NEWER")));
    }

    @Test
    void alarmWhoseCodeIsNeverToldIsShownAllTheSame() {
        speaker.override(2, "A");
        run(3);
        assertThat(alarms()).containsExactly("+INF A");
        speaker.restore(2);
        run(2);
        assertThat(alarms()).containsExactly("+INF A", "-INF A");
    }

    @Test
    void unansweredAlarmQueryNeitherEndsTheAlarmNorStopsTheReadings() {
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(2);
        speaker.answerWith("ALARM", "");
        int before = readings().size();
        run(30);
        assertThat(alarms()).containsExactly("+AL_OCCLU");
        assertThat(readings().size() - before).isGreaterThanOrEqualTo(5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @ParameterizedTest
    @ValueSource(ints = {490, 600, 1_500, 3_900, 4_000})
    void slowAnswerWithinFourSecondsIsTaken(int delayMs) {
        speaker.answerAfter(Duration.ofMillis(delayMs));
        run(120);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
        assertThat(readings()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(of(PumpEvent.Rejected.class)).isEmpty();
    }

    @Test
    void slowPumpIsAskedOnceMoreAndNotAgainWhileItMayAnswer() {
        speaker.answerAfter(Duration.ofSeconds(4));
        run(3.9);
        assertThat(asked).containsExactly("INST_SERIALNO", "INST_SERIALNO");
    }

    @Test
    void staleLimitGrowsWithASlowPump() {
        assertThat(link.staleAfter()).isEqualTo(Duration.ofSeconds(10));
        speaker.answerAfter(Duration.ofSeconds(3));
        run(60);
        assertThat(link.staleAfter()).isGreaterThan(Duration.ofSeconds(18));
    }

    @Test
    void silentPumpIsToldWithinFiveSecondsAndComesBack() {
        run(3);
        speaker.misbehave(Fault.SILENT);
        Moment silent = now;
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live(), new LinkState.Silent());
        assertThat(of(PumpEvent.LinkChanged.class).getLast().at().since(silent)).isLessThan(Duration.ofSeconds(5));
        speaker.behave();
        run(6);
        assertThat(states()).endsWith(new LinkState.Silent(), new LinkState.Live());
    }

    @Test
    void oneLostAnswerCostsNoReading() {
        run(3.005);
        speaker.misbehave(Fault.SILENT);
        run(0.3);
        speaker.behave();
        int before = readings().size();
        run(10);
        assertThat(readings().size() - before).isBetween(9, 11);
        assertThat(link.counters().timeouts()).isEqualTo(1);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @ParameterizedTest
    @EnumSource(names = {"NO_CR", "ESCAPE", "WRONG_CRC"})
    @Tag("A3")
    void brokenAnswersAreGarbledAndNeverBecomeReadings(Fault fault) {
        run(3);
        int before = readings().size();
        speaker.misbehave(fault);
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live(), new LinkState.Garbled());
        assertThat(readings()).hasSize(before);
        speaker.behave();
        run(6);
        assertThat(states()).endsWith(new LinkState.Garbled(), new LinkState.Live());
    }

    @Test
    void answerLackingItsCrIsTimedOutAndTheNextIsTaken() {
        run(3.005);
        speaker.misbehave(Fault.NO_CR);
        run(1.1);
        speaker.behave();
        run(5);
        assertThat(of(PumpEvent.Rejected.class))
                .isNotEmpty()
                .allSatisfy(rejected -> assertThat(rejected.reason()).isEqualTo("the rest of the answer did not come"));
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    @Tag("A11")
    void babbleIsGarbled() {
        Speaker babbler = new Speaker() {
            @Override
            public byte[] heard(byte[] bytes, int length, Moment at) {
                return new byte[] {(byte) 0xF8, 0x00, 0x78};
            }

            @Override
            public List<String> strays() {
                return List.of();
            }
        };
        run(babbler, 30);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Garbled());
        assertThat(asked).hasSizeLessThan(20);
    }

    @Test
    void echoOfTheOwnQuestionsIsNoPump() {
        Speaker loop = new Speaker() {
            @Override
            public byte[] heard(byte[] bytes, int length, Moment at) {
                return java.util.Arrays.copyOf(bytes, length);
            }

            @Override
            public List<String> strays() {
                return List.of();
            }
        };
        run(loop, 30);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Garbled());
        assertThat(of(PumpEvent.Rejected.class).getFirst().reason())
                .isEqualTo("the question INST_SERIALNO itself came back");
    }

    @Test
    void pumpThatMayNotGiveDataIsRefusedNeverWithoutInfusion() {
        AlarisSpeaker closed = new AlarisSpeaker(rack, AlarisOptions.FACTORY.withoutData());
        run(closed, 120);
        assertThat(readings()).isEmpty();
        assertThat(states()).hasSize(2);
        assertThat(states().getLast())
                .isEqualTo(new LinkState.Refused("the pump answers but gives no infusion data; remote communication"
                        + " may be switched off in its settings"));
        assertThat(closed.strays()).isEmpty();
    }

    @Test
    void recordOfAnotherShapeIsRefusedInThePumpsWords() {
        speaker.answerWith("INF", "INF^NOT ENABLED");
        run(10);
        assertThat(states())
                .containsExactly(CONNECTING, new LinkState.Refused("the pump answers INF with \"INF^NOT ENABLED\""));
        speaker.answerTruly("INF");
        run(2);
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @Test
    void questionThePumpDoesNotKnowIsNotPutForEver() {
        speaker.answerWith("INF_VTBI", "");
        run(120);
        assertThat(asked.stream().filter("INF_VTBI"::equals)).hasSize(4);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    @Tag("B5")
    void anotherPumpOnTheCableHasItsOwnIdentityAndTheAlarmOfTheFormerEnds() {
        pump.raise(SimulatedAlarm.OCCLUSION, START);
        run(3);
        rack.unplug(Slot.FIRST);
        rack.plug(Slot.FIRST, pump("9999-00001"));
        run(3);
        assertThat(alarms()).containsExactly("+AL_OCCLU", "-AL_OCCLU");
        assertThat(readings().stream()
                        .map(reading -> reading.pump().serialNumber().orElseThrow())
                        .distinct())
                .containsExactly("8002-51740", "9999-00001");
        assertThat(states())
                .containsExactly(
                        CONNECTING,
                        new LinkState.Live(),
                        new LinkState.Connecting("another pump answers"),
                        new LinkState.Live());
    }

    @Test
    void identityStaysTheSameAcrossALostLine() {
        run(3);
        link.closed(new LinkState.Unreachable("cut"), now, events::add);
        assertThat(link.wakeAt()).isEqualTo(Long.MAX_VALUE);
        link.opened(now, events::add);
        run(3);
        assertThat(readings()).allSatisfy(reading -> assertThat(reading.pump()).isEqualTo(FIRST));
    }

    @Test
    void halfAnswerIsDroppedWhenTheLineIsCut() {
        run(1);
        byte[] half = "!INF^8002".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        link.received(half, half.length, now, events::add);
        link.closed(new LinkState.Unreachable("cut"), now, events::add);
        assertThat(of(PumpEvent.Rejected.class).getLast().byteCount()).isEqualTo(half.length);
        assertThat(states()).endsWith(new LinkState.Unreachable("cut"));
    }

    @Test
    void negativePressureAndUnitsAreHeldApart() {
        pump.start(START);
        speaker.override(9, "-50.00");
        speaker.override(5, "mg/h");
        speaker.override(11, "24+");
        run(2);
        assertThat(last().pressurePercent()).isEmpty();
        assertThat(last().pressureMmHg()).contains(new BigDecimal("-50"));
        assertThat(last().syringe()).contains(Volume.ofMl("50"));
        assertThat(last().silenced()).isEmpty();
        assertThat(last().flowRate()).isEmpty();
        assertThat(last().timeRemaining()).contains(Duration.ofHours(24));
        assertThat(last().remarks())
                .containsExactly(
                        new Remark("INF rate", Quality.UNREADABLE, "3.60 mg/h"),
                        new Remark("INF time left", Quality.SATURATED, "24+"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void underAllFaultsOfTheLineNoFalseValueIsReadAndOnlyQueriesAreSent(long seed) {
        pump.start(START);
        List<Fault> kinds = List.of(Fault.values());
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 60; i++) {
            speaker.misbehave(kinds.get(random.nextInt(kinds.size())));
            run(random.nextInt(300) / 100.0);
            speaker.behave();
            speaker.answerAfter(Duration.ofMillis(random.nextInt(4_000)));
            run(random.nextInt(500) / 100.0);
            speaker.behave();
        }
        run(15);
        assertThat(states()).endsWith(new LinkState.Live());
        assertThat(readings()).isNotEmpty().allSatisfy(reading -> {
            assertThat(reading.flowRate()).contains(FlowRate.ofMlPerH("3.6"));
            assertThat(reading.pump()).isEqualTo(FIRST);
        });
        assertThat(speaker.strays()).isEmpty();
    }
}
