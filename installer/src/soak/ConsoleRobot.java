import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * The program with somebody at its keyboard who goes through its views for ever. Writes down once a minute how long the
 * pulses took in style and layout, and how long the JavaFX thread let a task wait. The program itself is unchanged.
 */
public final class ConsoleRobot implements Runnable {
    private static final long BETWEEN_KEYS_MS = 1_500;
    private static final int MOST_PULSES = 100_000;
    /** Views, stretches of the trend, themes and back, privacy and back, an acknowledgement, a pause of the sound. */
    private static final List<List<KeyCode>> KEYS = List.of(
            List.of(KeyCode.F1),
            List.of(KeyCode.F2),
            List.of(KeyCode.F3),
            List.of(KeyCode.F4),
            List.of(KeyCode.F5),
            List.of(KeyCode.F6),
            List.of(KeyCode.F7),
            List.of(KeyCode.F8),
            List.of(KeyCode.CONTROL, KeyCode.N),
            List.of(KeyCode.CONTROL, KeyCode.COMMA),
            List.of(KeyCode.CONTROL, KeyCode.U),
            List.of(KeyCode.ESCAPE),
            List.of(KeyCode.CONTROL, KeyCode.DIGIT1),
            List.of(KeyCode.CONTROL, KeyCode.DIGIT2),
            List.of(KeyCode.CONTROL, KeyCode.DIGIT3),
            List.of(KeyCode.F11),
            List.of(KeyCode.F11),
            List.of(KeyCode.F12),
            List.of(KeyCode.F9),
            List.of(KeyCode.F10));

    private final Path measured;
    private final long[] pulseNanos = new long[MOST_PULSES];
    private int pulses;
    private long pulseBegan;
    private long longestWaitNanos;
    private int typed;
    private int shown;

    private ConsoleRobot(Path measured) {
        this.measured = measured;
    }

    /** Arguments: where the figures go, then those of the program. */
    public static void main(String[] args) {
        Thread robot = new Thread(new ConsoleRobot(Path.of(args[0])), "soak-robot");
        robot.setDaemon(true);
        robot.start();
        vigil.Main.main(Arrays.copyOfRange(args, 1, args.length));
    }

    @Override
    public void run() {
        try {
            while (!isOpen()) {
                Thread.sleep(BETWEEN_KEYS_MS);
            }
            Platform.runLater(this::listen);
            long minute = System.nanoTime();
            while (true) {
                Thread.sleep(BETWEEN_KEYS_MS);
                long asked = System.nanoTime();
                Platform.runLater(() -> type(asked));
                if (System.nanoTime() - minute > 60_000_000_000L) {
                    minute += 60_000_000_000L;
                    Platform.runLater(this::tell);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The toolkit is started by the program; before that nothing can be asked of it. */
    private static boolean isOpen() throws InterruptedException {
        java.util.concurrent.FutureTask<Boolean> asked =
                new java.util.concurrent.FutureTask<>(() -> !Window.getWindows().isEmpty());
        try {
            Platform.runLater(asked);
            return asked.get();
        } catch (IllegalStateException | java.util.concurrent.ExecutionException _) {
            return false;
        }
    }

    private void listen() {
        Scene scene = Window.getWindows().getFirst().getScene();
        scene.addPreLayoutPulseListener(() -> pulseBegan = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            if (pulses < MOST_PULSES) {
                pulseNanos[pulses++] = System.nanoTime() - pulseBegan;
            }
        });
        scene.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, _ -> shown++);
    }

    private void type(long asked) {
        longestWaitNanos = Math.max(longestWaitNanos, System.nanoTime() - asked);
        List<KeyCode> keys = KEYS.get(typed++ % KEYS.size());
        Robot robot = new Robot();
        keys.forEach(robot::keyPress);
        keys.reversed().forEach(robot::keyRelease);
    }

    private void tell() {
        Arrays.sort(pulseNanos, 0, pulses);
        String line = String.format(
                Locale.ROOT,
                "%d,%d,%.1f,%.1f,%.1f,%.1f%n",
                shown,
                pulses,
                percentile(0.5),
                percentile(0.99),
                percentile(1),
                longestWaitNanos / 1e6);
        pulses = 0;
        longestWaitNanos = 0;
        try {
            Files.writeString(measured, line, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private double percentile(double part) {
        return pulses == 0 ? 0 : pulseNanos[(int) Math.ceil(part * pulses) - 1] / 1e6;
    }
}
