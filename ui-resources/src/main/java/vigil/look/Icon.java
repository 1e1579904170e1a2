package vigil.look;

/** Vigil's own drawings as SVG paths in a box of 24 by 24, stroked 2 px with round ends, never without a word beside them. */
public enum Icon {
    BED(
            "M3 6 V18 M3 15 H21 V18 M21 15 V12 C21 10.5 20 10 18.5 10 H10 V15 M7.5 10.5 A1.6 1.6 0 1 1 4.3 10.5 A1.6 1.6 0 1 1 7.5 10.5"),
    BELL("M6 17 V11 C6 7.5 8.5 5 12 5 C15.5 5 18 7.5 18 11 V17 L19.5 18.5 H4.5 Z M12 5 V3.5 M10.3 21 H13.7"),
    BELL_PAUSED("M7 9 L6.4 11 M6 14 V17 L4.5 18.5 H8 M11 18.5 H14 M8.5 6.5 C9.5 5.5 10.7 5 12 5 C13 5 14 5.2 14.8 5.7"
            + " M17 8 C17.7 9 18 10 18 11 M18 13.5 V15.5 M10.3 21 H13.7 M3.5 20.5 L20.5 3.5"),
    /** Crossed out and whole: nothing can be heard. */
    BELL_OFF("M6 17 V11 C6 7.5 8.5 5 12 5 C15.5 5 18 7.5 18 11 V17 L19.5 18.5 H4.5 Z M12 5 V3.5 M10.3 21 H13.7"
            + " M3.5 20.5 L20.5 3.5"),
    LINK("M9.5 14.5 L14.5 9.5 M8 11.5 L5.8 13.7 A3.2 3.2 0 0 0 10.3 18.2 L12.5 16 M16 12.5 L18.2 10.3"
            + " A3.2 3.2 0 0 0 13.7 5.8 L11.5 8"),
    LINK_BROKEN(
            "M8 11.5 L5.8 13.7 A3.2 3.2 0 0 0 10.3 18.2 L12.5 16 M16 12.5 L18.2 10.3 A3.2 3.2 0 0 0 13.7 5.8 L11.5 8"
                    + " M5 5 L8 8 M16 16 L19 19"),
    /** Priority sign: a filled triangle; the strokes on it tell the priority. */
    TRIANGLE(
            "M12 1.5 C12.9 1.5 13.5 2 14 2.8 L23.2 19.4 C24 21 23.2 22.5 21.4 22.5 H2.6 C0.8 22.5 0 21 0.8 19.4 L10 2.8 C10.5"
                    + " 2 11.1 1.5 12 1.5 Z"),
    THREE_STROKES("M8.2 13 V15.6 M8.2 19.2 V19.3 M12 10.5 V15.6 M12 19.2 V19.3 M15.8 13 V15.6 M15.8 19.2 V19.3"),
    TWO_STROKES("M9.8 11.5 V15.6 M9.8 19.2 V19.3 M14.2 11.5 V15.6 M14.2 19.2 V19.3"),
    ONE_STROKE("M12 9 V15.6 M12 19.2 V19.3"),
    /** Sign of information: a circle with an i. */
    CIRCLE("M12 2 A10 10 0 1 1 11.99 2 Z"),
    LETTER_I("M12 7 V7.1 M12 11 V17"),
    DOT("M12 8 A4 4 0 1 1 11.99 8 Z"),
    PAUSE("M9 6 V18 M15 6 V18"),
    CLIPBOARD("M6.5 5 H17.5 V20.5 H6.5 Z M9.5 3.5 H14.5 V6.5 H9.5 Z M9.5 11 H14.5 M9.5 15 H14.5"),
    PLUG(
            "M9 3.5 V8 M15 3.5 V8 M6.5 8 H17.5 V11.5 C17.5 14.5 15 16.5 12 16.5 C9 16.5 6.5 14.5 6.5 11.5 Z M12 16.5 V20.5"),
    BACKSPACE("M9 6 H20 V18 H9 L3.5 12 Z M12 9.5 L17 14.5 M17 9.5 L12 14.5"),
    PENCIL("M4.5 19.5 L5.5 15.5 L16 5 L19 8 L8.5 18.5 Z M14 7 L17 10"),
    CHECK("M5 12.5 L10 17.5 L19.5 7"),
    /** A list with bullets: the alarm log. */
    LOG("M4 6 H4.1 M4 12 H4.1 M4 18 H4.1 M8 6 H20 M8 12 H20 M8 18 H20"),
    /** A clock that runs backwards: history. */
    HISTORY("M4.5 8 A8.5 8.5 0 1 1 3.5 12.5 M4 4 V8.5 H8.5 M12 7.5 V12.5 L15.5 14.5"),
    /** Two arrows between two people: handover. */
    HANDOVER("M4 8.5 H19 M15 4.5 L19.5 8.5 L15 12.5 M20 16.5 H5 M9 12.5 L4.5 16.5 L9 20.5"),
    PLAY("M8 5 L19 12 L8 19 Z"),
    FACE(
            "M12 3 A9 9 0 1 1 11.99 3 Z M8.8 9.5 V9.6 M15.2 9.5 V9.6 M8.3 16.3 C9.2 14.9 10.5 14.2 12 14.2 C13.5 14.2 14.8 14.9 15.7 16.3"),
    SYRINGE("M3.5 9 H14 V15 H3.5 Z M7 9 V11.5 M10.5 9 V11.5 M14 12 H17.5 M17.5 8.5 V15.5 M17.5 12 H21 M21 10 V14"),
    /** Not met, not done. */
    RING("M12 6 A6 6 0 1 1 11.99 6 Z"),
    STOPWATCH("M12 6 A7.5 7.5 0 1 1 11.99 6 Z M12 9.5 V13.5 L14.5 15 M9.5 3 H14.5 M12 3 V6"),
    /** Hollow triangle of the ordered rate. */
    ORDERED("M12 4 L20 19 H4 Z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The outline in SVG path notation. */
    public String path() {
        return path;
    }
}
