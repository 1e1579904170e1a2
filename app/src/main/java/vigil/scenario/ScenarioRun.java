package vigil.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.line.LineListener;
import vigil.pump.sim.Bench;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Manner;
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

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String DRUG = "Ketamine";
    private static final byte[] NOTHING = {};

    private final Scenario scenario;
    private final PumpModel model;
    private final Stage stage;
    private SimulatedPump pump;
    private Bench bench;
    private boolean connected = true;
    private Manner manner = Manner.ANSWERS;
    private Duration elapsed = Duration.ZERO;
    private Moment now;
    private Moment newest;
    private LineListener listener = LineListener.NONE;
    private int boots;
    private int next;
    private boolean over;

    public ScenarioRun(Scenario scenario, PumpModel model, Stage stage) {
        this.scenario = scenario;
        this.model = model;
        this.stage = stage;
        this.now = new Moment(scenario.start().toInstant(), 0, 0);
        this.newest = now;
        this.pump = newPump(scenario.pumpSerial());
        this.bench = newBench();
    }

    private SimulatedPump newPump(String serialNumber) {
        SimulatedPump made = model.newSimulatedPump(serialNumber, scenario.syringe(), now);
        made.holds(DRUG, scenario.holds());
        return made;
    }

    private Bench newBench() {
        Speaker speaker = model.newSpeaker(Rack.of(pump), now);
        return new Bench(model.newLink(), new Mannered(speaker), now).listenedTo(listener);
    }

    /** From now on {@code told} hears what passes over the simulated line, whatever link and pump are on it. */
    public void listenedTo(LineListener told) {
        listener = told;
        bench.listenedTo(told);
    }

    /** What the link that is on the line has counted. */
    public LinkCounters counters() {
        return bench.counters();
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
            second();
        }
    }

    private void second() {
        pass(SECOND);
        // What the pump said in this second is older than what a person enters at its end.
        if (connected) {
            bench.advance(now, said -> take(new Event.PumpSaid(said)));
        }
        while (!over && next < scenario.steps().size() && isDue(scenario.steps().get(next))) {
            play(scenario.steps().get(next++).deed());
        }
        if (now.since(newest).compareTo(SECOND) >= 0) {
            take(new Event.Tick(now));
        }
        over |= next >= scenario.steps().size();
    }

    private void pass(Duration time) {
        elapsed = elapsed.plus(time);
        now = now.plus(time);
        pump.runUntil(now);
    }

    private boolean isDue(Step step) {
        return step.at().compareTo(elapsed) <= 0;
    }

    private void play(Deed deed) {
        switch (deed) {
            case Deed.Enter(Scenario.Entry entry) -> take(entry.at(now));
            case Deed.Sign(SignatureMeaning meaning, Staff by) -> refuseNothing(stage.sign(meaning, by, now));
            case Deed.AtPump(Scenario.PumpAct act) -> act.on(pump, now);
            case Deed.Cable(boolean in) -> cable(in);
            case Deed.Answering(Manner how) -> manner = how;
            case Deed.Choose(SiteSettings site) -> take(new Event.SiteSettingsInForce(now, site));
            case Deed.Swap(String serialNumber) -> swap(serialNumber);
            case Deed.PowerCut(Duration off) -> powerCut(off);
            case Deed.ClockStep(Duration by) -> stepClock(by);
            case Deed.Expect(Expectation expected) -> expect(expected);
            case Deed.Refused(Scenario.Entry entry) -> refused(entry.at(now));
            case Deed.Picture() -> stage.picture(now);
            case Deed.Handover() -> stage.handover(now);
            case Deed.End() -> over = true;
        }
    }

    /** A speaker that can be told to say nothing, or the same again. */
    private final class Mannered implements Speaker {
        private final Speaker speaker;
        private byte[] before = NOTHING;

        private Mannered(Speaker speaker) {
            this.speaker = speaker;
        }

        @Override
        public byte[] heard(byte[] bytes, int length, Moment at) {
            byte[] answer = speaker.heard(bytes, length, at);
            return switch (manner) {
                case ANSWERS -> remembered(answer);
                case SILENT -> NOTHING;
                case FROZEN -> answer.length == 0 ? answer : before;
            };
        }

        private byte[] remembered(byte[] answer) {
            before = answer.length == 0 ? before : answer;
            return answer;
        }

        @Override
        public long wakeAt() {
            return speaker.wakeAt();
        }

        @Override
        public List<String> strays() {
            return speaker.strays();
        }
    }

    private void cable(boolean in) {
        connected = in;
        bench = newBench();
        if (!in) {
            take(new Event.PumpSaid(new PumpEvent.LinkChanged(now, new LinkState.Unreachable("the port has gone"))));
        }
    }

    private void swap(String serialNumber) {
        pump = newPump(serialNumber);
        bench = newBench();
    }

    private void powerCut(Duration off) {
        pass(off);
        bench = newBench();
        boots++;
        stage.startAgain(BOOT_ID + boots, now);
        newest = now;
    }

    /** Pump and link go by the monotonic clock, so a new wall clock is all that changes. */
    private void stepClock(Duration by) {
        now = new Moment(now.utc().plus(by), now.monotonicNanos(), now.bootNanos());
        bench = newBench();
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
