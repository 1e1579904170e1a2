package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigil.alarm.AlarmPriority;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.Consoles.Size;
import vigil.ui.attention.Sign;
import vigil.ui.parts.Symbol;

/** Whoever sees no colours reads the same: the priority is a sign and a word, a value above its limit has a tag. */
class NotByColourAloneTest {
    private static final List<String> COLOURED = List.of("alarm-cell", "prompt-card", "log-sign");

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @Test
    void everyPriorityIsASignAndAWord() {
        TreeSet<String> found = Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL);
            TreeSet<String> bare = new TreeSet<>();
            for (View view : List.of(View.BEDSIDE, View.ALARMS)) {
                Consoles.states().forEach((name, state) -> {
                    Consoles.show(console, view, state);
                    Consoles.visible(console)
                            .filter(NotByColourAloneTest::isColoured)
                            .filter(node -> !hasSign(node) || !hasWord(node))
                            .forEach(node -> bare.add(view + ", " + name + ": " + node));
                });
            }
            return bare;
        });
        assertThat(found).isEmpty();
    }

    private static boolean isColoured(Node node) {
        return COLOURED.stream().anyMatch(node.getStyleClass()::contains)
                && priority(node).findAny().isPresent();
    }

    private static Stream<AlarmPriority> priority(Node node) {
        return Stream.of(AlarmPriority.values())
                .filter(it -> node.getStyleClass().contains(Sign.styleClass(it)));
    }

    private static boolean hasSign(Node node) {
        return Consoles.visible(node).anyMatch(it -> it.getStyleClass().contains("sign"));
    }

    /** The word stands in it or beside it in the row of a list, or is told where the sign alone stands. */
    private static boolean hasWord(Node node) {
        String words =
                texts(node.getStyleClass().contains("log-sign") ? Objects.requireNonNull(node.getParent()) : node);
        String told = words + " " + node.getAccessibleText();
        return priority(node)
                .map(it -> Words.of(Locale.ENGLISH).text("priority." + it.name()))
                .anyMatch(word -> told.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }

    private static String texts(Node node) {
        return Consoles.visible(node)
                .filter(Text.class::isInstance)
                .map(it -> ((Text) it).getText())
                .collect(Collectors.joining(" "));
    }

    @Test
    void theSignsOfThePrioritiesDifferInTheirShape() {
        List<String> shapes = Consoles.onFx(() -> Stream.of(AlarmPriority.values())
                .map(it -> Sign.of(it, 24))
                .map(NotByColourAloneTest::shape)
                .toList());
        assertThat(shapes).doesNotHaveDuplicates();
    }

    private static String shape(Symbol sign) {
        return Consoles.visible(sign)
                .filter(SVGPath.class::isInstance)
                .map(it -> ((SVGPath) it).getContent())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aDoseAboveItsLimitHasATagWithWords() {
        assertThat(Consoles.onFx(() -> {
                    ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL);
                    Consoles.show(console, View.BEDSIDE, Samples.alarming());
                    assertThat(console.lookup(".gauge.above")).isNotNull();
                    return texts(console.lookup(".above-tag"));
                }))
                .isNotBlank();
    }
}
