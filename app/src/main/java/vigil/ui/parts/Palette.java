package vigil.ui.parts;

import java.util.Map;
import javafx.scene.paint.Color;
import vigil.look.Look;
import vigil.look.Theme;

/** The tokens of one theme as colours, for what is drawn on a canvas. Immutable. */
public record Palette(
        Color text,
        Color text2,
        Color accent,
        Color surface,
        Color control,
        Color line,
        Color zone1,
        Color zone2,
        Color high) {

    public static Palette of(Theme theme) {
        Map<String, String> tokens = Look.tokens(theme);
        return new Palette(
                colour(tokens, "text"),
                colour(tokens, "text-2"),
                colour(tokens, "accent"),
                colour(tokens, "surface"),
                colour(tokens, "control"),
                colour(tokens, "line"),
                colour(tokens, "zone-1"),
                colour(tokens, "zone-2"),
                colour(tokens, "high"));
    }

    private static Color colour(Map<String, String> tokens, String name) {
        return Color.web(tokens.getOrDefault(name, "#FF00FF"));
    }
}
