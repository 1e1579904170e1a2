package vigil.ui.parts;

import java.net.URL;
import java.util.List;
import javafx.scene.text.Font;
import vigil.look.Look;

/** The bundled fonts by the family names JavaFX gives them. No font of the system is needed. */
public final class Typefaces {
    public static final String REGULAR = "IBM Plex Sans";
    public static final String MEDIUM = "IBM Plex Sans Medium";
    public static final String SEMIBOLD = "IBM Plex Sans SemiBold";

    private Typefaces() {}

    /** Makes the fonts known to the toolkit, once; before the first stylesheet names them. */
    public static void load() {
        if (Known.FONTS.isEmpty()) {
            throw new IllegalStateException("the program has no fonts");
        }
    }

    private static final class Known {
        private static final List<Font> FONTS =
                Look.fonts().stream().map(Known::known).toList();

        private static Font known(URL font) {
            Font known = Font.loadFont(font.toExternalForm(), 0);
            if (known == null) {
                throw new IllegalStateException(font + " is not a font the toolkit can read");
            }
            return known;
        }
    }

    public static Font font(String family, double size) {
        return new Font(family, size);
    }
}
