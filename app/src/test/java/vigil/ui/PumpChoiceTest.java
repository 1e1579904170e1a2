package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.pump.PumpModel;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.PumpPorts;
import vigil.ui.settings.Training;

/** The page of the settings on which the pump is found and chosen. */
class PumpChoiceTest {
    private static final PumpPorts.Port ADAPTER = new PumpPorts.Port("/dev/ttyUSB0", "FT232R", true, List.of(), "");

    private final Bench bench = new Bench();
    private ConsolePane console;

    /** Two ports; at the first stands an Alaris pump, at the second nothing. */
    static final class Bench implements PumpPorts {
        private final List<Choice> read = new ArrayList<>();

        @Override
        public boolean isOffered() {
            return true;
        }

        @Override
        public Optional<Choice> chosen() {
            return Optional.empty();
        }

        @Override
        public void list(Consumer<List<Port>> answer) {
            answer.accept(List.of(ADAPTER, new Port("/dev/ttyS0", "16550A", true, List.of("gpsd"), "")));
        }

        @Override
        public void look(String port, Consumer<Found> answer) {
            answer.accept(
                    port.equals(ADAPTER.path())
                            ? new Found(Optional.of(PumpModel.ALARIS), "Alaris: GH, serial number 8001-23456")
                            : new Found(Optional.empty(), "nothing speaks or answers"));
        }

        @Override
        public void read(Choice choice, Consumer<Optional<String>> answer) {
            read.add(choice);
            answer.accept(
                    choice.port().equals(ADAPTER.path())
                            ? Optional.empty()
                            : Optional.of("the pump line is set by a biomedical engineer or an administrator"));
        }
    }

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @BeforeEach
    void open() {
        console = Consoles.onFx(() -> {
            ConsolePane pane = opened(bench, Theme.DARK, Words.of(Appearance.ENGLISH));
            new Scene(pane, 1_280, 800);
            pane.show(Samples.calm());
            pane.select(View.LINE);
            pane.applyCss();
            pane.layout();
            return pane;
        });
        press("settings-pump");
    }

    static ConsolePane opened(PumpPorts pumps, Theme theme, Words words) {
        Appearance look = Appearance.of(words.locale(), theme);
        return new ConsolePane(
                words, new ConsoleSettings(look, _ -> {}, Training.NONE, pumps), new ViewsGallery.Foreseeing());
    }

    private <T> T node(String id, Class<T> type) {
        return type.cast(Objects.requireNonNull(console.lookup("#" + id), id));
    }

    private void press(String id) {
        Consoles.onFx(() -> {
            node(id, ButtonBase.class).fire();
            return console;
        });
        settle();
    }

    /** Answers come in a task of their own. */
    private void settle() {
        Consoles.onFx(() -> console);
    }

    private String said() {
        return node("pump-line-said", Label.class).getText();
    }

    @Test
    void thePortsOfTheMachineAreListedWithWhoHoldsThem() {
        assertThat(node("pump-line-ports", ListView.class).getItems().size()).isEqualTo(2);
    }

    @Test
    void aPortIsTakenFromTheListAndThePumpThatAnswersIsTakenOver() {
        Consoles.onFx(() -> {
            node("pump-line-ports", ListView.class).getSelectionModel().select(0);
            return console;
        });
        press("pump-line-look");

        assertThat(node("field-pump-line-port-text", TextField.class).getText()).isEqualTo("/dev/ttyUSB0");
        assertThat(node("field-pump-line-model-input", ComboBox.class).getValue())
                .isEqualTo(PumpModel.ALARIS.humanName());
        assertThat(said()).isEqualTo("/dev/ttyUSB0: " + PumpModel.ALARIS.humanName() + " answers.");

        press("pump-line-read");
        assertThat(bench.read).containsExactly(new PumpPorts.Choice(PumpModel.ALARIS, "/dev/ttyUSB0", ""));
        assertThat(said()).startsWith("Reads " + PumpModel.ALARIS.humanName() + " at /dev/ttyUSB0");
    }

    @Test
    void whereNothingAnswersNothingIsSet() {
        port("/dev/ttyS0");
        press("pump-line-look");

        assertThat(said()).contains("no pump recognised");
        assertThat(node("pump-line-read", ButtonBase.class).isDisabled()).isTrue();
    }

    @Test
    void aRefusalIsTold() {
        port("/dev/ttyS0");
        Consoles.onFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<String> model = node("field-pump-line-model-input", ComboBox.class);
            model.setValue(PumpModel.BCC.humanName());
            return console;
        });
        press("pump-line-read");

        assertThat(said()).contains("biomedical engineer");
    }

    private void port(String path) {
        Consoles.onFx(() -> {
            node("field-pump-line-port-text", TextField.class).setText(path);
            return console;
        });
    }
}
