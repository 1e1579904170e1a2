package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.FlowRate;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;

/** Valid blocks that go on coming while the device's clock in them stands still. */
class BccFrozenTest extends BccScript {
    private static final LinkState REFUSED =
            new LinkState.Refused("the device's clock stands still at 215 s, its data are old");

    @BeforeEach
    void beginPolling() {
        polling();
    }

    private static String block(String time, String rate) {
        return "%1$s,50111,INSERNUM,1|%1$s,50111,INRT,%2$s".formatted(time, rate);
    }

    /** One answer to MEM:GET, and the second until the next one is due. */
    private void says(String information) {
        answer(information, true);
        assertThat(sentWithin(1_000)).containsExactly("ACK@100", "MEM:GET@1000");
    }

    private void says(int clock) {
        says(block(Integer.toString(clock), "3.60"));
    }

    /** The clock goes from 214 to 215 s and then stands for so many answers. */
    private void stands(int answers) {
        says(214);
        says(215);
        for (int i = 0; i < answers; i++) {
            says(215);
        }
    }

    @Test
    @Tag("A8")
    void blockThatRepeatsTheClockAndAllElseIsNoNewReading() {
        stands(5);
        assertThat(readings())
                .extracting(reading -> reading.deviceTimeS().orElseThrow())
                .containsExactly(214L, 215L);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    @Tag("A8")
    void clockThatStandsForTenSecondsIsRefusedInWordsAndToldOnce() {
        stands(9);
        assertThat(state()).isEqualTo(new LinkState.Live());
        stillSays(10);
        assertThat(state()).isEqualTo(REFUSED);
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
        assertThat(events.stream().filter(event -> event.equals(new PumpEvent.LinkChanged(event.at(), REFUSED))))
                .hasSize(1);
    }

    private void stillSays(int answers) {
        for (int i = 0; i < answers; i++) {
            says(215);
        }
    }

    @Test
    @Tag("A8")
    void clockThatGoesOnMakesTheLinkLiveAgainByItself() {
        stands(20);
        says(236);
        assertThat(state()).isEqualTo(new LinkState.Live());
        assertThat(readings()).hasSize(3);
    }

    @Test
    @Tag("D4")
    void clockThatWasSetBackOrForwardIsNotFrozen() {
        says(214);
        says(4_000);
        says(2);
        says(3);
        assertThat(readings()).hasSize(4);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    @Tag("D4")
    void clockThatRunsSlowIsNotFrozen() {
        says(199);
        for (int second = 0; second < 60; second++) {
            says(200 + second / 5);
        }
        assertThat(readings()).as("one for each time it moved").hasSize(13);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void clockThatIsNotToldFreezesNothing() {
        for (int i = 0; i < 20; i++) {
            says(block("", "3.60"));
        }
        assertThat(readings())
                .hasSize(20)
                .allSatisfy(reading -> assertThat(reading.deviceTimeS()).isEmpty());
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void clockThatWasNeverSeenToGoIsNone() {
        stillSays(20);
        assertThat(readings()).hasSize(20);
        assertThat(state()).isEqualTo(new LinkState.Live());
    }

    @Test
    void valueThatChangesWhileTheClockStandsIsRead() {
        stands(1);
        says(block("215", "2.00"));
        assertThat(readings()).hasSize(3);
        assertThat(readings().getLast().flowRate()).contains(FlowRate.ofMlPerH("2"));
    }

    @Test
    void alarmInABlockWhoseClockStandsIsTold() {
        stands(1);
        says(block("215", "3.60") + "|215,50111,INA3,1");
        assertThat(events.stream().filter(PumpEvent.AlarmStarted.class::isInstance))
                .hasSize(1);
    }

    @Test
    @Tag("D1")
    @Tag("D2")
    void wallClockThatStepsByAnHourNeitherFreezesNorFrees() {
        stands(4);
        now = new Moment(now.utc().plus(Duration.ofHours(1)), now.monotonicNanos(), now.bootNanos());
        stillSays(5);
        assertThat(state()).isEqualTo(new LinkState.Live());
        now = new Moment(now.utc().minus(Duration.ofHours(2)), now.monotonicNanos(), now.bootNanos());
        stillSays(2);
        assertThat(state()).isEqualTo(REFUSED);
    }

    @Test
    @Tag("D5")
    void blockFromBeforeASuspendIsOldAtOnce() {
        stands(0);
        Duration asleep = Duration.ofMinutes(10);
        now = new Moment(
                now.utc().plus(asleep), now.monotonicNanos(), now.plus(asleep).bootNanos());
        answer(block("215", "3.60"), true);
        sentWithin(100);
        assertThat(state()).isEqualTo(REFUSED);
    }

    @Test
    @Tag("A10")
    void blockFromBeforeTheLineWasLostIsNoNewReading() {
        stands(0);
        link.closed(new LinkState.Unreachable("cable"), now, events::add);
        now = now.plus(Duration.ofSeconds(30));
        polling();
        says(215);
        assertThat(readings()).hasSize(2);
        assertThat(state()).isEqualTo(REFUSED);
        says(216);
        assertThat(readings()).hasSize(3);
    }

    @Test
    void pumpWhoseDataStandStillLeavesTheOthersLive() {
        for (int second = 0; second < 20; second++) {
            says(block(Integer.toString(Math.min(215, 210 + second)), "3.60")
                    + "|%1$d,50112,INSERNUM,2|%1$d,50112,INRT,1.00".formatted(210 + second));
        }
        assertThat(state()).isEqualTo(new LinkState.Live());
        assertThat(readings())
                .filteredOn(reading -> reading.pump().address().equals("50111"))
                .hasSize(6);
        assertThat(readings())
                .filteredOn(reading -> reading.pump().address().equals("50112"))
                .hasSize(20);
        assertThat(events.stream().filter(PumpEvent.Rejected.class::isInstance)).hasSize(1);
    }
}
