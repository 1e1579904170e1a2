package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The numbers of section 3.1 of the neutral pump model. */
class AlarmClassTest {
    @ParameterizedTest
    @CsvSource({
        "OCCLUSION,196940",
        "SYRINGE_EMPTY,196634",
        "NEAR_END,197334",
        "INFUSION_COMPLETE,197292",
        "SYRINGE_NOT_SEATED,203320",
        "BATTERY_LOW,196802",
        "BATTERY_FAILED,196800",
        "DOOR_OPEN,202828",
        "FREE_FLOW,197206",
        "STANDBY_REMINDER,202774",
        "DEVICE_FAULT,196660"
    })
    void codeIsPartitionTimes65536PlusTerm(AlarmClass alarmClass, int code) {
        assertThat(alarmClass.mdcCode()).hasValue(code);
    }

    @ParameterizedTest
    @EnumSource(names = {"AIR_IN_LINE", "MAINS_LOST", "UNCLASSIFIED"})
    void classWithoutAVerifiedCodeHasNone(AlarmClass alarmClass) {
        assertThat(alarmClass.mdcCode()).isEmpty();
    }

    @Test
    void everyClassIsInOneOfTheTwoTables() {
        assertThat(AlarmClass.values()).hasSize(11 + 3);
    }
}
