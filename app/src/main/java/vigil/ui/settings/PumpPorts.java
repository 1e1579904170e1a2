package vigil.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.PumpModel;

/**
 * The ports of this machine and what stands at them, for choosing the pump that the console reads. Called on the JavaFX
 * thread; every call returns at once, and its answer comes later, once.
 */
public interface PumpPorts {
    /** A console at which no pump can be chosen: a demo, or a picture. */
    PumpPorts NONE = new PumpPorts() {
        @Override
        public boolean isOffered() {
            return false;
        }

        @Override
        public Optional<Choice> chosen() {
            return Optional.empty();
        }

        @Override
        public void list(Consumer<List<Port>> answer) {
            throw new IllegalStateException("no pump is chosen here");
        }

        @Override
        public void look(String port, Consumer<Found> answer) {
            throw new IllegalStateException("no pump is chosen here");
        }

        @Override
        public void read(Choice choice, Consumer<Optional<String>> answer) {
            throw new IllegalStateException("no pump is chosen here");
        }
    };

    /**
     * Which pump is read, and where.
     *
     * @param port a device path, {@code tcp://host:port} or {@code rfc2217://host:port}
     * @param line settings of a serial line, for example {@code 9600 8N1}; empty means as the pump leaves its factory
     */
    record Choice(PumpModel model, String port, String line) {}

    /**
     * A serial port of this machine.
     *
     * @param holders programs that hold it open
     * @param remedy what mends a missing permission
     */
    record Port(String path, String description, boolean permitted, List<String> holders, String remedy) {
        public Port {
            holders = List.copyOf(holders);
        }
    }

    /**
     * What was found at a port.
     *
     * @param model the pump that answered, if one did
     * @param said the finding in one line of English, for the engineer
     */
    record Found(Optional<PumpModel> model, String said) {}

    boolean isOffered();

    /** What is read now. */
    Optional<Choice> chosen();

    void list(Consumer<List<Port>> answer);

    /** Looks which pump is at {@code port}, which takes half a minute at most; nothing is sent that a pump takes for a command. */
    void look(String port, Consumer<Found> answer);

    /** Reads that pump from now on, also after a restart; the answer is why not, in one line, or nothing. */
    void read(Choice choice, Consumer<Optional<String>> answer);
}
