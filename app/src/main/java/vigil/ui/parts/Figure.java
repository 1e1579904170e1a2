package vigil.ui.parts;

/** A labelled value ready to show, for example {@code Flow}, {@code 1.75}, {@code mL/h}. */
public record Figure(String label, String value, String unit) {
    public Figure(String label, String value) {
        this(label, value, "");
    }

    /** As a screen reader says it. */
    public String spoken() {
        return (label + " " + value + " " + unit).strip();
    }
}
