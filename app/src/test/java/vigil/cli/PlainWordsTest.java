package vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.cli.PumpSayings.AT;
import static vigil.cli.PumpSayings.OCCLUSION;
import static vigil.cli.PumpSayings.PUMP;

import org.junit.jupiter.api.Test;
import vigil.pump.LinkState;
import vigil.pump.PumpEvent;

class PlainWordsTest {
    private static final String TIME = "2026-03-01T22:00:00.500Z  ";

    @Test
    void anOrdinaryReadingSaysNothing() {
        assertThat(PlainWords.of(new PumpEvent.Reading(PumpSayings.reading(PUMP))))
                .isEmpty();
    }

    @Test
    void alarmsAreToldWhenTheyStartAndWhenTheyEnd() {
        assertThat(PlainWords.of(new PumpEvent.AlarmStarted(AT, PUMP, OCCLUSION)))
                .containsExactly(TIME + "Perfusor Space says: Pressure \"alarm\" (INA3)");
        assertThat(PlainWords.of(new PumpEvent.AlarmEnded(AT, PUMP, OCCLUSION)))
                .containsExactly(TIME + "Perfusor Space no longer says: Pressure \"alarm\" (INA3)");
    }

    @Test
    void theLinkIsToldWithItsReasonWhereThereIsOne() {
        assertThat(PlainWords.of(new PumpEvent.LinkChanged(AT, new LinkState.Live())))
                .containsExactly(TIME + "link live");
        assertThat(PlainWords.of(new PumpEvent.LinkChanged(AT, new LinkState.Silent())))
                .containsExactly(TIME
                        + "link silent: the port is open but nothing arrives; check the cable and that the pump is on");
    }

    @Test
    void aPumpPutInAndTakenOutIsToldWithItsSlot() {
        assertThat(PlainWords.of(new PumpEvent.SlotChanged(AT, PUMP, true)))
                .containsExactly(TIME + "slot 50111: pump plugged in");
        assertThat(PlainWords.of(new PumpEvent.SlotChanged(AT, PUMP, false)))
                .containsExactly(TIME + "slot 50111: pump taken out");
    }

    @Test
    void rejectedBytesAreCounted() {
        assertThat(PlainWords.of(new PumpEvent.Rejected(AT, "checksum", "01ff", 2)))
                .containsExactly(TIME + "rejected 2 bytes: checksum");
    }
}
