package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.DeliveryStatus;
import vigil.pump.PumpIdentity;

class DeliveryTest {
    private static final PumpIdentity NEIGHBOUR = new PumpIdentity("Perfusor", Optional.of("77"), "50112");

    @Test
    void readingsBeforeBindingAreShownAndNotCounted() {
        Bedside bedside = Bedside.started()
                .opens()
                .weighs("70")
                .fills("4")
                .pumpRuns("1.75")
                .runs(Duration.ofHours(1));

        assertThat(bedside.snapshot().dose().flowRate()).isPresent();
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
        assertThat(bedside.mg()).isEqualTo("0");
        assertThat(bedside.session().phase()).isEqualTo(Phase.PLANNED);
    }

    @Test
    void otherSlotsOfTheRackNeverReachTheDose() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(1));
        String before = bedside.mg();

        bedside.pumpIs(NEIGHBOUR).pumpCounts("30").pumpRuns("50").runs(Duration.ofSeconds(5));

        assertThat(bedside.mg()).isEqualTo(before);
        assertThat(bedside.snapshot().dose().flowRate().orElseThrow().mlPerH()).isEqualByComparingTo("1.75");
        assertThat(bedside.session().delivery().other()).isEmpty();
    }

    @Test
    @Tag("B3")
    @Tag("B5")
    void anotherPumpInTheBoundOnesPlaceIsNamedAndNotCounted() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(1));
        String before = bedside.mg();

        bedside.pumpIs(Bedside.SWAPPED).pumpCounts("9").runs(Duration.ofMinutes(1));

        assertThat(bedside.session().delivery().other().orElseThrow().pump()).isEqualTo(Bedside.SWAPPED);
        assertThat(bedside.mg()).isEqualTo(before);
        assertThat(bedside.snapshot().dose().rate()).isEmpty();
    }

    @Test
    @Tag("B5")
    @Tag("R30")
    void aReplacedPumpCountsFromItsBindingOn() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofHours(1));
        bedside.pumpIs(Bedside.SWAPPED)
                .pumpIs(DeliveryStatus.NOT_DELIVERING)
                .pumpCounts("9")
                .runs(Duration.ofSeconds(2));
        bedside.binds(Bedside.SWAPPED).pumpRuns("1.75").runs(Duration.ofHours(1));

        assertThat(bedside.mg()).isEqualTo("14");
        assertThat(bedside.session().dosage().segments().all())
                .extracting(Segment::openedBecause)
                .containsExactly(Segment.Cause.START, Segment.Cause.OTHER_PUMP);
        assertThat(bedside.session().delivery().other()).isEmpty();
        assertThat(bedside.snapshot().totals().atLeast()).isFalse();
    }

    @Test
    void bindingTheSamePumpAgainChangesNothing() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(10));
        Delivery before = bedside.session().delivery();

        bedside.binds(Bedside.PUMP);

        assertThat(bedside.session().delivery()).isEqualTo(before);
    }

    @Test
    void aRateIsNoProofOfDeliveryWhereThePumpDoesNotSay() {
        Bedside bedside = Bedside.ready("1.75")
                .pumpRuns("1.75")
                .pumpIs(DeliveryStatus.UNKNOWN)
                .runs(Duration.ofMinutes(5));

        assertThat(bedside.session().phase()).isEqualTo(Phase.READY);
    }

    @Test
    void aRisingCounterIsProofWhereThePumpDoesNotSay() {
        Bedside bedside = Bedside.ready("1.75")
                .pumpRuns("1.75")
                .pumpIs(DeliveryStatus.UNKNOWN)
                .runs(Duration.ofMinutes(5));

        bedside.pumpCounts("0.1").runs(Duration.ofSeconds(1));

        assertThat(bedside.session().phase()).isEqualTo(Phase.INFUSING);
        assertThat(bedside.mg()).isEqualTo("0.4");
    }

    @Test
    void anAlarmThatThePumpDoesNotRepeatAfterARestartIsForgotten() {
        Bedside bedside =
                Bedside.ready("1.75").alarms("INA3", AlarmClass.OCCLUSION).alarms("INA7", AlarmClass.DOOR_OPEN);
        bedside.restarts(Duration.ofMinutes(1), true).reconnects().alarms("INA7", AlarmClass.DOOR_OPEN);
        assertThat(bedside.session().delivery().alarms()).hasSize(2);

        bedside.runs(Duration.ofSeconds(3));

        assertThat(bedside.session().delivery().alarms())
                .extracting(it -> it.alarm().code())
                .containsExactly("INA7");
    }
}
