package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.Octets;
import vigil.pump.wire.StrictDecimal;

/** What name and value of one quadruple say. Not thread-safe. */
final class BccQuadruple {
    /** 9999.9 mL. */
    private static final long FULL_VOLUME_TENTHS = 99_999;

    private @Nullable Parameter parameter;
    private long number;
    private @Nullable String text;
    private @Nullable Remark remark;

    /** Reads the value from {@code from} to before {@code to}. */
    void read(@Nullable Parameter of, Octets octets, int from, int to) {
        parameter = of;
        number = StrictDecimal.NONE;
        text = null;
        remark = null;
        if (of != null) {
            value(of, octets, from, to);
        }
    }

    /** Whose value it is; null for a parameter that Vigil does not read. */
    @Nullable
    Parameter parameter() {
        return parameter;
    }

    /** The decimal as {@link StrictDecimal} holds it, the bits, or 1 or 0 for a flag; {@link StrictDecimal#NONE} without. */
    long number() {
        return number;
    }

    /** True when it says a decimal, and nothing is remarkable about it. */
    boolean isNumber() {
        return parameter != null && parameter.field().isNumber() && number != StrictDecimal.NONE && remark == null;
    }

    /** For a parameter that is a text; null where the pump has none to say. */
    @Nullable
    String text() {
        return text;
    }

    /** Why it is no ordinary value, if it is none. */
    @Nullable
    Remark remark() {
        return remark;
    }

    private void value(Parameter of, Octets octets, int from, int to) {
        if (from < to && octets.at(from) == '_') {
            withoutValue(of, octets.text(from, to));
            return;
        }
        switch (of.field()) {
            case GNMODEL, GNNEW, INSERNUM, INNR, INSOL, INSOLSN, INSOLID -> text = BccText.of(octets, from, to);
            case INM, INA -> take(flag(octets, from, to), octets, from, to);
            case ALARM1, ALARM2, PREALARM, STATUS1, RUNSTATE ->
                take(BccNumbers.bits(octets, from, to), octets, from, to);
            case INRT,
                    INVI,
                    INVTB,
                    VOLREMAIN,
                    INVOLACT,
                    INSYR,
                    INRMT,
                    INTIME,
                    INDCON,
                    INDCONU,
                    DORT,
                    DORTU,
                    INDORT,
                    INDORTU,
                    INP2,
                    INAKKU -> decimal(of.field(), octets, from, to);
            case GNERR, GNACK -> {
                // Answers of the ComDevice, told by the decoder
            }
        }
    }

    private void withoutValue(Parameter of, String raw) {
        Quality quality = raw.startsWith("_NV")
                ? Quality.NO_VALUE
                : raw.startsWith("_NA") ? Quality.UNAVAILABLE : Quality.UNREADABLE;
        boolean alwaysSo = quality == Quality.NO_VALUE && isNeverGiven(of);
        remark = alwaysSo ? null : new Remark(of.name(), quality, raw);
    }

    /** INA6, 10, 13 and INM4, 9 are {@code _NV} in every pump; a remark each second would say nothing. */
    private static boolean isNeverGiven(Parameter of) {
        int number = of.number();
        return switch (of.field()) {
            case INA -> number == 6 || number == 10 || number == 13;
            case INM -> number == 4 || number == 9;
            default -> false;
        };
    }

    private static long flag(Octets octets, int from, int to) {
        char value = to - from == 1 ? octets.at(from) : '?';
        return value == '0' || value == '1' ? value - '0' : StrictDecimal.NONE;
    }

    private void decimal(BccField field, Octets octets, int from, int to) {
        long value = StrictDecimal.read(octets, from, to);
        boolean above = value != StrictDecimal.NONE && StrictDecimal.isAbove(value, field.most());
        take(above ? StrictDecimal.NONE : value, octets, from, to);
        if (number != StrictDecimal.NONE && isSaturated(field, number)) {
            remark = new Remark(field.name(), Quality.SATURATED, octets.text(from, to));
        }
    }

    private void take(long value, Octets octets, int from, int to) {
        number = value;
        if (value == StrictDecimal.NONE && parameter != null) {
            remark = new Remark(parameter.name(), Quality.UNREADABLE, BccText.of(octets, from, to));
        }
    }

    private static boolean isSaturated(BccField field, long value) {
        return switch (field) {
            case INVI -> StrictDecimal.tenths(value) >= FULL_VOLUME_TENTHS;
            case INRMT, INTIME -> StrictDecimal.whole(value) >= field.most();
            default -> false;
        };
    }
}
