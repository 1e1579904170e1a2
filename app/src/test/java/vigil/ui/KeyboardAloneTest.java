package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/** Every view by the Tab key alone: nothing is left out, nothing holds the focus, and it goes as one reads. */
class KeyboardAloneTest {
    private static final int MOST_STOPS = 400;
    /** The keys of the two keypads type digits, as the keyboard does; Page Up turns back in the set-up. */
    private static final Set<String> HAVE_A_KEY = Set.of("keypad-key", "setup-back");

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    static List<Size> sizes() {
        return List.of(Size.NORMAL, Size.SMALL);
    }

    private static Snapshot state(View view) {
        return switch (view) {
            case AFTER -> FlowSamples.after(Duration.ofMinutes(243)).snapshot();
            case BEDSIDE -> Samples.alarming();
            default -> Samples.calm();
        };
    }

    /** Goes through all views of one console; opening another for each would cost more than all else. */
    private static void onEveryView(Size size, BiConsumer<View, ConsolePane> check) {
        Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, size);
            for (View view : View.values()) {
                Consoles.show(console, view, state(view));
                check.accept(view, console);
            }
            return console;
        });
    }

    private record Walk(List<Node> stops, boolean comesRound) {}

    /** Presses Tab until the focus is where it was before. */
    private static Walk walk(ConsolePane console, boolean backwards) {
        Set<Node> stops = new LinkedHashSet<>();
        // A view may begin beside its controls, where no key presses anything by mistake.
        Node owner = next(console, backwards);
        while (stops.size() < MOST_STOPS && stops.add(owner)) {
            owner = next(console, backwards);
        }
        return new Walk(List.copyOf(stops), owner.equals(stops.iterator().next()));
    }

    private static Node next(ConsolePane console, boolean backwards) {
        Event.fireEvent(
                Objects.requireNonNull(console.getScene().getFocusOwner()),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.TAB, backwards, false, false, false));
        return Objects.requireNonNull(console.getScene().getFocusOwner());
    }

    private static Set<String> names(Stream<Node> nodes) {
        TreeSet<String> names = new TreeSet<>();
        nodes.map(KeyboardAloneTest::name).forEach(names::add);
        return names;
    }

    private static String name(Node node) {
        return Optional.ofNullable(node.getId()).orElse(node.toString());
    }

    /** A group of toggles is one stop, the chosen one. */
    private static Stream<Node> controls(ConsolePane console) {
        return Consoles.visible(console)
                .filter(Node::isFocusTraversable)
                .filter(node -> !node.isDisabled())
                .filter(node -> !(node instanceof ToggleButton toggle)
                        || toggle.getToggleGroup() == null
                        || toggle.isSelected());
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void tabComesToEveryControlAsOneReadsAndRoundAgainBothWays(Size size) {
        onEveryView(size, (view, console) -> {
            Set<String> all = names(controls(console));
            for (boolean backwards : new boolean[] {false, true}) {
                Walk walk = walk(console, backwards);
                assertThat(walk.comesRound())
                        .as("%s comes round, backwards %s", view, backwards)
                        .isTrue();
                assertThat(names(walk.stops().stream())).as(view.name()).containsAll(all);
                if (!backwards) {
                    assertThat(against(console, walk)).as(view.name()).isEmpty();
                }
            }
        });
    }

    private static List<String> against(ConsolePane console, Walk walk) {
        List<Node> stops = new ArrayList<>(walk.stops());
        Node first = controls(console).filter(stops::contains).findFirst().orElseThrow();
        Collections.rotate(stops, -stops.indexOf(first));
        return IntStream.range(1, stops.size())
                .filter(i -> isAgainst(stops.get(i - 1), stops.get(i)))
                .mapToObj(i -> name(stops.get(i - 1)) + " before " + name(stops.get(i)))
                .toList();
    }

    /** Two neighbours in one row or column, of which the later one stands before the other. */
    private static boolean isAgainst(Node one, Node next) {
        if (!Objects.equals(one.getParent(), next.getParent())) {
            return false;
        }
        Bounds a = one.localToScene(one.getLayoutBounds());
        Bounds b = next.localToScene(next.getLayoutBounds());
        boolean above = b.getMaxY() <= a.getMinY() + 1;
        boolean sameRow = b.getMinY() < a.getMaxY() && a.getMinY() < b.getMaxY();
        return above || (sameRow && b.getMaxX() <= a.getMinX() + 1);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void whatCanBePressedCanBeReached(Size size) {
        onEveryView(
                size,
                (view, console) -> assertThat(names(Consoles.visible(console)
                                .filter(KeyboardAloneTest::canBePressed)
                                .filter(node -> !node.isDisabled())
                                .filter(node -> Consoles.line(node).stream().noneMatch(Node::isFocusTraversable))
                                .filter(node -> !hasAKey(node) && !holdsAControl(node))))
                        .as(view.name())
                        .isEmpty());
    }

    private static boolean canBePressed(Node node) {
        return node instanceof ButtonBase || node.getOnMousePressed() != null || node.getOnMouseClicked() != null;
    }

    /** The page of a list takes a press for the list, which has the focus for its keys. */
    private static boolean hasAKey(Node node) {
        boolean ofAList = node.getStyleClass().contains("viewport");
        return ofAList
                || HAVE_A_KEY.contains(name(node))
                || node.getStyleClass().stream().anyMatch(HAVE_A_KEY::contains);
    }

    /** A press beside a field goes to the field. */
    private static boolean holdsAControl(Node node) {
        return Consoles.visible(node).anyMatch(Node::isFocusTraversable);
    }
}
