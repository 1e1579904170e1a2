package vigil.scenario;

import java.time.Duration;
import java.util.Optional;
import vigil.pump.Concentration;
import vigil.pump.Moment;
import vigil.pump.PumpModel;
import vigil.pump.sim.Bench;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedAlarm;
import vigil.pump.sim.SimulatedPump;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Step;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;

/**
 * Plays a scenario on a virtual clock: the simulated pump speaks real wire bytes to the real link, second by second. The
 * same scenario gives the same events in every run. Not thread-safe.
 */
public final class ScenarioRun {
    /** Boot id of the virtual machine the course runs on. */
    public static final String BOOT_ID = "virtual";

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final Stage stage;
    private final SimulatedPump pump;
    private final Bench bench;
    private final Moment start;
    private Moment now;
    private Moment newest;
    private int next;
    private boolean over;

    public ScenarioRun(Scenario scenario, PumpModel model, Stage stage) {
        this.scenario = scenario;
        this.stage = stage;
        this.start = new Moment(scenario.start().toInstant(), 0, 0);
        this.now = start;
        this.newest = start;
        this.pump = model.newSimulatedPump(scenario.pumpSerial(), scenario.syringe(), start);
        this.bench = new Bench(model.newLink(), model.newSpeaker(Rack.of(pump), start), start);
        pump.holds("Ketamine", Concentration.ofMgPerMl("5"));
    }

    public Moment now() {
        return now;
    }

    /** True once the scenario's {@code end} or its last step has been played. */
    public boolean isOver() {
        return over;
    }

    /** Elapsed time since the start. */
    public Duration elapsed() {
        return now.since(start);
    }

    /** Plays on until {@code elapsed} since the start, or to the end of the scenario. */
    public void playUntil(Duration elapsed) {
        Moment end = start.plus(elapsed);
        while (!over && now.since(end).isNegative()) {
            second();
        }
    }

    private void second() {
        now = now.plus(SECOND);
        // What the pump said in this second is older than what a person enters at its end.
        bench.advance(now, said -> take(new Event.PumpSaid(said)));
        while (!over && next < scenario.steps().size() && isDue(scenario.steps().get(next))) {
            play(scenario.steps().get(next++).deed());
        }
        if (now.since(newest).compareTo(SECOND) >= 0) {
            take(new Event.Tick(now));
        }
        over |= next >= scenario.steps().size();
    }

    private boolean isDue(Step step) {
        return step.at().compareTo(now.since(start)) <= 0;
    }

    private void play(Deed deed) {
        switch (deed) {
            case Deed.Enter(Scenario.Entry entry) -> take(entry.at(now));
            case Deed.Sign(SignatureMeaning meaning, Staff by) -> refuseNothing(stage.sign(meaning, by, now));
            case Deed.SetRate(var flowRate) -> pump.setRate(flowRate, now);
            case Deed.StartPump() -> pump.start(now);
            case Deed.StopPump() -> pump.stop(now);
            case Deed.NewSyringe(var volume) -> pump.changeSyringe(volume, now);
            case Deed.RaiseAlarm(String name) -> pump.raise(SimulatedAlarm.named(name), now);
            case Deed.ClearAlarm(String name) -> pump.clear(SimulatedAlarm.named(name), now);
            case Deed.Picture() -> stage.picture(now);
            case Deed.Handover() -> stage.handover(now);
            case Deed.End() -> over = true;
        }
    }

    private void take(Event event) {
        newest = event.at();
        refuseNothing(stage.accept(event));
    }

    /** A scenario that enters what the console refuses is wrong, and says so. */
    private void refuseNothing(Optional<String> refusal) {
        refusal.ifPresent(reason -> {
            throw new ScenarioException("scenario '%s' at %s: %s".formatted(scenario.name(), elapsed(), reason));
        });
    }
}
