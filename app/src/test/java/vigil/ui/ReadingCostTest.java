package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/** What a reading makes the screen do: no more than can be seen of it. */
class ReadingCostTest {
    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private static ConsolePane atTheBedside() {
        ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL);
        Consoles.show(console, View.BEDSIDE, Samples.calm());
        return console;
    }

    private static Samples.Builder later(int seconds) {
        Samples.Builder builder = new Samples.Builder();
        builder.now = Samples.NOW.plusSeconds(seconds);
        return builder;
    }

    @Test
    void aReadingIsLaidOutWhereItStandsAndNowhereElse() {
        List<String> laidOut = Consoles.onFx(() -> {
            ConsolePane console = atTheBedside();
            Samples.Builder next = later(1);
            next.dose = Samples.dose("6.4", "1.6", false);
            console.show(next.build());
            return Consoles.visible(console)
                    .filter(node -> node instanceof Parent parent && parent.isNeedsLayout())
                    .flatMap(node -> Stream.ofNullable(node.getId()))
                    .toList();
        });
        assertThat(laidOut).contains("dose-gauge", "value-strip", "patient").doesNotContain("trend", "alarm-region");
        assertThat(Consoles.onFx(ReadingCostTest::outerPartsThatAskForLayout)).isEmpty();
    }

    /** What stands around the parts that keep their size. */
    private static List<Node> outerPartsThatAskForLayout() {
        ConsolePane console = atTheBedside();
        console.show(later(1).build());
        return Stream.of("#dose-gauge", "#value-strip", "#patient", "#phase")
                .map(console::lookup)
                .flatMap(part -> Consoles.line(part.getParent()).stream())
                .distinct()
                .filter(node -> node instanceof Parent parent && parent.isNeedsLayout())
                .toList();
    }

    @Test
    void whatPassesOverTheWireIsListedOnlyWhileSomebodyLooks() {
        List<Integer> rows = Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL);
            Consoles.show(console, View.LINE, Samples.calm());
            Consoles.show(console, View.BEDSIDE, Samples.calm());
            ListView<?> list = (ListView<?>) console.lookup("#wire-list");
            console.show(WireSamples.sight(200));
            int meanwhile = list.getItems().size();
            console.select(View.LINE);
            return List.of(meanwhile, list.getItems().size());
        });
        assertThat(rows).containsExactly(300, 200);
    }

    @Test
    void aValueIsDrawnInTheTrendOnceItHasAPixelOfItsOwn() {
        assertThat(trendChanges(1, next -> next.dose = Samples.dose("14", "3.5", false)))
                .isFalse();
        assertThat(trendChanges(5, next -> next.dose = Samples.dose("14", "3.5", false)))
                .isTrue();
    }

    @Test
    void thatThereIsNoValueIsDrawnInTheTrendAtOnce() {
        assertThat(trendChanges(1, next -> next.dose = Samples.stale().dose())).isTrue();
    }

    private static boolean trendChanges(int seconds, Consumer<Samples.Builder> change) {
        return Consoles.onFx(() -> {
            ConsolePane console = atTheBedside();
            WritableImage before = console.lookup("#trend").snapshot(null, null);
            Samples.Builder next = later(seconds);
            change.accept(next);
            Consoles.show(console, View.BEDSIDE, next.build());
            return !same(before, console.lookup("#trend").snapshot(null, null));
        });
    }

    private static boolean same(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (a.getArgb(x, y) != b.getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
