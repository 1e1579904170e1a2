package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.dose.DrugMass;
import vigil.engine.Bedside;
import vigil.engine.Snapshot;
import vigil.pump.DeliveryStatus;
import vigil.pump.LinkState;
import vigil.pump.PumpIdentity;

/** Drug counted through the fold with simulated readings: vectors T9, T11, T14, T16, T17 and the rulings A19 to A21. */
class DosageTest {
    private static final PumpIdentity OTHER = new PumpIdentity("Perfusor", Optional.of("1400-9999"), "50112");

    private static final Duration COARSE = Duration.ofSeconds(5);

    private static List<Segment> segments(Bedside bedside) {
        return bedside.session().dosage().segments().all();
    }

    private static DrugMass sum(Bedside bedside) {
        return segments(bedside).stream().map(Segment::mass).reduce(DrugMass.ZERO, DrugMass::plus);
    }

    private static boolean isAtLeast(Bedside bedside) {
        return bedside.snapshot().totals().atLeast();
    }

    @Test
    @Tag("T9")
    void pausedHourAddsNothing() {
        Bedside bedside = Bedside.ready("1.75").every(COARSE).pumpRuns("1.75").runs(Duration.ofHours(24));
        bedside.pumpIs(DeliveryStatus.STANDBY).runs(Duration.ofHours(1));
        bedside.pumpRuns("1.75").runs(Duration.ofHours(23));

        assertThat(bedside.mg()).isEqualTo("329");
        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    @Tag("T11")
    void thirtyFiveMilligramsAnHourForOneDayAndForFive() {
        Bedside bedside = Bedside.ready("8.75").every(COARSE).pumpRuns("8.75").runs(Duration.ofHours(24));
        assertThat(bedside.mg()).isEqualTo("840");

        bedside.runs(Duration.ofDays(4));
        assertThat(bedside.mg()).isEqualTo("4200");
        assertThat(bedside.session().dosage().totals().last24h(bedside.session().elapsed()))
                .isBetween(DrugMass.ofMg("840"), DrugMass.ofMg("840.6"));
    }

    @Test
    @Tag("T14")
    @Tag("R28")
    void newWeightOpensASegmentAndRecalculatesNothing() {
        Bedside bedside = Bedside.ready("1.75").every(COARSE).pumpRuns("1.75").runs(Duration.ofHours(2));
        bedside.weighs("73").runs(Duration.ofHours(2));

        assertThat(segments(bedside))
                .extracting(segment -> segment.weight().orElseThrow().kg().toPlainString())
                .containsExactly("70", "73");
        assertThat(segments(bedside))
                .extracting(Segment::openedBecause)
                .containsExactly(Segment.Cause.START, Segment.Cause.WEIGHT);
        // 14 mg by 70 kg and 14 mg by 73 kg
        assertThat(bedside.snapshot().totals().perKg().orElseThrow()).isEqualByComparingTo("0.39");
        assertThat(bedside.mg()).isEqualTo("28");
    }

    @Test
    @Tag("R29")
    @Tag("R30")
    @Tag("silent")
    void newConcentrationCountsOnlyWhatComesAfterIt() {
        Bedside bedside = Bedside.ready("1.75").every(COARSE).pumpRuns("1.75").runs(Duration.ofHours(2));
        bedside.fills("8").runs(Duration.ofHours(1));

        assertThat(segments(bedside))
                .extracting(segment -> segment.mass().mg().toPlainString())
                .containsExactly("14", "14");
        assertThat(bedside.mg()).isEqualTo("28");
    }

    @Test
    @Tag("T16")
    @Tag("A19")
    @Tag("R30")
    @Tag("fires")
    void counterThatFellOnReconnectGoesOnUpward() {
        Bedside bedside = Bedside.ready("1.75").pumpCounts("12").pumpIs(DeliveryStatus.NOT_DELIVERING);
        bedside.runs(Duration.ofSeconds(1)).pumpRuns("1.75").runs(Duration.ofSeconds(1));
        bedside.pumpCounts("12.4").runs(Duration.ofSeconds(1));
        String before = bedside.mg();
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(2));
        bedside.loses().runs(Duration.ofMinutes(5));
        bedside.pumpCounts("0.3").reconnects().runs(Duration.ofSeconds(1));

        assertThat(before).isEqualTo("1.6");
        // One reading may be a turned bit; the next one tells
        assertThat(bedside.mg()).isEqualTo("1.6");
        assertThat(isAtLeast(bedside)).isTrue();
        bedside.runs(Duration.ofSeconds(1));
        // 0.3 mL × 4 mg/mL
        assertThat(bedside.mg()).isEqualTo("2.8");
        assertThat(segments(bedside))
                .extracting(Segment::openedBecause)
                .containsExactly(Segment.Cause.START, Segment.Cause.COUNTER_RESET);
        assertThat(segments(bedside).getLast().counted().estimated()).isTrue();
        assertThat(sum(bedside).mg().toPlainString()).isEqualTo("2.8");
    }

    @Test
    @Tag("A19")
    @Tag("R30")
    void massIsConservedAcrossSyringeChanges() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75");
        for (int syringe = 1; syringe <= 4; syringe++) {
            bedside.pumpRuns("1.75").runs(Duration.ofHours(1));
            bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofMinutes(1));
            bedside.pumpCounts("0").runs(Duration.ofMinutes(1));
        }

        assertThat(bedside.mg()).isEqualTo("28");
        assertThat(sum(bedside).mg().toPlainString()).isEqualTo("28");
        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    @Tag("A20")
    @Tag("R31")
    void gapMakesTheTotalALowerBoundUntilTheCounterIsSeenAgain() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.loses().runs(Duration.ofHours(2));
        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isTrue();

        bedside.reconnects().runs(Duration.ofSeconds(1));

        assertThat(bedside.mg()).isEqualTo("21");
        assertThat(isAtLeast(bedside)).isFalse();
        assertThat(segments(bedside).getLast().counted().estimated()).isTrue();
    }

    @Test
    @Tag("A20")
    void aResetHiddenInAGapOfDeliveryLeavesALowerBoundForGood() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.loses().runs(Duration.ofMinutes(1));
        bedside.pumpCounts("0.1").reconnects().runs(Duration.ofMinutes(1));

        assertThat(isAtLeast(bedside)).isTrue();
    }

    @Test
    @Tag("A21")
    void volumeThatFilledTheLineIsKeptApart() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.pumpIs(DeliveryStatus.PURGING).runs(Duration.ofSeconds(1));
        bedside.pumpCounts("3.75").runs(Duration.ofSeconds(1));
        bedside.pumpRuns("1.75").runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("14");
        assertThat(segments(bedside).getLast().counted().purgedMl()).isEqualByComparingTo("2");
    }

    @Test
    @Tag("A21")
    void volumeBeforeTheFirstDeliveryIsNotPatientDose() {
        Bedside bedside = Bedside.ready("1.75").pumpCounts("2").runs(Duration.ofSeconds(1));
        bedside.pumpRuns("1.75").runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("7");
    }

    @Test
    void readingsWithoutACounterLoseNothing() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofSeconds(72));
        bedside.passes(Duration.ofSeconds(1)).readsWithoutVolume();
        assertThat(isAtLeast(bedside)).isTrue();

        bedside.runs(Duration.ofSeconds(71));

        assertThat(bedside.mg()).isEqualTo("0.28");
        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    void aPumpBoundWhileItRunsMakesTheTotalALowerBound() {
        Bedside bedside = Bedside.started().opens().weighs("70").fills("4");
        bedside.pumpCounts("5").pumpRuns("1.75").binds(Bedside.PUMP).runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isTrue();
        assertThat(bedside.session().phase()).isEqualTo(Phase.INFUSING);
    }

    @Test
    @Tag("A20")
    void aPumpThatWasHeardRunningBeforeItWasBoundMakesTheTotalALowerBound() {
        Bedside bedside = Bedside.started().opens().weighs("70").fills("4");
        bedside.pumpCounts("5").pumpRuns("1.75").runs(Duration.ofSeconds(10));
        bedside.binds(Bedside.PUMP).runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isTrue();
    }

    @Test
    @Tag("A20")
    void aPumpThatStoodWhenItWasBoundIsCountedAsWholeWhateverItsCounterSays() {
        Bedside bedside = Bedside.started().opens().weighs("70").fills("4");
        bedside.pumpCounts("5").runs(Duration.ofSeconds(10)).binds(Bedside.PUMP);
        bedside.runs(Duration.ofSeconds(10)).pumpRuns("1.75").runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    @Tag("A20")
    void aPumpThatRanOnUnheardAndWasExchangedLeavesALowerBound() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.loses().runs(Duration.ofHours(2));
        bedside.pumpIs(OTHER)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .pumpCounts("0")
                .reconnects();
        bedside.runs(Duration.ofSeconds(5)).binds(OTHER).runs(Duration.ofSeconds(5));

        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isTrue();
    }

    @Test
    @Tag("A20")
    void aPumpThatWasSeenToStandBeforeItWasExchangedLeavesTheTotalWhole() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(5));
        bedside.loses().runs(Duration.ofMinutes(10));
        bedside.pumpIs(OTHER).pumpCounts("0").reconnects();
        bedside.runs(Duration.ofSeconds(5)).binds(OTHER).runs(Duration.ofSeconds(5));

        assertThat(isAtLeast(bedside)).isFalse();
    }

    @Test
    @Tag("A20")
    void aPumpThatIsFirstHeardLongAfterItWasBoundLeavesALowerBoundUnlessItCountsNothing() {
        for (String counted : List.of("3", "0")) {
            Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
            bedside.pumpIs(DeliveryStatus.NOT_DELIVERING).runs(Duration.ofSeconds(5));
            bedside.loses().binds(OTHER).runs(Duration.ofMinutes(10));
            bedside.pumpIs(OTHER).pumpCounts(counted).reconnects().runs(Duration.ofSeconds(5));

            assertThat(isAtLeast(bedside)).as(counted).isEqualTo(!counted.equals("0"));
        }
    }

    @Test
    void volumeWithoutAConcentrationIsCountedButHasNoMass() {
        Bedside bedside = Bedside.started().opens().binds(Bedside.PUMP).runs(Duration.ofSeconds(1));
        bedside.pumpRuns("1.75").runs(Duration.ofHours(1));
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
        assertThat(bedside.mg()).isEqualTo("0");
        assertThat(isAtLeast(bedside)).isTrue();

        bedside.weighs("70").fills("4").runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(isAtLeast(bedside)).isTrue();
        assertThat(segments(bedside))
                .extracting(segment -> segment.counted().volumeMl().toPlainString())
                .containsExactly("1.750", "1.750");
    }

    @Test
    @Tag("R31")
    @Tag("T17")
    void tenSecondsOfSilenceTakeTheDoseAwayAndLeaveItsAge() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.loses().passes(Duration.ofMillis(9_999));
        assertThat(bedside.snapshot().dose().rate()).isPresent();

        Snapshot.Dose dose = bedside.passes(Duration.ofMillis(1)).snapshot().dose();

        assertThat(dose.rate()).isEmpty();
        assertThat(dose.stale()).isTrue();
        assertThat(dose.readingAge()).contains(Duration.ofSeconds(10));
        assertThat(dose.lastKnown().orElseThrow().rate().toDisplay()).isEqualTo("0.100");
        assertThat(dose.flowRate()).isEmpty();
        assertThat(isAtLeast(bedside)).isTrue();
    }

    @Test
    @Tag("R31")
    void nothingIsShownAsLiveOnALinkThatIsNotLive() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(1));

        Snapshot.Dose dose = bedside.linkIs(new LinkState.Garbled()).snapshot().dose();

        assertThat(dose.rate()).isEmpty();
        assertThat(dose.stale()).isTrue();
        assertThat(dose.deliveryStatus()).isEqualTo(DeliveryStatus.UNKNOWN);
    }

    @Test
    void integralOfTheRateAgreesWithTheCounter() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(3));

        assertThat(bedside.session().dosage().byRate().mass().toDisplay(1)).isEqualTo("21.0");
    }
}
