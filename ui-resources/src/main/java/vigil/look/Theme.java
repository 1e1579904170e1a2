package vigil.look;

/** Dark for the night, light for the day. */
public enum Theme {
    DARK,
    LIGHT;

    /** The style class the root carries in the light theme; the dark theme is the root itself. */
    public static final String LIGHT_CLASS = "light";

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
