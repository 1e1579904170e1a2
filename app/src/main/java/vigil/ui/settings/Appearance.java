package vigil.ui.settings;

import java.util.List;
import java.util.Locale;
import vigil.look.Theme;

/**
 * How the screen looks, as a person has chosen it. Immutable.
 *
 * @param locale language of the screen: German, or English (Australia)
 * @param scalePercent how large lettering is at least, compared with a screen of 1280 × 800; one of {@link #SCALES}
 */
public record Appearance(Locale locale, Lighting lighting, int scalePercent) {
    public static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);
    public static final Locale ENGLISH = Locale.of("en", "AU");
    public static final Locale GERMAN = Locale.GERMANY;

    public Appearance {
        if (!SCALES.contains(scalePercent)) {
            throw new IllegalArgumentException("scale %d is none of %s".formatted(scalePercent, SCALES));
        }
    }

    /** In that language and theme, no larger than it has to be. */
    public static Appearance of(Locale locale, Theme theme) {
        return new Appearance(locale, Lighting.of(theme), SCALES.getFirst());
    }

    public Appearance with(Lighting other) {
        return new Appearance(locale, other, scalePercent);
    }

    public boolean isGerman() {
        return locale.getLanguage().equals(GERMAN.getLanguage());
    }

    /** How many times as large as designed lettering is to be at least. */
    public double scale() {
        return scalePercent / 100.0;
    }
}
