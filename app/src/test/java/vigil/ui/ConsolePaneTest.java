package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Foresight;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.session.Event;
import vigil.ui.gauge.DoseGauge;

/** The whole console on the headless platform. */
class ConsolePaneTest {
    private final List<String> asked = new ArrayList<>();

    private final ConsoleActions actions = new ConsoleActions() {
        @Override
        public void acknowledge(String conditionKey) {
            asked.add("acknowledge " + conditionKey);
        }

        @Override
        public void pauseAudio() {
            asked.add("pause");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            Event.ByPerson event = entry.made(Samples.at(Samples.NOW), Samples.NURSE);
            asked.add(event.toString());
            answer.accept(Optional.empty());
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    };

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private static <T> T onFx(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
        return done.join();
    }

    private ConsolePane console(Snapshot snapshot, Locale language, double width, double height) {
        ConsolePane console = new ConsolePane(Words.of(language), Theme.DARK, actions);
        Scene scene = new Scene(console, width, height);
        scene.getRoot().applyCss();
        console.layout();
        console.show(snapshot);
        scene.getRoot().applyCss();
        console.layout();
        console.layout();
        return console;
    }

    private ConsolePane console(Snapshot snapshot) {
        return console(snapshot, Locale.ENGLISH, 1280, 800);
    }

    private static Stream<Node> visible(Node root) {
        List<Node> found = new ArrayList<>();
        collect(root, found);
        return found.stream();
    }

    private static void collect(Node node, List<Node> found) {
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
            }
        }
    }

    private static List<String> texts(Node node) {
        return visible(node)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1280,800,en", "1024,600,en", "1920,1080,en", "1280,800,de", "1024,600,de"})
    void nothingStandsOutsideTheWindow(double width, double height, String language) {
        List<Snapshot> states = List.of(Samples.calm(), Samples.stale(), Samples.alarming(), Samples.observing());
        for (Snapshot state : states) {
            List<String> outside =
                    onFx(() -> outside(console(state, Locale.forLanguageTag(language), width, height), width, height));
            assertThat(outside).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,800,en", "1024,600,en", "1280,800,de", "1024,600,de"})
    void noViewStandsOutsideTheWindowOrTouchesTheFooter(double width, double height, String language) {
        ConsolePane console = onFx(() -> console(Samples.calm(), Locale.forLanguageTag(language), width, height));
        for (View view : View.values()) {
            List<String> outside = onFx(() -> {
                console.select(view);
                console.applyCss();
                console.layout();
                console.layout();
                double footer = console.lookup("#safety").localToScene(0, 0).getY();
                return Stream.concat(
                                outside(console, width, height).stream(),
                                below(console.lookup("#rail").getParent(), footer))
                        .toList();
            });
            assertThat(outside).as(view.name()).isEmpty();
        }
    }

    private static Stream<String> below(Node root, double footer) {
        return visible(root)
                .filter(node -> node instanceof ButtonBase || node.isFocusTraversable())
                .filter(node -> node.localToScene(node.getLayoutBounds()).getMaxY() > footer)
                .map(Node::toString);
    }

    @Test
    void everyControlOfEveryViewTellsItsRoleAndText() {
        ConsolePane console = onFx(() -> console(Samples.calm()));
        for (View view : View.values()) {
            List<String> silent = onFx(() -> {
                console.select(view);
                console.applyCss();
                console.layout();
                return visible(console)
                        .filter(Node::isFocusTraversable)
                        .filter(node -> node.getAccessibleRole() == null
                                || node.getAccessibleText() == null
                                || node.getAccessibleText().isBlank())
                        .map(Node::toString)
                        .toList();
            });
            assertThat(silent).as(view.name()).isEmpty();
        }
    }

    private static List<String> outside(Node root, double width, double height) {
        return visible(root)
                .filter(node -> node instanceof Label || node instanceof Text || node instanceof ButtonBase)
                .filter(node -> {
                    Bounds at = node.localToScene(node.getLayoutBounds());
                    return at.getMinX() < -1
                            || at.getMinY() < -1
                            || at.getMaxX() > width + 1
                            || at.getMaxY() > height + 1;
                })
                .map(Node::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"1280,800,en", "1024,600,en", "1280,800,de", "1024,600,de"})
    void cardsOnTheRightDoNotRunIntoTheFooter(double width, double height, String language) {
        for (Snapshot state : List.of(Samples.calm(), Samples.alarming(), Samples.observing())) {
            double lowest = onFx(() -> {
                ConsolePane console = console(state, Locale.forLanguageTag(language), width, height);
                double footer = console.lookup("#safety").localToScene(0, 0).getY();
                return footer
                        - visible(console)
                                .filter(node -> node.getStyleClass().contains("card"))
                                .mapToDouble(node -> node.localToScene(node.getLayoutBounds())
                                        .getMaxY())
                                .max()
                                .orElse(0);
            });
            assertThat(lowest).isPositive();
        }
    }

    @Test
    void everyControlTellsItsRoleAndText() {
        List<String> silent = onFx(() -> visible(console(Samples.alarming()))
                .filter(Node::isFocusTraversable)
                .filter(node -> node.getAccessibleRole() == null
                        || node.getAccessibleText() == null
                        || node.getAccessibleText().isBlank())
                .map(Node::toString)
                .toList());
        assertThat(silent).isEmpty();
    }

    @Test
    @Tag("R31")
    void staleValueIsGoneInTheSamePulse() {
        List<String> numerals = onFx(() -> {
            ConsolePane console = console(Samples.calm());
            DoseGauge gauge = (DoseGauge) console.lookup("#dose-gauge");
            String before = gauge.numeralText();
            console.show(Samples.stale());
            return List.of(before, gauge.numeralText());
        });
        assertThat(numerals).containsExactly("0.100", "--");
    }

    @Test
    void alarmRegionShowsThePumpsOwnWords() {
        List<String> words = onFx(() -> texts(console(Samples.alarming()).lookup("#alarm-region")));
        assertThat(words).contains("Dose above maximum", "Pump says", "Occlusion pre-alarm", "Go to the pump.", "1:42");
    }

    @Test
    void alarmRegionKeepsItsPlaceAndHeight() {
        Bounds region = onFx(() -> {
            Node alarms = console(Samples.alarming()).lookup("#alarm-region");
            return alarms.localToScene(alarms.getLayoutBounds());
        });
        assertThat(region.getMinY()).isZero();
        assertThat(region.getHeight()).isEqualTo(72);
        assertThat(region.getWidth()).isEqualTo(1280);
    }

    @Test
    void acknowledgeNamesTheHighestConditionAndPauseAsksForTheSound() {
        Samples.Builder sounding = new Samples.Builder();
        sounding.conditions = Samples.alarming().attention().conditions();
        onFx(() -> {
            ConsolePane console = console(sounding.build());
            console.acknowledge();
            console.pauseAudio();
            return console;
        });
        assertThat(asked).containsExactly("acknowledge R12", "pause");
    }

    @Test
    void theKeyThatPausesTheSoundEndsAPause() {
        onFx(() -> {
            ConsolePane console = console(Samples.alarming());
            console.pauseAudio();
            return console;
        });
        assertThat(asked).singleElement().asString().startsWith("AudioResumed");
    }

    @Test
    void privacyHidesNameAndNumberAndNothingElse() {
        List<String> words = onFx(() -> {
            ConsolePane console = console(Samples.calm());
            console.switchPrivacy();
            return texts(console.lookup("#patient"));
        });
        assertThat(words).contains("Name hidden", "hidden", "70.0 kg", "Penicillin: rash", "12");
        assertThat(words).noneMatch(word -> word.contains("WINTER") || word.contains("0412"));
    }

    @Test
    void safetyTextAndSimulationMarkStandOnTheView() {
        List<String> words = onFx(() -> texts(console(Samples.calm())));
        assertThat(words)
                .contains(
                        "SIMULATED",
                        "Shows what the pump reports. Does not control the pump. Not an alarm. Check patient and pump.");
    }

    @Test
    @Tag("R31")
    void aSilentCoreTakesTheValuesAwayAfterTenSeconds() {
        List<String> seen = onFx(() -> {
            ConsolePane console = console(Samples.calm());
            DoseGauge gauge = (DoseGauge) console.lookup("#dose-gauge");
            console.beat(32);
            String before = gauge.numeralText();
            console.beat(8);
            return List.of(before, gauge.numeralText(), String.join("|", texts(console.lookup("#alarm-region"))));
        });
        assertThat(seen.get(0)).isEqualTo("0.100");
        assertThat(seen.get(1)).isEqualTo("--");
        assertThat(seen.get(2)).contains("this console’s own core gives no values");
    }

    @Test
    void veryLongNamesAreShortenedAndLeaveTheClockInPlace() {
        Samples.Builder names = new Samples.Builder();
        names.patient = new vigil.session.Patient(
                "Featherstonehaugh-Winterbottom-".repeat(4),
                "Alexandrina",
                "0412 7785",
                java.time.LocalDate.of(1971, 3, 14),
                "Penicillin: rash; morphine: itch; ".repeat(6),
                "12");
        assertThat(onFx(() -> outside(console(names.build()), 1280, 800))).isEmpty();
    }
}
