package vigil.ui.attention;

import java.util.Locale;
import vigil.alarm.AlarmPriority;
import vigil.look.Icon;
import vigil.ui.parts.Symbol;

/** The sign of a priority: a triangle with three, two or one strokes; a circle for information (look page, section 3). */
public final class Sign {
    private Sign() {}

    public static Symbol of(AlarmPriority priority, double size) {
        return switch (priority) {
            case HIGH -> Symbol.sign(Icon.TRIANGLE, Icon.THREE_STROKES, size);
            case MEDIUM -> Symbol.sign(Icon.TRIANGLE, Icon.TWO_STROKES, size);
            case LOW -> Symbol.sign(Icon.TRIANGLE, Icon.ONE_STROKE, size);
            case INFORMATION -> Symbol.sign(Icon.CIRCLE, Icon.LETTER_I, size);
        };
    }

    /** Style class of a priority: {@code high}, {@code medium}, {@code low}, {@code information}. */
    public static String styleClass(AlarmPriority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
