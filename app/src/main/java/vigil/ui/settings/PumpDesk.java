package vigil.ui.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.pump.PumpModel;
import vigil.ui.form.Answers;
import vigil.ui.form.Form;
import vigil.ui.form.Question;
import vigil.ui.settings.PumpPorts.Choice;
import vigil.ui.settings.PumpPorts.Found;
import vigil.ui.settings.PumpPorts.Port;

/** Which pump is being chosen for the console, and what was found out about the ports. Outlives a layout. Belongs to the JavaFX thread. */
public final class PumpDesk {
    static final Question<String> PORT = Question.text("pump-line.port");
    static final Question<String> MODEL = Question.oneOf("pump-line.model", names());
    static final Question<String> LINE = Question.text("pump-line.line");

    /** What was said last. */
    sealed interface Said {
        record Nothing() implements Said {}

        record Looking(String port) implements Said {}

        record Seen(String port, Found found) implements Said {}

        record Refused(String reason) implements Said {}

        record Reads(Choice choice) implements Said {}
    }

    private final PumpPorts pumps;
    private final Form form = new Form(_ -> {});
    private List<Port> ports = List.of();
    private Said said = new Said.Nothing();
    private Runnable changed = () -> {};

    public PumpDesk(PumpPorts pumps) {
        this.pumps = pumps;
        pumps.chosen().ifPresent(it -> form.restore(answers(it)));
    }

    private static Answers answers(Choice choice) {
        return new Answers(Map.of(
                PORT.key(), choice.port(),
                MODEL.key(), choice.model().humanName(),
                LINE.key(), choice.line()));
    }

    private static List<String> names() {
        return Arrays.stream(PumpModel.values()).map(PumpModel::humanName).toList();
    }

    private static PumpModel named(String humanName) {
        return Arrays.stream(PumpModel.values())
                .filter(model -> model.humanName().equals(humanName))
                .findFirst()
                .orElseThrow();
    }

    boolean isOffered() {
        return pumps.isOffered();
    }

    Form form() {
        return form;
    }

    List<Port> ports() {
        return ports;
    }

    Said said() {
        return said;
    }

    boolean isLooking() {
        return said instanceof Said.Looking;
    }

    /** {@code action} runs when there is something else to be shown; there is one view at a time. */
    void whenChanged(Runnable action) {
        changed = action;
        form.whenChanged(action);
    }

    /** Asks anew which ports there are. */
    void list() {
        pumps.list(found -> {
            ports = found;
            changed.run();
        });
    }

    Optional<String> port() {
        return form.answers().value(PORT).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** What has been chosen; nothing while something is missing. */
    Optional<Choice> choice() {
        return port().flatMap(port -> form.answers()
                .value(MODEL)
                .map(model ->
                        new Choice(named(model), port, form.answers().text(LINE).strip())));
    }

    /** Looks which pump answers at the port that was entered; the one that does is taken over. */
    void look() {
        port().filter(_ -> !isLooking()).ifPresent(port -> {
            say(new Said.Looking(port));
            pumps.look(port, found -> {
                found.model().ifPresent(model -> form.put(MODEL, model.humanName()));
                say(new Said.Seen(port, found));
            });
        });
    }

    /** Reads the pump that was chosen. */
    void read() {
        choice().filter(_ -> !isLooking())
                .ifPresent(choice -> pumps.read(
                        choice,
                        refusal -> say(refusal.<Said>map(Said.Refused::new).orElseGet(() -> new Said.Reads(choice)))));
    }

    private void say(Said next) {
        said = next;
        changed.run();
    }
}
