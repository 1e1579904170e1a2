package vigil.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.line.LineListener;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Step;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSettings;
import vigil.session.Staff;

/**
 * Plays a scenario on a virtual clock: the simulated pump speaks real wire bytes to the real link, second by second. The
 * same scenario gives the same events in every run. Not thread-safe.
 */
public final class ScenarioRun {
    /** Boot id of the virtual machine the course runs on. */
    public static final String BOOT_ID = "virtual";

    static final Duration SECOND = Duration.ofSeconds(1);

    private final Scenario scenario;
    private final Stage stage;
    private final PumpSide pump;
    private Duration elapsed = Duration.ZERO;
    private Moment now;
    private Moment newest;
    private int boots;
    private int next;
    private boolean over;

    public ScenarioRun(Scenario scenario, PumpModel model, Stage stage) {
        this.scenario = scenario;
        this.stage = stage;
        this.now = new Moment(scenario.start().toInstant(), 0, 0);
        this.newest = now;
        this.over = scenario.steps().isEmpty();
        this.pump = new PumpSide(scenario, model, now);
    }

    /** From now on {@code told} hears what passes over the simulated line, whatever link and pump are on it. */
    public void listenedTo(LineListener told) {
        pump.listenedTo(told);
    }

    /** What the link that is on the line has counted. */
    public LinkCounters counters() {
        return pump.counters();
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
        return elapsed;
    }

    /** Plays on until {@code end} of elapsed time since the start, or to the end of the scenario. */
    public void playUntil(Duration end) {
        while (!over && elapsed.compareTo(end) < 0) {
            pump.play(secondsUntil(end), this::second);
        }
    }

    /** Plays to the end of the scenario; {@code ahead} plays the pump while the session takes what it has said before. */
    public void playToTheEnd(Executor ahead) {
        while (!over) {
            pump.playAhead(secondsUntil(scenario.steps().getLast().at()), ahead, this::second);
        }
    }

    /** Whole seconds until the next step, or {@code end} if that is sooner; one at least. */
    private long secondsUntil(Duration end) {
        Duration step = scenario.steps().get(next).at();
        Duration left = (step.compareTo(end) < 0 ? step : end).minus(elapsed);
        return Math.max(1, left.plus(SECOND).minusNanos(1).toSeconds());
    }

    private void second(PumpSide.Second second) {
        elapsed = elapsed.plus(SECOND);
        now = second.at();
        // What the pump said in this second is older than what a person enters at its end.
        second.said().forEach(said -> take(new Event.PumpSaid(said)));
        while (!over && next < scenario.steps().size() && isDue(scenario.steps().get(next))) {
            play(scenario.steps().get(next++).deed());
        }
        if (now.since(newest).compareTo(SECOND) >= 0) {
            take(new Event.Tick(now));
        }
        over |= next >= scenario.steps().size();
    }

    private boolean isDue(Step step) {
        return step.at().compareTo(elapsed) <= 0;
    }

    private void play(Deed deed) {
        switch (deed) {
            case Deed.Enter(Scenario.Entry entry) -> take(entry.at(now));
            case Deed.Sign(SignatureMeaning meaning, Staff by) -> refuseNothing(stage.sign(meaning, by, now));
            case Deed.AtPump(Scenario.PumpAct act) -> pump.act(act);
            case Deed.Cable(boolean in) -> cable(in);
            case Deed.Answering(Scenario.Manner how) -> pump.answer(how);
            case Deed.Choose(SiteSettings site) -> take(new Event.SiteSettingsInForce(now, site));
            case Deed.Swap(String serialNumber) -> pump.swap(serialNumber);
            case Deed.PowerCut(Duration off) -> powerCut(off);
            case Deed.ClockStep(Duration by) -> stepClock(by);
            case Deed.Expect(Expectation expected) -> expect(expected);
            case Deed.Refused(Scenario.Entry entry) -> refused(entry.at(now));
            case Deed.Picture() -> stage.picture(now);
            case Deed.Handover() -> stage.handover(now);
            case Deed.End() -> over = true;
        }
    }

    private void cable(boolean in) {
        pump.connect(in);
        if (!in) {
            take(new Event.PumpSaid(new PumpEvent.LinkChanged(now, new LinkState.Unreachable("the port has gone"))));
        }
    }

    private void powerCut(Duration off) {
        elapsed = elapsed.plus(off);
        now = now.plus(off);
        pump.pass(off);
        pump.readAnew();
        boots++;
        stage.startAgain(BOOT_ID + boots, now);
        newest = now;
    }

    private void stepClock(Duration by) {
        now = new Moment(now.utc().plus(by), now.monotonicNanos(), now.bootNanos());
        pump.stepClock(by);
    }

    private void take(Event event) {
        newest = event.at();
        refuseNothing(stage.accept(event));
    }

    /** A scenario that enters what the console refuses is wrong, and says so. */
    private void refuseNothing(Optional<String> refusal) {
        refusal.ifPresent(this::fail);
    }

    private void refused(Event event) {
        if (stage.accept(event).isEmpty()) {
            fail("was to be refused and was taken: " + event.getClass().getSimpleName());
        }
    }

    private void expect(Expectation expected) {
        expected.unmet(stage.seen(now)).ifPresent(this::fail);
    }

    private void fail(String reason) {
        throw new ScenarioException("scenario '%s' at %d:%02d:%02d: %s"
                .formatted(
                        scenario.name(), elapsed.toHours(), elapsed.toMinutesPart(), elapsed.toSecondsPart(), reason));
    }
}
