package vigil.pump.newera;

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
import vigil.pump.wire.Octets;
import vigil.pump.wire.StrictDecimal;
import vigil.pump.wire.Unchanged;

/**
 * Says what the data of an answer mean. The pump does not repeat the question, so an answer is read as one to the question
 * asked, and only if it has exactly that question's form. Holds only the values before. Not thread-safe.
 */
final class NewEraDecoder {
    private static final int MOST_DIGITS = 4;
    private static final int MOST_DECIMALS = 3;
    private static final long MOST_RATE = 9_999;
    private static final long NONE = StrictDecimal.NONE;

    private final Unchanged<Rate> rate = new Unchanged<>(mlPerH -> new Rate(new FlowRate(mlPerH)));
    private final Unchanged<Volume> infused = new Unchanged<>(Volume::new);
    private final Unchanged<Volume> withdrawn = new Unchanged<>(Volume::new);
    private Dispensed dispensed = new Dispensed(Volume.ZERO, Volume.ZERO);

    /** What these data say in answer to {@code ask}. Never throws. */
    NewEraAnswer decode(Ask ask, Octets data) {
        if (data.has("?", 0)) {
            return new Failure(data.toString());
        }
        @Nullable NewEraAnswer answer = answer(ask, data);
        return answer != null ? answer : new Unreadable(data.toString());
    }

    private @Nullable NewEraAnswer answer(Ask ask, Octets data) {
        return switch (ask) {
            case STATUS -> data.length() == 0 ? new Nothing() : null;
            case VERSION -> isVersion(data) ? new Version(data.toString()) : null;
            case RATE -> rate(data);
            case DISPENSED -> dispensed(data);
            case VOLUME -> toDispense(data);
            case DIAMETER -> number(data, 0, data.length()) == NONE ? null : new Setting(data.toString());
            case DIRECTION ->
                data.is("INF", 0, data.length()) || data.is("WDR", 0, data.length())
                        ? new Setting(data.toString())
                        : null;
            case PHASE -> whole(data) < 0 ? null : new Setting(data.toString());
            case SAFE_MODE -> whole(data) < 0 ? null : new SafeMode(whole(data));
        };
    }

    /** Begins with a letter and contains the V of the firmware version: {@code NE1000V3.928}. */
    private static boolean isVersion(Octets data) {
        int firstV = data.find('V', 0, data.length());
        return firstV > 0 && firstV < data.length() && NewEraFrame.isLetter(data.at(0));
    }

    private @Nullable NewEraAnswer rate(Octets data) {
        int unit = data.length() - 2;
        long number = unit < 1 ? NONE : number(data, 0, unit);
        long mlPerH = number == NONE ? NONE : mlPerH(number, data, unit);
        return mlPerH == NONE || StrictDecimal.isAbove(mlPerH, MOST_RATE) ? null : rate.of(mlPerH);
    }

    private static long mlPerH(long number, Octets data, int unit) {
        if (data.has("MH", unit)) {
            return number;
        }
        if (data.has("MM", unit)) {
            return StrictDecimal.times(number, 60, 0);
        }
        if (data.has("UH", unit)) {
            return StrictDecimal.times(number, 1, 3);
        }
        return data.has("UM", unit) ? StrictDecimal.times(number, 6, 2) : NONE;
    }

    private @Nullable NewEraAnswer dispensed(Octets data) {
        int length = data.length();
        int at = data.find('W', 0, length);
        if (!data.has("I", 0) || at == length) {
            return null;
        }
        long in = ml(data, 1, at);
        long out = ml(data, at + 1, length - 2);
        return in == NONE || out == NONE ? null : dispensed(infused.of(in), withdrawn.of(out));
    }

    /** The same as before when it says the same, as it does when it is asked for twice. */
    private Dispensed dispensed(Volume in, Volume out) {
        boolean same = dispensed.infused().equals(in) && dispensed.withdrawn().equals(out);
        dispensed = same ? dispensed : new Dispensed(in, out);
        return dispensed;
    }

    private static @Nullable NewEraAnswer toDispense(Octets data) {
        long ml = ml(data, 0, data.length() - 2);
        if (ml == NONE) {
            return null;
        }
        return new ToDispense(ml == 0 ? Optional.empty() : Optional.of(new Volume(StrictDecimal.value(ml))));
    }

    /** A number of the unit in which the data end. */
    private static long ml(Octets data, int from, int to) {
        int unit = data.length() - 2;
        long number = unit < 1 || to < from ? NONE : number(data, from, to);
        if (number == NONE || data.has("ML", unit)) {
            return number;
        }
        return data.has("UL", unit) ? StrictDecimal.times(number, 1, 3) : NONE;
    }

    /** At most four digits and three decimals; a point may end it, as the pump's display writes {@code 1000.}. */
    private static long number(Octets data, int from, int to) {
        int point = data.find('.', from, to);
        boolean hasPoint = point < to;
        int digits = to - from - (hasPoint ? 1 : 0);
        if (digits > MOST_DIGITS || (hasPoint && to - point - 1 > MOST_DECIMALS)) {
            return NONE;
        }
        return StrictDecimal.read(data, from, hasPoint && point == to - 1 ? point : to);
    }

    /** One to three decimal digits, or -1. */
    private static int whole(Octets data) {
        long number = data.length() > 3 || data.find('.', 0, data.length()) < data.length()
                ? NONE
                : StrictDecimal.read(data, 0, data.length());
        return number == NONE ? -1 : (int) StrictDecimal.whole(number);
    }
}
