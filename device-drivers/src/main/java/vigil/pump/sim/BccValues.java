package vigil.pump.sim;

import static vigil.pump.sim.SimulatedAlarm.AIR;
import static vigil.pump.sim.SimulatedAlarm.BATTERY_EMPTY;
import static vigil.pump.sim.SimulatedAlarm.BATTERY_LOW;
import static vigil.pump.sim.SimulatedAlarm.DEVICE_FAULT;
import static vigil.pump.sim.SimulatedAlarm.END_OF_VOLUME;
import static vigil.pump.sim.SimulatedAlarm.KVO_END;
import static vigil.pump.sim.SimulatedAlarm.NEAR_END;
import static vigil.pump.sim.SimulatedAlarm.OCCLUSION;
import static vigil.pump.sim.SimulatedAlarm.STANDBY_OVER;
import static vigil.pump.sim.SimulatedAlarm.SYRINGE_EMPTY;
import static vigil.pump.sim.SimulatedAlarm.SYRINGE_OPEN;
import static vigil.pump.sim.SimulatedAlarm.TIME_OVER;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigil.pump.DeliveryStatus;
import vigil.pump.bcc.BccFrame;

/** Writes the quadruples of one pump, in the order and form of a ComDevice. Not thread-safe. */
final class BccValues {
    private static final long MOST_INFUSED_NL = 9_999_900_000L;
    private static final int MOST_SECONDS = 65_535;
    private static final int MG_PER_ML = 31;
    private static final int LONGEST_DRUG = 25;
    private static final int LONGEST_SHORT_DRUG = 8;
    private static final List<Flag> MODE_FLAGS = flags("INM", 2, 3, 6, 8, 10, 14);
    private static final List<Flag> ALARM_FLAGS = flags("INA", 1, 2, 3, 5, 7, 8, 9, 11, 12, 15, 16);

    private record Flag(String name, int number) {}

    private final StringBuilder text = new StringBuilder(2_048);
    private final boolean bitFields;
    private final Map<String, String> overridden = new LinkedHashMap<>();
    private String prefix = "";
    private String drug = "";
    private String wireDrug = "";

    BccValues(boolean bitFields) {
        this.bitFields = bitFields;
    }

    /** From now on sends {@code value} for the parameter, known or not. */
    void override(String parameter, String value) {
        overridden.put(parameter, BccFrame.wireText(value));
    }

    /** Sends what is true again. */
    void restore(String parameter) {
        overridden.remove(parameter);
    }

    void begin() {
        text.setLength(0);
    }

    String text() {
        return text.toString();
    }

    /** The quadruples that follow are of this time and address. */
    void from(long timeS, String address) {
        prefix = timeS + "," + address + ",";
    }

    BccValues quadruple(String parameter, String value) {
        named(parameter);
        text.append(value);
        return this;
    }

    /** Everything a pump says, after GNMODEL or GNNEW. */
    void pump(SimulatedPump pump) {
        value("INSERNUM", pump.serialNumber());
        decimal("INRT", pump.rateNlPerH());
        decimal("INVI", Math.min(pump.infusedNl(), MOST_INFUSED_NL));
        decimal("INVOLACT", pump.leftNl());
        decimal("INSYR", pump.syringeNl());
        long seconds = pump.secondsLeft();
        number("INRMT", seconds < 0 ? MOST_SECONDS : Math.min(seconds, MOST_SECONDS));
        drug(pump);
        number("INP2", pump.pressurePercent());
        number("INAKKU", pump.batteryMinutes());
        if (bitFields) {
            bitFields(pump);
        } else {
            flags(pump);
        }
        extra();
    }

    private void drug(SimulatedPump pump) {
        if (!pump.drug().equals(drug)) {
            drug = pump.drug();
            wireDrug = BccFrame.wireText(cut(drug, LONGEST_DRUG));
        }
        value("INSOL", drug.isEmpty() ? "_NV" : wireDrug);
        value("INSOLSN", drug.isEmpty() ? "_NV" : BccFrame.wireText(cut(drug, LONGEST_SHORT_DRUG)));
        value("INDCON", pump.concentration().mgPerMl().toPlainString());
        number("INDCONU", MG_PER_ML);
    }

    private static String cut(String name, int most) {
        return name.length() > most ? name.substring(0, most) : name;
    }

    private void flags(SimulatedPump pump) {
        for (Flag flag : MODE_FLAGS) {
            number(flag.name(), isMode(pump, flag.number()) ? 1 : 0);
        }
        for (Flag flag : ALARM_FLAGS) {
            number(flag.name(), isAlarm(pump, flag.number()) ? 1 : 0);
        }
    }

    private static List<Flag> flags(String name, int... numbers) {
        return Arrays.stream(numbers)
                .mapToObj(number -> new Flag(name + number, number))
                .toList();
    }

    private static boolean isMode(SimulatedPump pump, int number) {
        DeliveryStatus status = pump.status();
        return switch (number) {
            case 2 -> pump.isBolusActive();
            case 3 -> status.delivers() || status == DeliveryStatus.PURGING;
            case 6 -> status == DeliveryStatus.STANDBY;
            case 8 -> pump.onMains();
            case 10 -> status == DeliveryStatus.KVO;
            default -> status == DeliveryStatus.PURGING;
        };
    }

    private static boolean isAlarm(SimulatedPump pump, int number) {
        return switch (number) {
            case 1 -> pump.has(BATTERY_EMPTY) || pump.has(DEVICE_FAULT);
            case 2 -> pump.has(SYRINGE_EMPTY);
            case 3 -> pump.has(OCCLUSION);
            case 5 -> pump.has(STANDBY_OVER);
            case 7 -> pump.has(END_OF_VOLUME);
            case 8 -> pump.has(TIME_OVER);
            case 9 -> pump.has(SYRINGE_OPEN);
            case 11 -> pump.has(BATTERY_LOW);
            case 12 -> pump.has(NEAR_END);
            case 15 -> pump.has(AIR);
            default -> pump.has(KVO_END);
        };
    }

    private void bitFields(SimulatedPump pump) {
        hex(
                "ALARM1",
                bit(pump.has(BATTERY_EMPTY), 2)
                        | bit(pump.has(SYRINGE_EMPTY), 9)
                        | bit(pump.has(OCCLUSION), 10)
                        | bit(pump.has(STANDBY_OVER), 12)
                        | bit(pump.has(END_OF_VOLUME), 13)
                        | bit(pump.has(TIME_OVER), 14)
                        | bit(pump.has(DEVICE_FAULT), 16)
                        | bit(pump.has(SYRINGE_OPEN), 17)
                        | bit(pump.has(KVO_END), 19)
                        | bit(pump.has(AIR), 28));
        hex("ALARM2", 0);
        hex("PREALARM", bit(pump.has(NEAR_END), 2) | bit(pump.has(BATTERY_LOW), 4));
        DeliveryStatus status = pump.status();
        hex(
                "STATUS1",
                bit(true, 0)
                        | bit(pump.onMains(), 1)
                        | bit(status == DeliveryStatus.STANDBY, 2)
                        | bit(status == DeliveryStatus.PURGING, 4)
                        | bit(status.delivers(), 7)
                        | bit(pump.isBolusActive(), 11)
                        | bit(status == DeliveryStatus.KVO, 13)
                        | bit(pump.isSilenced(), 19));
    }

    private static int bit(boolean set, int number) {
        return set ? 1 << number : 0;
    }

    /** Overridden parameters that no pump sends of itself. */
    private void extra() {
        overridden.forEach((parameter, value) -> {
            if (text.indexOf("," + parameter + ",") < 0) {
                quadruple(parameter, value);
            }
        });
    }

    private void value(String parameter, String value) {
        quadruple(parameter, overridden.isEmpty() ? value : overridden.getOrDefault(parameter, value));
    }

    private void number(String parameter, long value) {
        if (overridden.containsKey(parameter)) {
            value(parameter, "");
        } else {
            named(parameter);
            text.append(value);
        }
    }

    /** Nanolitres as millilitres with two decimals, cut rather than rounded, as a pump counts. */
    private void decimal(String parameter, long nl) {
        if (overridden.containsKey(parameter)) {
            value(parameter, "");
            return;
        }
        named(parameter);
        long hundredths = nl / (Flow.NL_PER_ML / 100);
        text.append(hundredths / 100).append('.');
        text.append((char) ('0' + hundredths / 10 % 10)).append((char) ('0' + hundredths % 10));
    }

    private void hex(String parameter, int bits) {
        value(parameter, "0x%08Xh".formatted(bits));
    }

    private void named(String parameter) {
        if (!text.isEmpty()) {
            text.append(BccFrame.RS);
        }
        text.append(prefix).append(parameter).append(',');
    }
}
