package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.LinkState;

/** A hub that loses its power twenty times in a minute: two seconds without the port, one with a reading (fault B13). */
@Tag("B13")
class HubPowerAlarmTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int FLAPS = 20;

    private static long lost(Bedside bedside) {
        return bedside.snapshot().attention().conditions().stream()
                .filter(it -> it.kind() == AlarmKind.LINK_LOST)
                .count();
    }

    private static Bedside flapped(Bedside bedside) {
        for (int flap = 0; flap < FLAPS; flap++) {
            bedside.loses()
                    .linkIs(new LinkState.Unreachable("the device has gone"))
                    .runs(SECOND.multipliedBy(2));
            assertThat(lost(bedside)).as("while it is out, flap %d", flap).isEqualTo(1);
            bedside.reconnects().runs(SECOND);
            assertThat(lost(bedside)).as("behind flap %d", flap).isLessThanOrEqualTo(1);
        }
        return bedside;
    }

    @Test
    void oneAlarmStandsHoweverOftenItFlaps() {
        Bedside bedside = flapped(Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(1)));

        bedside.runs(Duration.ofSeconds(30));
        assertThat(bedside.snapshot().dose().stale()).isFalse();
    }

    @Test
    @Tag("R30")
    void whatFlowedMeanwhileIsCountedOnce() {
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75").runs(Duration.ofMinutes(59));
        flapped(bedside);

        // An hour of 1.75 mL/h with 4 mg/mL
        assertThat(bedside.mg()).isEqualTo("7");
        assertThat(bedside.snapshot().totals().atLeast()).isFalse();
    }
}
