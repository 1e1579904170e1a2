package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.AlarmClass;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.WatchedLink;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.Rack.Slot;
import vigil.pump.sim.SimulatedAlarm;

/** What a Fresenius base and its modules say, and what is asked of them. */
class FreseniusLinkTest extends FreseniusTalk {
    @Test
    void conversationBeginsWithTheFirstEnquiryInTheOrderOfThePage() {
        run(0.6);
        assertThat(bench.sent.stream().filter(name -> !name.equals("ACK")))
                .containsExactly(
                        "DC4",
                        "0DC",
                        "0DE;b",
                        "0E",
                        "0LE;b",
                        "1DC",
                        "1DE;ae",
                        "1E",
                        "1LF;b",
                        "1LN",
                        "1LP",
                        "1LE;draem");
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Live());
    }

    @Test
    void roundsStartOneSecondApart() {
        run(10.6);
        assertThat(bench.readings()).hasSize(11);
        assertThat(bench.readings().get(5).at().since(bench.readings().get(4).at()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void readingSaysWhatIsDocumentedAndNothingElse() {
        pump.start(START);
        run(102);
        PumpReading last = bench.last();
        assertThat(last)
                .isEqualTo(PumpReading.from(FIRST, last.at())
                        .flowRate(FlowRate.ofMlPerH("3.5"))
                        .volumeInfused(Volume.ofMl("0.098"))
                        .drug("Ketamine")
                        .build());
        assertThat(last.deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void modeIsKeptRawEachTimeItChanges() {
        run(3);
        pump.start(bench.now());
        run(3);
        assertThat(bench.readings().stream().flatMap(reading -> reading.remarks().stream()))
                .containsExactly(new Remark("m", Quality.UNREADABLE, "00"), new Remark("m", Quality.UNREADABLE, "01"));
    }

    @Test
    @Tag("A13")
    void alarmAndErrorAreShownRawAndUnclassified() {
        run(2);
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(2);
        pump.raise(SimulatedAlarm.NEAR_END, bench.now());
        pump.raise(SimulatedAlarm.DEVICE_FAULT, bench.now());
        run(2);
        PumpAlarm first = new PumpAlarm(AlarmClass.UNCLASSIFIED, "a0001", "Pump alarm 0001, meaning not documented");
        PumpAlarm both = new PumpAlarm(AlarmClass.UNCLASSIFIED, "a0005", "Pump alarm 0005, meaning not documented");
        PumpAlarm error = new PumpAlarm(AlarmClass.UNCLASSIFIED, "e01", "Pump error 01, meaning not documented");
        assertThat(started()).containsExactly(first, both, error);
        assertThat(ended()).containsExactly(first);
    }

    @Test
    @Tag("A20")
    void alarmThatComesAndGoesBetweenTwoPollsIsTold() {
        run(5.05);
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(0.5);
        pump.clear(SimulatedAlarm.OCCLUSION, bench.now());
        run(0.4);
        assertThat(started()).hasSize(1);
        run(2);
        assertThat(ended()).hasSize(1);
    }

    @Test
    void withoutSubscriptionEverythingIsPolledAndAlarmsAreStillTold() {
        bench = new FreseniusBench(WatchedLink.fresenius(FreseniusSubscription.NONE, Duration.ofMillis(500)), speaker);
        run(2);
        pump.raise(SimulatedAlarm.AIR, bench.now());
        run(1);
        assertThat(bench.sent).noneMatch(name -> name.contains("DE"));
        assertThat(started()).hasSize(1);
        assertThat(bench.readings().size()).isBetween(5, 6);
    }

    @Test
    @Tag("A14")
    void valuesThatAreNoNumbersAreAbsentAndRemarked() {
        speaker.override("d", "----");
        speaker.override("r", "");
        speaker.override("a", "");
        run(2);
        assertThat(bench.readings()).isEmpty();
        speaker.override("r", "FFFFFFFF");
        speaker.override("d", "1");
        run(2);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("0.1"));
        assertThat(bench.last().volumeInfused()).isEmpty();
        assertThat(bench.last().remarks())
                .contains(new Remark("r", Quality.UNREADABLE, "FFFFFFFF"), new Remark("a", Quality.NO_VALUE, ""));
        assertThat(started()).isEmpty();
    }

    @Test
    void fieldsOfAnyWidthAreRead() {
        speaker.override("d", "23");
        speaker.override("r", "0000000000000004D2");
        run(2);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("3.5"));
        assertThat(bench.last().volumeInfused()).contains(Volume.ofMl("1.234"));
    }

    @Test
    void alarmOfWhichNothingIsSaidDoesNotEnd() {
        speaker.override("a", "4000");
        run(2);
        speaker.override("a", "");
        run(3);
        assertThat(ended()).isEmpty();
        assertThat(bench.last().remarks()).contains(new Remark("a", Quality.NO_VALUE, ""));
    }

    @Test
    void bareNumberIsNoDrugName() {
        pump.holds("17", Concentration.ofMgPerMl("1"));
        run(2);
        assertThat(bench.last().drug()).isEmpty();
        assertThat(bench.last().remarks()).contains(new Remark("LP", Quality.UNREADABLE, "17"));
    }

    @Test
    void sixModulesAreReadEachByItself() {
        for (int place = 2; place <= 6; place++) {
            rack.put(new Slot(1, place), pump("2222" + place));
        }
        run(5.6);
        assertThat(bench.readings()).hasSize(36);
        assertThat(bench.readings().stream()
                        .map(reading -> reading.pump().address()
                                + reading.pump().serialNumber().orElse(""))
                        .distinct())
                .containsExactly("112345", "222222", "322223", "422224", "522225", "622226");
    }

    @Test
    void moduleTakenOutAndPutInIsToldOnceEachWithItsName() {
        rack.put(new Slot(1, 2), pump("22222"));
        run(3);
        rack.unplug(Slot.FIRST);
        run(3);
        rack.plug(Slot.FIRST, pump);
        run(3);
        assertThat(bench.of(PumpEvent.SlotChanged.class))
                .extracting(PumpEvent.SlotChanged::pump, PumpEvent.SlotChanged::present)
                .containsExactly(tuple(FIRST, false), tuple(FIRST, true));
    }

    @Test
    void alarmsOfAModuleTakenOutEnd() {
        rack.put(new Slot(1, 2), pump("22222"));
        pump.raise(SimulatedAlarm.SYRINGE_OPEN, START);
        run(2);
        rack.unplug(Slot.FIRST);
        run(2);
        assertThat(ended()).hasSize(1);
    }

    @Test
    @Tag("B5")
    void anotherPumpInTheSameSlotIsNoticedWithinTenSeconds() {
        run(3);
        rack.put(Slot.FIRST, pump("99999"));
        run(11);
        assertThat(bench.last().pump().serialNumber()).contains("99999");
    }

    @Test
    void baseWithoutModulesIsRefusedInWordsAndRecovers() {
        rack.unplug(Slot.FIRST);
        run(3);
        assertThat(bench.states()).containsExactly(WAITING, new LinkState.Refused("no module in the base"));
        rack.plug(Slot.FIRST, pump);
        run(2);
        assertThat(bench.states()).endsWith(new LinkState.Live());
    }

    @Test
    void valuesAreAskedForSinglyWhenSeveralAtOnceAreRefused() {
        with(FreseniusOptions.BASE.withOneValueAtATime());
        pump.start(START);
        run(11);
        assertThat(bench.sent).contains("1LE;d", "1LE;r", "1LE;a", "1LE;e", "1LE;m");
        assertThat(bench.sent.stream().filter("1LE;draem"::equals)).hasSize(1);
        assertThat(bench.readings()).hasSize(11);
        assertThat(bench.last().flowRate()).contains(FlowRate.ofMlPerH("3.5"));
        assertThat(bench.last().volumeInfused()).isPresent();
    }

    @Test
    void singlePumpWithoutAddressIsFoundWhenTheBaseIsNotThere() {
        with(FreseniusOptions.SINGLE);
        pump.start(START);
        run(8);
        assertThat(bench.states()).endsWith(new LinkState.Live());
        assertThat(bench.last().pump())
                .isEqualTo(new PumpIdentity("Fresenius pump, type DPS", Optional.of("12345"), ""));
        pump.raise(SimulatedAlarm.OCCLUSION, bench.now());
        run(2);
        assertThat(started()).hasSize(1);
        assertThat(bench.sent).contains("E", "LE;draem");
    }

    @Test
    void dayOfPollingLeavesNoTrace() {
        pump.start(START);
        run(14 * 3_600);
        assertThat(bench.link.counters().framesRejected()).isZero();
        assertThat(bench.link.counters().timeouts()).isZero();
        assertThat(bench.last().volumeInfused()).contains(Volume.ofMl("48.999"));
        assertThat(Collections.frequency(bench.states(), new LinkState.Live())).isEqualTo(1);
    }
}
