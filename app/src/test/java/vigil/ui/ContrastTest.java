package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/**
 * Every word and every drawing on every view against what it stands on, as the stylesheets colour them: 4.5 to 1 for text,
 * 3 to 1 for large text and for graphics (WCAG 2, 1.4.3 and 1.4.11). What is painted on a canvas takes the tokens whose
 * pairs the test of the theme computes.
 */
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double LARGE_OR_GRAPHIC = 3;
    /** 18 point. */
    private static final double LARGE_PX = 24;

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    static Stream<Arguments> views() {
        return Arrays.stream(View.values())
                .flatMap(view -> Arrays.stream(Theme.values()).map(theme -> Arguments.of(view, theme)));
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyWordAndDrawingStandsOut(View view, Theme theme) {
        assertThat(Consoles.onFx(() -> {
                    ConsolePane console = Consoles.open(theme, Locale.ENGLISH, Size.NORMAL);
                    TreeSet<String> weak = new TreeSet<>();
                    Consoles.states().forEach((name, state) -> {
                        Consoles.show(console, view, state);
                        Consoles.visible(console)
                                .flatMap(ContrastTest::complaint)
                                .forEach(weak::add);
                    });
                    return weak;
                }))
                .isEmpty();
    }

    private static Stream<String> complaint(Node node) {
        return switch (node) {
            case Text text
            when !text.getText().isBlank() ->
                weak(text, text.getFill(), text.getFont().getSize() >= LARGE_PX ? LARGE_OR_GRAPHIC : TEXT);
            case SVGPath path when path.getStroke() != null -> weak(path, path.getStroke(), LARGE_OR_GRAPHIC);
            default -> Stream.empty();
        };
    }

    private static Stream<String> weak(Node node, Paint ink, double least) {
        if (!(ink instanceof Color colour) || colour.getOpacity() == 0 || isDisabled(node)) {
            return Stream.empty();
        }
        Color ground = ground(node);
        double contrast = contrast(colour, ground);
        String what = node instanceof Text text ? "'" + text.getText() + "'" : "drawing in " + node.getParent();
        return contrast >= least
                ? Stream.empty()
                : Stream.of("%s: %.1f (%s on %s)".formatted(what, contrast, colour, ground));
    }

    /** What cannot be used now need not stand out (WCAG 2, 1.4.3). */
    private static boolean isDisabled(Node node) {
        return Consoles.line(node).stream().anyMatch(Node::isDisabled);
    }

    /** The nearest opaque colour behind a node, and what is translucent before it. */
    private static Color ground(Node node) {
        List<Color> over = new ArrayList<>();
        for (Node each : Consoles.line(node)) {
            Optional<Color> fill = fill(each).or(() -> signUnder(node, each));
            if (fill.isPresent()) {
                over.addFirst(fill.get());
                if (fill.get().getOpacity() == 1) {
                    break;
                }
            }
        }
        return over.stream().reduce(Color.BLACK, ContrastTest::blended);
    }

    /** Strokes of a sign stand on the sign itself. */
    private static Optional<Color> signUnder(Node node, Node each) {
        boolean strokes = node.getStyleClass().contains("strokes") && Objects.equals(each, node.getParent());
        return strokes
                ? node.getParent().getChildrenUnmodifiable().stream()
                        .filter(it -> it.getStyleClass().contains("sign"))
                        .map(it -> (Color) ((SVGPath) it).getFill())
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Color> fill(Node node) {
        if (!(node instanceof Region region) || region.getBackground() == null) {
            return Optional.empty();
        }
        return region.getBackground().getFills().stream()
                .map(BackgroundFill::getFill)
                .filter(Color.class::isInstance)
                .map(Color.class::cast)
                .filter(it -> it.getOpacity() > 0)
                .reduce((below, above) -> above);
    }

    private static Color blended(Color below, Color above) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
