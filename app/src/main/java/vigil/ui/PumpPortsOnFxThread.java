package vigil.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.ui.settings.PumpPorts;

/** The same ports, but whoever asked is answered on the JavaFX thread. */
record PumpPortsOnFxThread(PumpPorts pumps) implements PumpPorts {
    @Override
    public boolean isOffered() {
        return pumps.isOffered();
    }

    @Override
    public Optional<Choice> chosen() {
        return pumps.chosen();
    }

    @Override
    public void list(Consumer<List<Port>> answer) {
        pumps.list(told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }

    @Override
    public void look(String port, Consumer<Found> answer) {
        pumps.look(port, told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }

    @Override
    public void read(Choice choice, Consumer<Optional<String>> answer) {
        pumps.read(choice, told -> FxBridge.onFxThread(() -> answer.accept(told)));
    }
}
