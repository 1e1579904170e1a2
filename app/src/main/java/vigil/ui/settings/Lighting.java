package vigil.ui.settings;

import java.time.LocalTime;
import vigil.look.Theme;

/** When the screen is dark and when it is light. */
public enum Lighting {
    DARK,
    LIGHT,
    /** Light from 07:00 to 19:00 at the bed, dark at night. */
    BY_TIME;

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime EVENING = LocalTime.of(19, 0);

    public static Lighting of(Theme theme) {
        return theme == Theme.DARK ? DARK : LIGHT;
    }

    /** The theme at a time of day at the bed. */
    public Theme at(LocalTime time) {
        return switch (this) {
            case DARK -> Theme.DARK;
            case LIGHT -> Theme.LIGHT;
            case BY_TIME -> time.isBefore(MORNING) || !time.isBefore(EVENING) ? Theme.DARK : Theme.LIGHT;
        };
    }
}
