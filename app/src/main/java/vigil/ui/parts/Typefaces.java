package vigil.ui.parts;

import java.net.URL;
import javafx.scene.text.Font;
import vigil.look.Look;

/** The bundled fonts by the family names JavaFX gives them. No font of the system is needed. */
public final class Typefaces {
    public static final String REGULAR = "IBM Plex Sans";
    public static final String MEDIUM = "IBM Plex Sans Medium";
    public static final String SEMIBOLD = "IBM Plex Sans SemiBold";

    private Typefaces() {}

    /** Makes the fonts known to the toolkit; before the first stylesheet names them. */
    public static void load() {
        for (URL font : Look.fonts()) {
            if (Font.loadFont(font.toExternalForm(), 0) == null) {
                throw new IllegalStateException(font + " is not a font the toolkit can read");
            }
        }
    }

    public static Font font(String family, double size) {
        return new Font(family, size);
    }
}
