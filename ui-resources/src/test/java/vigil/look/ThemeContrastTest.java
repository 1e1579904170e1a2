package vigil.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recomputes the table of the look page, section 1, from theme.css by the formula of WCAG 2. */
class ThemeContrastTest {
    @ParameterizedTest
    @CsvSource({
        "DARK, text, bg, 16.5",
        "DARK, text, surface, 15.1",
        "DARK, text, raised, 13.2",
        "DARK, text-2, bg, 9.5",
        "DARK, text-2, surface, 8.7",
        "DARK, text-2, raised, 7.6",
        "DARK, accent, bg, 9.5",
        "DARK, accent, surface, 8.7",
        "DARK, accent, raised, 7.6",
        "DARK, on-accent, accent, 9.5",
        "DARK, text, accent-soft, 12.5",
        "DARK, control, bg, 5.3",
        "DARK, control, surface, 4.8",
        "DARK, control, raised, 4.2",
        "DARK, control, zone-1, 3.5",
        "DARK, zone-2, surface, 3.3",
        "DARK, high, bg, 3.8",
        "DARK, high, surface, 3.5",
        "DARK, high, raised, 3.0",
        "DARK, on-high, high, 5.1",
        "DARK, high-text, bg, 7.8",
        "DARK, high-text, surface, 7.2",
        "DARK, high-text, raised, 6.3",
        "DARK, medium, bg, 13.2",
        "DARK, medium, surface, 12.1",
        "DARK, ink, medium, 13.2",
        "DARK, low, bg, 10.3",
        "DARK, low, surface, 9.5",
        "DARK, ink, low, 10.3",
        "DARK, focus, surface, 17.5",
        "LIGHT, text, bg, 15.2",
        "LIGHT, text, surface, 18.2",
        "LIGHT, text, raised, 16.5",
        "LIGHT, text-2, bg, 6.5",
        "LIGHT, text-2, surface, 7.7",
        "LIGHT, text-2, raised, 7.0",
        "LIGHT, accent, bg, 6.2",
        "LIGHT, accent, surface, 7.5",
        "LIGHT, accent, raised, 6.8",
        "LIGHT, on-accent, accent, 7.5",
        "LIGHT, text, accent-soft, 14.9",
        "LIGHT, control, bg, 4.0",
        "LIGHT, control, surface, 4.8",
        "LIGHT, control, raised, 4.3",
        "LIGHT, control, zone-1, 3.4",
        "LIGHT, zone-2, surface, 4.6",
        "LIGHT, high, bg, 5.1",
        "LIGHT, high, surface, 6.1",
        "LIGHT, on-high, high, 6.1",
        "LIGHT, high-text, bg, 6.0",
        "LIGHT, high-text, surface, 7.2",
        "LIGHT, high-text, raised, 6.5",
        "LIGHT, ink, medium, 12.6",
        "LIGHT, ink, low, 9.9",
        "LIGHT, outline, bg, 15.2",
        "LIGHT, focus, bg, 15.2"
    })
    void contrastIsThatOfTheTable(Theme theme, String ink, String ground, double atLeast) {
        Map<String, String> tokens = Look.tokens(theme);
        assertThat(contrast(token(tokens, ink), token(tokens, ground))).isGreaterThanOrEqualTo(atLeast - 0.06);
    }

    private static String token(Map<String, String> tokens, String name) {
        return Objects.requireNonNull(tokens.get(name), name);
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
