package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vigil.pump.AlarmClass;
import vigil.pump.bcc.BccAlarms.Group;

/** Section 4.2 of the neutral pump model, column B. Braun, row by row. */
class BccAlarmsTest {
    private static final Map<AlarmClass, List<String>> ROWS = rows("""
            OCCLUSION: INA3 ALARM1.10 ALARM1.11 ALARM1.20
            SYRINGE_EMPTY: INA2 ALARM1.9
            NEAR_END: INA12 PREALARM.2 PREALARM.3
            INFUSION_COMPLETE: INA7 INA8 INA16 ALARM1.13 ALARM1.14 ALARM1.19
            SYRINGE_NOT_SEATED: INA9 ALARM1.15 ALARM1.17 ALARM1.18 ALARM2.31
            BATTERY_LOW: INA11 PREALARM.4
            BATTERY_FAILED: INA1 ALARM1.2 ALARM1.5 ALARM1.6 ALARM1.7 ALARM1.8
            AIR_IN_LINE: INA15 ALARM1.28 ALARM1.29 ALARM1.30 ALARM1.31
            DOOR_OPEN: ALARM2.30
            FREE_FLOW: ALARM1.26 ALARM2.7
            STANDBY_REMINDER: INA5 ALARM1.12
            DEVICE_FAULT: ALARM1.1 ALARM1.3 ALARM1.4 ALARM1.16
            """);

    private static Map<AlarmClass, List<String>> rows(String table) {
        Map<AlarmClass, List<String>> rows = new HashMap<>();
        table.lines().forEach(line -> {
            int colon = line.indexOf(':');
            rows.put(
                    AlarmClass.valueOf(line.substring(0, colon)),
                    Arrays.asList(line.substring(colon + 2).split(" ")));
        });
        return rows;
    }

    private static AlarmClass expected(String code) {
        return ROWS.entrySet().stream()
                .filter(row -> row.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(AlarmClass.UNCLASSIFIED);
    }

    @Test
    void everyFlagAndBitHasTheClassOfItsRowAndAllOthersNone() {
        IntStream.rangeClosed(1, 16).forEach(number -> verify(Group.INA, number, "INA" + number));
        for (Group group : List.of(Group.ALARM1, Group.ALARM2, Group.PREALARM)) {
            IntStream.range(0, 32).forEach(bit -> verify(group, bit, group.name() + "." + bit));
        }
    }

    private static void verify(Group group, int number, String code) {
        assertThat(BccAlarms.of(group, number).code()).isEqualTo(code);
        assertThat(BccAlarms.of(group, number).alarmClass()).as(code).isEqualTo(expected(code));
        assertThat(BccAlarms.of(group, number).text()).isNotBlank();
    }

    @Test
    void lostMainsIsNamedAfterWhereItWasRead() {
        assertThat(BccAlarms.of(Group.POWER, BccAlarms.POWER_FLAG).code()).isEqualTo("INM8");
        assertThat(BccAlarms.of(Group.POWER, BccAlarms.POWER_BIT).code()).isEqualTo("STATUS1.1");
        assertThat(BccAlarms.of(Group.POWER, BccAlarms.POWER_BIT).alarmClass()).isEqualTo(AlarmClass.MAINS_LOST);
    }
}
