package vigil.pump.alaris;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;
import vigil.pump.wire.StrictDecimal;
import vigil.pump.wire.Unchanged;

/**
 * Reads the status record INF (section 3.7). A value whose unit is not the documented one is not taken: the text is kept
 * as a remark. The pressure may be below zero. Not thread-safe.
 */
final class AlarisStatus {
    static final String RATE_UNIT = "ml/h";

    private static final String SERIAL = "INF serial number";
    private static final String RATE = "INF rate";
    private static final String INFUSED = "INF volume infused";
    private static final String PRESSURE = "INF pressure";
    private static final String TIME_LEFT = "INF time left";
    private static final String MODE = "INF mode";
    private static final String SET = "SET";
    private static final String HOLD = "HLD";
    private static final int FEWEST_FIELDS = 14;
    private static final long MOST_RATE = 9_999;
    private static final long MOST_VOLUME = 99_999;
    private static final long MOST_PRESSURE_MMHG = 2_000;
    private static final Duration OVER_A_DAY = Duration.ofHours(24);

    private final AlarisFields fields;
    private final Unchanged<FlowRate> rate = new Unchanged<>(FlowRate::new);
    private final Unchanged<Volume> infused = new Unchanged<>(Volume::new);
    private final Unchanged<BigDecimal> pressure = new Unchanged<>(mmHg -> mmHg);
    private final List<Remark> remarks = new ArrayList<>(0);

    AlarisStatus(AlarisFields fields) {
        this.fields = fields;
    }

    /** The record, or null when the fields are too few. */
    AlarisAnswer.@Nullable Status read() {
        if (fields.count() < FEWEST_FIELDS) {
            return null;
        }
        remarks.clear();
        @Nullable String serialNumber = serialNumber();
        String mode = mode();
        long mlPerH = amount(RATE, 4, RATE_UNIT, MOST_RATE);
        @Nullable FlowRate flowRate = mlPerH == StrictDecimal.NONE ? null : rate.of(mlPerH);
        long ml = amount(INFUSED, 7, "ml", MOST_VOLUME);
        @Nullable Volume volumeInfused = ml == StrictDecimal.NONE ? null : infused.of(ml);
        return new AlarisAnswer.Status(
                serialNumber, alarmFlag(), mode, flowRate, volumeInfused, pressure(), timeLeft(), remarks);
    }

    private @Nullable String serialNumber() {
        if (fields.isBlank(1)) {
            remark(SERIAL, Quality.NO_VALUE, 1);
            return null;
        }
        return fields.serialNumber(1);
    }

    private String alarmFlag() {
        return fields.is(2, "-") ? "-" : fields.is(2, "A") ? "A" : fields.text(2);
    }

    private String mode() {
        if (fields.is(3, SET)) {
            return SET;
        }
        if (fields.is(3, HOLD)) {
            return HOLD;
        }
        remark(MODE, Quality.UNREADABLE, 3);
        return fields.text(3);
    }

    private long amount(String name, int field, String unit, long most) {
        if (fields.isBlank(field)) {
            remark(name, Quality.NO_VALUE, field);
            return StrictDecimal.NONE;
        }
        long amount = fields.decimal(field);
        if (amount == StrictDecimal.NONE || StrictDecimal.isAbove(amount, most) || !fields.is(field + 1, unit)) {
            String raw = fields.raw(field) + " " + fields.raw(field + 1);
            remarks.add(new Remark(name, Quality.UNREADABLE, raw));
            return StrictDecimal.NONE;
        }
        return amount;
    }

    private @Nullable BigDecimal pressure() {
        if (!fields.isNegative(9)) {
            long mmHg = amount(PRESSURE, 9, "mmHg", MOST_PRESSURE_MMHG);
            return mmHg == StrictDecimal.NONE ? null : pressure.of(mmHg);
        }
        long below = fields.afterSign(9);
        if (below == StrictDecimal.NONE || StrictDecimal.isAbove(below, MOST_PRESSURE_MMHG) || !fields.is(10, "mmHg")) {
            remarks.add(new Remark(PRESSURE, Quality.UNREADABLE, fields.raw(9) + " " + fields.raw(10)));
            return null;
        }
        return StrictDecimal.value(below).negate();
    }

    private @Nullable Duration timeLeft() {
        if (fields.is(11, "24+")) {
            remark(TIME_LEFT, Quality.SATURATED, 11);
            return OVER_A_DAY;
        }
        if (fields.isBlank(11)) {
            remark(TIME_LEFT, Quality.NO_VALUE, 11);
            return null;
        }
        @Nullable Duration time = clock();
        if (time == null) {
            remark(TIME_LEFT, Quality.UNREADABLE, 11);
        }
        return time;
    }

    private @Nullable Duration clock() {
        if (!fields.isClock(11)) {
            return null;
        }
        int hours = fields.twoDigits(11, 0);
        int minutes = fields.twoDigits(11, 3);
        int seconds = fields.twoDigits(11, 6);
        boolean valid = hours >= 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
        return valid ? Duration.ofSeconds(hours * 3_600L + minutes * 60L + seconds) : null;
    }

    private void remark(String name, Quality quality, int field) {
        remarks.add(new Remark(name, quality, fields.raw(field)));
    }

    /** True when the pump says it is on hold: the mode HLD, which was only ever seen with a rate of 0.00. */
    static boolean isOnHold(AlarisAnswer.Status status) {
        return status.mode().equals(HOLD)
                && status.flowRate() != null
                && status.flowRate().isZero();
    }
}
