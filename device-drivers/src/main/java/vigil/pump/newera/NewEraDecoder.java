package vigil.pump.newera;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.pump.newera.NewEraAnswer.Dispensed;
import vigil.pump.newera.NewEraAnswer.Failure;
import vigil.pump.newera.NewEraAnswer.Nothing;
import vigil.pump.newera.NewEraAnswer.Rate;
import vigil.pump.newera.NewEraAnswer.SafeMode;
import vigil.pump.newera.NewEraAnswer.Setting;
import vigil.pump.newera.NewEraAnswer.ToDispense;
import vigil.pump.newera.NewEraAnswer.Unreadable;
import vigil.pump.newera.NewEraAnswer.Version;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.StrictDecimal;

/**
 * Says what the data of an answer mean. The pump does not repeat the question, so an answer is read as one to the question
 * asked, and only if it has exactly that question's form. Stateless.
 */
final class NewEraDecoder {
    private static final int MOST_DIGITS = 4;
    private static final int MOST_DECIMALS = 3;
    private static final BigDecimal MOST_RATE = BigDecimal.valueOf(9_999);

    private NewEraDecoder() {}

    /** What these data say in answer to {@code ask}. Never throws. */
    static NewEraAnswer decode(Ask ask, String data) {
        if (data.startsWith("?")) {
            return new Failure(data);
        }
        @Nullable NewEraAnswer answer = answer(ask, data);
        return answer != null ? answer : new Unreadable(data);
    }

    private static @Nullable NewEraAnswer answer(Ask ask, String data) {
        return switch (ask) {
            case STATUS -> data.isEmpty() ? new Nothing() : null;
            case VERSION -> isVersion(data) ? new Version(data) : null;
            case RATE -> rate(data);
            case DISPENSED -> dispensed(data);
            case VOLUME -> toDispense(data);
            case DIAMETER -> number(data, 0, data.length()) == null ? null : new Setting(data);
            case DIRECTION -> data.equals("INF") || data.equals("WDR") ? new Setting(data) : null;
            case PHASE -> whole(data) < 0 ? null : new Setting(data);
            case SAFE_MODE -> whole(data) < 0 ? null : new SafeMode(whole(data));
        };
    }

    /** Begins with a letter and contains the V of the firmware version: {@code NE1000V3.928}. */
    private static boolean isVersion(String data) {
        return !data.isEmpty() && NewEraFrame.isLetter(data.charAt(0)) && data.indexOf('V') > 0;
    }

    private static @Nullable NewEraAnswer rate(String data) {
        int unit = data.length() - 2;
        @Nullable BigDecimal factor = unit < 1 ? null : toMlPerH(data.substring(unit));
        @Nullable BigDecimal number = factor == null ? null : number(data, 0, unit);
        if (factor == null || number == null) {
            return null;
        }
        BigDecimal mlPerH = number.multiply(factor);
        return mlPerH.compareTo(MOST_RATE) > 0 ? null : new Rate(new FlowRate(mlPerH));
    }

    private static @Nullable BigDecimal toMlPerH(String unit) {
        return switch (unit) {
            case "MH" -> BigDecimal.ONE;
            case "MM" -> BigDecimal.valueOf(60);
            case "UH" -> BigDecimal.valueOf(1, 3);
            case "UM" -> BigDecimal.valueOf(6, 2);
            default -> null;
        };
    }

    private static @Nullable BigDecimal toMl(String data) {
        return data.endsWith("ML") ? BigDecimal.ONE : data.endsWith("UL") ? BigDecimal.valueOf(1, 3) : null;
    }

    private static @Nullable NewEraAnswer dispensed(String data) {
        int withdrawn = data.indexOf('W');
        @Nullable BigDecimal factor = toMl(data);
        if (factor == null || !data.startsWith("I") || withdrawn < 0) {
            return null;
        }
        @Nullable BigDecimal in = number(data, 1, withdrawn);
        @Nullable BigDecimal out = number(data, withdrawn + 1, data.length() - 2);
        return in == null || out == null
                ? null
                : new Dispensed(new Volume(in.multiply(factor)), new Volume(out.multiply(factor)));
    }

    private static @Nullable NewEraAnswer toDispense(String data) {
        @Nullable BigDecimal factor = toMl(data);
        @Nullable BigDecimal number = factor == null ? null : number(data, 0, data.length() - 2);
        if (factor == null || number == null) {
            return null;
        }
        return new ToDispense(
                number.signum() == 0 ? Optional.empty() : Optional.of(new Volume(number.multiply(factor))));
    }

    /** At most four digits and three decimals; a point may end it, as the pump's display writes {@code 1000.}. */
    private static @Nullable BigDecimal number(String data, int from, int to) {
        int point = data.indexOf('.', from);
        boolean hasPoint = point >= 0 && point < to;
        int digits = to - from - (hasPoint ? 1 : 0);
        if (digits > MOST_DIGITS || (hasPoint && to - point - 1 > MOST_DECIMALS)) {
            return null;
        }
        return StrictDecimal.of(data, from, hasPoint && point == to - 1 ? point : to);
    }

    /** One to three decimal digits, or -1. */
    private static int whole(String data) {
        boolean digits = !data.isEmpty() && data.length() <= 3 && data.chars().allMatch(NewEraFrame::isDigit);
        return digits ? Integer.parseInt(data) : -1;
    }
}
