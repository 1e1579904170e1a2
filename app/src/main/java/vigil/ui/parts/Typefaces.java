package vigil.ui.parts;

import java.net.URL;
import javafx.scene.text.Font;
import vigil.look.Look;

/** The bundled fonts by the family names JavaFX gives them. No font of the system is needed. */
public final class Typefaces {
    public static final String REGULAR = "IBM Plex Sans";
    public static final String MEDIUM = "IBM Plex Sans Medium";
    public static final String SEMIBOLD = "IBM Plex Sans SemiBold";

    private static boolean loaded;

    private Typefaces() {}

    /** Makes the fonts known to the toolkit, once; before the first stylesheet names them. On the JavaFX thread. */
    public static void load() {
        if (loaded) {
            return;
        }
        for (URL font : Look.fonts()) {
            if (Font.loadFont(font.toExternalForm(), 0) == null) {
                throw new IllegalStateException(font + " is not a font the toolkit can read");
            }
        }
        loaded = true;
    }

    public static Font font(String family, double size) {
        return new Font(family, size);
    }
}
