package vigil;

import com.sun.javafx.perf.PerformanceTracker;
import com.sun.javafx.tk.TKPulseListener;
import com.sun.javafx.tk.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.ConsoleActions;
import vigil.ui.ConsoleWindow;
import vigil.ui.FxBridge;
import vigil.ui.wire.WireSight;

/**
 * The console's window, watched: when a frame has been drawn, it notes for every value that is in it how long ago its last byte was
 * written, and for how long the JavaFX thread was busy in each pulse. A value that was overtaken before a pulse counts until the
 * newer one is shown. What is drawn is known after the scene was handed over to the drawing thread and before that begins. Belongs
 * to the JavaFX thread, but for what waits for it, and for the end of drawing, which comes on the drawing thread.
 */
final class Glass implements FxBridge.Screen {
    private final Stage stage;
    private final ConsoleWindow window;
    private final TimedPump pump;
    private final List<Double> delays = new ArrayList<>();
    private long shown;
    private volatile long handedOver;
    private long noted;
    private boolean counts;
    private long busyNanos;
    private long pulseFrom;
    private long longestNanos;
    /** Held here, because the toolkit holds it weakly. */
    private final TKPulseListener handsOver = () -> handedOver = shown;

    private Glass(ConsoleActions actions, TimedPump pump) {
        this.pump = pump;
        stage = new Stage();
        stage.setWidth(1280);
        stage.setHeight(800);
        window = new ConsoleWindow(stage, Words.of(Locale.of("en", "AU")), Theme.DARK, actions);
        window.open();
        Scene scene = stage.getScene();
        scene.addPreLayoutPulseListener(() -> pulseFrom = System.nanoTime());
        scene.addPostLayoutPulseListener(this::laidOut);
        Toolkit.getToolkit().addPostSceneTkPulseListener(handsOver);
        PerformanceTracker.getSceneTracker(scene).setOnRenderedFrameTask(this::drawn);
    }

    static Glass open(ConsoleActions actions, TimedPump pump) throws InterruptedException, ExecutionException {
        return on(() -> new Glass(actions, pump));
    }

    private static <T> T on(Supplier<T> task) throws InterruptedException, ExecutionException {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
        return done.get();
    }

    @Override
    public void show(Snapshot snapshot) {
        timed(() -> window.show(snapshot));
        snapshot.dose().flowRate().ifPresent(rate -> shown = Math.max(shown, pump.number(rate.mlPerH())));
    }

    @Override
    public void show(WireSight sight) {
        timed(() -> window.show(sight));
    }

    @Override
    public void beat(int beats) {
        timed(() -> window.beat(beats));
    }

    private void timed(Runnable work) {
        long start = System.nanoTime();
        work.run();
        busyNanos += System.nanoTime() - start;
    }

    private void laidOut() {
        longestNanos = Math.max(longestNanos, busyNanos + System.nanoTime() - pulseFrom);
        busyNanos = 0;
    }

    private synchronized void drawn() {
        long now = System.nanoTime();
        while (noted < handedOver) {
            noted++;
            long written = pump.writtenAt(noted);
            if (counts && written > 0) {
                delays.add((now - written) / 1e6);
            }
        }
    }

    void begin() throws InterruptedException, ExecutionException {
        on(() -> {
            longestNanos = 0;
            return stage;
        });
        count();
    }

    /** The delays in milliseconds, shortest first. */
    synchronized double[] end() {
        counts = false;
        return delays.stream().mapToDouble(it -> it).sorted().toArray();
    }

    private synchronized void count() {
        delays.clear();
        counts = true;
    }

    double longestMillis() throws InterruptedException, ExecutionException {
        return on(() -> longestNanos / 1e6);
    }

    /** From the key for the entry of observations to the end of the pulse that lays it out, in milliseconds; goes back. */
    double opens() throws InterruptedException, ExecutionException {
        double opened = timed(KeyCode.F2);
        timed(KeyCode.F1);
        return opened;
    }

    private double timed(KeyCode key) throws InterruptedException, ExecutionException {
        CompletableFuture<Long> laidOut = new CompletableFuture<>();
        long start = on(() -> {
            long from = System.nanoTime();
            Scene scene = stage.getScene();
            scene.addPostLayoutPulseListener(new Runnable() {
                @Override
                public void run() {
                    scene.removePostLayoutPulseListener(this);
                    laidOut.complete(System.nanoTime());
                }
            });
            javafx.event.Event.fireEvent(
                    scene.getRoot(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return from;
        });
        return (laidOut.get() - start) / 1e6;
    }

    void close() {
        FxBridge.onFxThread(() -> {
            Toolkit.getToolkit().removePostSceneTkPulseListener(handsOver);
            stage.close();
        });
    }
}
