package vigil.pump.alaris;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.Volume;

/**
 * Reads the status record INF (section 3.7). A value whose unit is not the documented one is not taken: the text is kept
 * as a remark. The pressure may be below zero.
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
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(9_999);
    private static final BigDecimal MOST_VOLUME = BigDecimal.valueOf(99_999);
    private static final BigDecimal MOST_PRESSURE_MMHG = BigDecimal.valueOf(2_000);
    private static final Duration OVER_A_DAY = Duration.ofHours(24);

    private final AlarisFields fields;
    private final List<Remark> remarks = new ArrayList<>(0);

    private AlarisStatus(AlarisFields fields) {
        this.fields = fields;
    }

    /** The record, or null when the fields are too few. */
    static AlarisAnswer.@Nullable Status read(AlarisFields fields) {
        return fields.count() < FEWEST_FIELDS ? null : new AlarisStatus(fields).read();
    }

    private AlarisAnswer.Status read() {
        Optional<String> serialNumber = serialNumber();
        String mode = mode();
        Optional<FlowRate> rate = amount(RATE, 4, RATE_UNIT, MOST_RATE).map(FlowRate::new);
        Optional<Volume> infused = amount(INFUSED, 7, "ml", MOST_VOLUME).map(Volume::new);
        Optional<BigDecimal> pressure = pressure();
        Optional<Duration> timeLeft = timeLeft();
        return new AlarisAnswer.Status(serialNumber, alarmFlag(), mode, rate, infused, pressure, timeLeft, remarks);
    }

    private Optional<String> serialNumber() {
        if (fields.isBlank(1)) {
            remark(SERIAL, Quality.NO_VALUE, 1);
            return Optional.empty();
        }
        return Optional.of(fields.serialNumber(1));
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

    private Optional<BigDecimal> amount(String name, int field, String unit, BigDecimal most) {
        if (fields.isBlank(field)) {
            remark(name, Quality.NO_VALUE, field);
            return Optional.empty();
        }
        @Nullable BigDecimal amount = fields.decimal(field);
        if (amount == null || amount.compareTo(most) > 0 || !fields.is(field + 1, unit)) {
            String raw = fields.raw(field) + " " + fields.raw(field + 1);
            remarks.add(new Remark(name, Quality.UNREADABLE, raw));
            return Optional.empty();
        }
        return Optional.of(amount);
    }

    private Optional<BigDecimal> pressure() {
        if (!fields.isNegative(9)) {
            return amount(PRESSURE, 9, "mmHg", MOST_PRESSURE_MMHG);
        }
        @Nullable BigDecimal below = fields.negated(9);
        if (below == null || below.compareTo(MOST_PRESSURE_MMHG.negate()) < 0 || !fields.is(10, "mmHg")) {
            remarks.add(new Remark(PRESSURE, Quality.UNREADABLE, fields.raw(9) + " " + fields.raw(10)));
            return Optional.empty();
        }
        return Optional.of(below);
    }

    private Optional<Duration> timeLeft() {
        if (fields.is(11, "24+")) {
            remark(TIME_LEFT, Quality.SATURATED, 11);
            return Optional.of(OVER_A_DAY);
        }
        if (fields.isBlank(11)) {
            remark(TIME_LEFT, Quality.NO_VALUE, 11);
            return Optional.empty();
        }
        Optional<Duration> time = clock();
        if (time.isEmpty()) {
            remark(TIME_LEFT, Quality.UNREADABLE, 11);
        }
        return time;
    }

    private Optional<Duration> clock() {
        if (!fields.isClock(11)) {
            return Optional.empty();
        }
        int hours = fields.twoDigits(11, 0);
        int minutes = fields.twoDigits(11, 3);
        int seconds = fields.twoDigits(11, 6);
        boolean valid = hours >= 0 && minutes >= 0 && minutes < 60 && seconds >= 0 && seconds < 60;
        return valid ? Optional.of(Duration.ofSeconds(hours * 3_600L + minutes * 60L + seconds)) : Optional.empty();
    }

    private void remark(String name, Quality quality, int field) {
        remarks.add(new Remark(name, quality, fields.raw(field)));
    }

    /** True when the pump says it is on hold: the mode HLD, which was only ever seen with a rate of 0.00. */
    static boolean isOnHold(AlarisAnswer.Status status) {
        return status.mode().equals(HOLD)
                && status.flowRate().filter(FlowRate::isZero).isPresent();
    }
}
