package vigil.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import vigil.pump.LinkCounters;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.line.LineListener;
import vigil.pump.sim.Bench;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;

/**
 * The simulated pump of a scenario, the wire and the link that reads it. Between two steps of a scenario nothing at the
 * bedside changes what the pump says, so it can be played ahead on another thread while the session takes what it said
 * before. Used by one thread at a time.
 */
final class PumpSide {
    /** Long enough that handing over costs nothing, short enough that nobody waits long for the first one. */
    private static final int SECONDS_AHEAD = 60;

    private static final String DRUG = "Ketamine";

    private final Scenario scenario;
    private final PumpModel model;
    private SimulatedPump pump;
    private Bench bench;
    private Scenario.Manner manner = Scenario.Manner.ANSWERS;
    private boolean connected = true;
    private LineListener listener = LineListener.NONE;
    private Moment now;

    PumpSide(Scenario scenario, PumpModel model, Moment now) {
        this.scenario = scenario;
        this.model = model;
        this.now = now;
        this.pump = newPump(scenario.pumpSerial());
        this.bench = newBench();
    }

    /** What the link told within the second that ends at {@code at}. */
    record Second(Moment at, List<PumpEvent> said) {}

    private SimulatedPump newPump(String serialNumber) {
        SimulatedPump made = model.newSimulatedPump(serialNumber, scenario.syringe(), now);
        made.holds(DRUG, scenario.holds());
        return made;
    }

    private Bench newBench() {
        Speaker speaker = new ManneredSpeaker(model.newSpeaker(Rack.of(pump), now), () -> manner);
        return new Bench(model.newLink(), speaker, now).listenedTo(listener);
    }

    void listenedTo(LineListener told) {
        listener = told;
        bench.listenedTo(told);
    }

    LinkCounters counters() {
        return bench.counters();
    }

    /** Plays so many seconds one by one, each taken before the next is played. */
    void play(long seconds, Consumer<Second> taker) {
        for (long i = 0; i < seconds; i++) {
            taker.accept(second());
        }
    }

    /** The same, with {@code ahead} playing the next minute while {@code taker} takes this one. */
    void playAhead(long seconds, Executor ahead, Consumer<Second> taker) {
        long left = seconds;
        CompletableFuture<List<Second>> coming = some(left, ahead);
        while (left > 0) {
            List<Second> come = coming.join();
            left -= come.size();
            coming = some(left, ahead);
            come.forEach(taker);
        }
    }

    private CompletableFuture<List<Second>> some(long left, Executor ahead) {
        int many = (int) Math.min(left, SECONDS_AHEAD);
        return CompletableFuture.supplyAsync(() -> some(many), ahead);
    }

    private List<Second> some(int seconds) {
        List<Second> played = new ArrayList<>(seconds);
        play(seconds, played::add);
        return played;
    }

    private Second second() {
        pass(ScenarioRun.SECOND);
        List<PumpEvent> said = new ArrayList<>();
        if (connected) {
            bench.advance(now, said::add);
        }
        return new Second(now, said);
    }

    /** Time passes without anybody listening. */
    void pass(Duration time) {
        now = now.plus(time);
        pump.runUntil(now);
    }

    void act(Scenario.PumpAct act) {
        act.on(pump, now);
    }

    void answer(Scenario.Manner how) {
        manner = how;
    }

    void connect(boolean in) {
        connected = in;
        readAnew();
    }

    /** The reading program has been started anew. */
    void readAnew() {
        bench = newBench();
    }

    void swap(String serialNumber) {
        pump = newPump(serialNumber);
        readAnew();
    }

    /** Pump and link go by the monotonic clock, so a new wall clock is all that changes. */
    void stepClock(Duration by) {
        now = new Moment(now.utc().plus(by), now.monotonicNanos(), now.bootNanos());
        readAnew();
    }
}
