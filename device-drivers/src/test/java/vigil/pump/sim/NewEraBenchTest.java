package vigil.pump.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.newera.NewEraFrame;
import vigil.pump.newera.NewEraFrame.Mode;

/** The New Era link against the New Era speaker, on real bytes and virtual time. */
class NewEraBenchTest extends SteppedBench {
    private static final LinkState SAFE = new LinkState.Refused(
            "Safe mode, not monitored; set the pump to Basic mode at the pump, then connect again");
    private static final PumpIdentity FIRST =
            new PumpIdentity("New Era NE1000V3.928 (bench only)", Optional.empty(), "0");

    private final SimulatedPump pump = pump();
    private final Rack rack = Rack.of(pump);
    private NewEraSpeaker speaker = new NewEraSpeaker(rack, NewEraOptions.FACTORY);
    private UnaryOperator<byte[]> line = bytes -> bytes;

    NewEraBenchTest() {
        super(PumpModel.NEW_ERA);
    }

    private static SimulatedPump pump() {
        SimulatedPump pump = new SimulatedPump("NE1000V3.928", "", Volume.ofMl("50"), START);
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        return pump;
    }

    private void with(NewEraOptions options) {
        speaker = new NewEraSpeaker(rack, options);
    }

    private void run(double seconds) {
        run(speaker, seconds);
    }

    @Override
    byte[] onTheLine(byte[] answer) {
        return line.apply(answer);
    }

    @Test
    void everythingIsAskedTwiceAndTheAlarmOfPowerUpOnceMore() {
        run(0.9);
        assertThat(asked).containsExactly("VER", "VER", "VER", "SAF", "SAF", "VOL", "VOL", "RAT", "RAT", "DIS", "DIS");
    }

    @Test
    void linkBecomesLiveAndPollsEverySecond() {
        run(10.5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
        assertThat(readings()).hasSizeBetween(10, 11);
        assertThat(speaker.strays()).isEmpty();
        assertThat(of(PumpEvent.Rejected.class)).isEmpty();
    }

    @Test
    void readingSaysWhatThePumpSays() {
        pump.start(START);
        speaker.answerWith("VOL", "5.000ML");
        run(100.9);
        assertThat(last())
                .isEqualTo(PumpReading.from(FIRST, last().at())
                        .deliveryStatus(DeliveryStatus.DELIVERING)
                        .flowRate(FlowRate.ofMlPerH("3.6"))
                        .volumeInfused(Volume.ofMl("0.1"))
                        .vtbi(Volume.ofMl("5"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource({"MH,3.6", "UH,3.6", "UM,3.6", "MM,3.6"})
    @Tag("A16")
    void rateIsTheSameInEveryUnit(String unit, String mlPerH) {
        with(NewEraOptions.FACTORY.withRateUnit(unit).inMicrolitres());
        run(3);
        assertThat(last().flowRate()).contains(FlowRate.ofMlPerH(mlPerH));
    }

    @Test
    void microlitresAreRead() {
        with(NewEraOptions.FACTORY.inMicrolitres());
        pump.start(START);
        run(100.9);
        assertThat(last().volumeInfused().orElseThrow()).isBetween(Volume.ofMl("0.1"), Volume.ofMl("0.101"));
    }

    @Test
    void deliveryStatusFollowsThePump() {
        pump.start(START);
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.DELIVERING);
        pump.purge(now);
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.PURGING);
        pump.standby(now);
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
        pump.stop(now);
        run(2);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
    }

    @Test
    void alarmThatReadingClearsIsKeptUntilThePumpRuns() {
        pump.start(START);
        run(3);
        assertThat(alarms()).containsExactly("+A?R", "-A?R");
        pump.raise(SimulatedAlarm.OCCLUSION, now);
        run(30);
        assertThat(alarms()).containsExactly("+A?R", "-A?R", "+A?S");
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.NOT_DELIVERING);
        pump.start(now);
        run(2);
        assertThat(alarms()).containsExactly("+A?R", "-A?R", "+A?S", "-A?S");
    }

    @Test
    void keptAlarmSurvivesALostLine() {
        run(3);
        speaker.silence(true);
        run(5);
        link.closed(new LinkState.Unreachable("cut"), now, events::add);
        link.opened(now, events::add);
        speaker.silence(false);
        run(5);
        assertThat(alarms()).containsExactly("+A?R");
    }

    @ParameterizedTest
    @CsvSource({"R,MAINS_LOST", "S,OCCLUSION", "T,UNCLASSIFIED", "E,DEVICE_FAULT", "O,DEVICE_FAULT", "Z,UNCLASSIFIED"})
    void alarmHasItsClassAndKeepsItsCode(char letter, AlarmClass alarmClass) {
        pump.start(START);
        run(2);
        pump.stop(now);
        speaker.raise(letter);
        run(2);
        assertThat(of(PumpEvent.AlarmStarted.class).getLast().alarm().alarmClass())
                .isEqualTo(alarmClass);
        assertThat(of(PumpEvent.AlarmStarted.class).getLast().alarm().code()).isEqualTo("A?" + letter);
    }

    @Test
    void pumpThatAlarmsForEverIsNotAskedForEver() {
        run(3);
        line = _ -> new NewEraFrame(Mode.BASIC, "00A?S").bytes();
        asked.clear();
        run(20);
        assertThat(asked).hasSizeLessThan(300);
        assertThat(alarms()).containsExactly("+A?R", "+A?S");
        assertThat(last().flowRate()).isEmpty();
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void pumpInSafeModeIsRefusedAndNotAskedAgain() {
        with(NewEraOptions.FACTORY.inSafeMode());
        run(1);
        assertThat(states()).containsExactly(CONNECTING, SAFE);
        asked.clear();
        run(60);
        assertThat(asked).isEmpty();
        assertThat(link.wakeAt()).isEqualTo(Long.MAX_VALUE);
        assertThat(readings()).isEmpty();
        assertThat(alarms()).containsExactly("+A?R");
        assertThat(speaker.strays()).isEmpty();
    }

    @Test
    void pumpThatTurnsToSafeModeWhileReadIsRefused() {
        pump.start(START);
        run(3);
        hear(new NewEraFrame(Mode.SAFE, "00A?T").bytes());
        assertThat(states()).endsWith(SAFE);
        assertThat(alarms()).endsWith("+A?T");
    }

    @Test
    void safeModeSettingAboveZeroIsRefused() {
        speaker.answerWith("SAF", "30");
        run(5);
        assertThat(states()).containsExactly(CONNECTING, SAFE);
        assertThat(readings()).isEmpty();
    }

    @Test
    void openedAgainAPumpInBasicModeIsRead() {
        with(NewEraOptions.FACTORY.inSafeMode());
        run(2);
        with(NewEraOptions.FACTORY);
        link.opened(now, events::add);
        run(3);
        assertThat(states()).endsWith(new LinkState.Live());
    }

    @Test
    void silentPumpIsToldAfterOneSecondAndComesBack() {
        run(3);
        speaker.silence(true);
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live(), new LinkState.Silent());
        speaker.silence(false);
        run(4);
        assertThat(states()).endsWith(new LinkState.Silent(), new LinkState.Live());
    }

    @Test
    void oneLostAnswerIsAskedForOnceMore() {
        run(3.01);
        speaker.silence(true);
        run(0.3);
        speaker.silence(false);
        run(5);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Live());
    }

    @Test
    @Tag("A11")
    void garbageIsGarbled() {
        line = _ -> new byte[] {(byte) 0xF8, 0x00, 0x78, 0x06};
        run(20);
        assertThat(states()).containsExactly(CONNECTING, new LinkState.Garbled());
        assertThat(readings()).isEmpty();
    }

    @Test
    void answerOfAnotherAddressIsNotOurs() {
        with(WatchedLink.newEra(5));
        line = _ -> new NewEraFrame(Mode.BASIC, "04I3.500MH").bytes();
        run(5);
        assertThat(readings()).isEmpty();
        assertThat(of(PumpEvent.Rejected.class).getFirst().reason()).isEqualTo("no answer of address 5");
    }

    @Test
    @Tag("A14")
    void whatThePumpDoesNotGiveIsAbsentAndRemarked() {
        speaker.answerWith("RAT", "?NA");
        speaker.answerWith("DIS", "?");
        speaker.answerWith("VOL", "---");
        run(3);
        assertThat(last().flowRate()).isEmpty();
        assertThat(last().volumeInfused()).isEmpty();
        assertThat(last().vtbi()).isEmpty();
        assertThat(last().remarks())
                .containsExactly(
                        new Remark("RAT", Quality.UNAVAILABLE, "?NA"), new Remark("DIS", Quality.UNREADABLE, "?"));
    }

    @Test
    void unknownStatusLetterIsRemarked() {
        line = bytes -> {
            byte[] changed = bytes.clone();
            changed[3] = 'Q';
            return changed;
        };
        run(3);
        assertThat(last().deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
        assertThat(last().remarks()).contains(new Remark("status", Quality.UNREADABLE, "QQ"));
    }

    /** Basic mode has no check; asked twice, one flipped bit in every fifteenth answer makes no false rate all the same. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    @Tag("A3")
    @Tag("A5")
    void flippedBitsMakeNoFalseRateAndNoWildVolume(long seed) {
        Random random = new Random(seed);
        line = bytes -> random.nextInt(15) == 0 && bytes.length > 0 ? flipped(bytes, random) : bytes;
        pump.start(START);
        run(300);
        pump.runUntil(now);
        assertThat(readings()).hasSizeGreaterThan(200);
        assertThat(readings().stream()
                        .flatMap(reading -> reading.flowRate().stream())
                        .distinct())
                .containsExactly(FlowRate.ofMlPerH("3.6"));
        assertThat(readings().stream().flatMap(reading -> reading.volumeInfused().stream()))
                .allSatisfy(volume -> assertThat(volume).isLessThan(Volume.ofMl("0.81")));
        assertThat(speaker.strays()).isEmpty();
    }

    private static byte[] flipped(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return damaged;
    }
}
