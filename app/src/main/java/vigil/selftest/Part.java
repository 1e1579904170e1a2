package vigil.selftest;

import java.util.Locale;

/** What is looked at, in the order in which it is told. */
public enum Part {
    DISPLAY,
    SOUND,
    DISK,
    PRINTER,
    SERIAL_PERMISSION,
    CLOCK;

    /** As it stands at the beginning of its line, for example {@code serial permission}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
