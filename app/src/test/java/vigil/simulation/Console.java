package vigil.simulation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import vigil.engine.Engine;
import vigil.engine.Step;
import vigil.journal.SimulatedRecord;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Session;

/**
 * Engine and journal as the session thread drives them: an entry first into the record, what stands alone forced before
 * anybody is told, what could not be taken in counted and told once the record goes on. Not thread-safe.
 */
final class Console {
    /** Told of every step and of what the record says about itself. */
    interface Witness {
        /** {@code step} followed from {@code before}; {@code recorded} is false when the journal refused the event. */
        void stepped(Session before, Step step, boolean recorded);

        /** The same from the record, after a start. */
        void replayed(Session before, Step step);

        /** The program has ended; this is what the next start finds. */
        void found(List<Event> events);

        /** Everything handed in so far is on the disk, so the program says. */
        void acknowledged();
    }

    private final SimulatedRecord record;
    private final Witness witness;
    private Engine engine = new Engine();
    private boolean failing;
    private int missed;

    Console(SimulatedRecord record, Witness witness) {
        this.record = record;
        this.witness = witness;
    }

    /** Takes an event of the program or, unless it is refused, of a person. True when it was taken. */
    boolean take(Event event) {
        if (engine.check(event).isPresent()) {
            return false;
        }
        accept(event);
        return true;
    }

    private void accept(Event event) {
        Session before = engine.session();
        Optional<String> refusal = record(before, engine.accept(event));
        refusal.ifPresent(reason -> notRecording(reason, event.at()));
        if (refusal.isEmpty() && SimulatedRecord.standsAlone(event)) {
            settle(event.at());
        }
    }

    private Optional<String> record(Session before, Step step) {
        Optional<String> refusal = record.append(step.event());
        missed += refusal.isPresent() ? 1 : 0;
        witness.stepped(before, step, refusal.isEmpty());
        return refusal;
    }

    /** What the console says of its record is an entry like any other. */
    private void tell(Function<Engine, Optional<Step>> news) {
        Session before = engine.session();
        news.apply(engine).ifPresent(step -> record(before, step));
    }

    /** Everything so far is to be on the disk. */
    void settle(Moment now) {
        Optional<String> failure = record.force();
        if (failure.isPresent()) {
            notRecording(failure.get(), now);
            return;
        }
        witness.acknowledged();
        if (missed > 0 && record.isWell()) {
            int lost = missed;
            missed = 0;
            accept(new Event.EventsLost(now, lost));
        } else if (failing && record.isWell()) {
            failing = false;
            tell(it -> it.recordingRestored(now));
        }
    }

    private void notRecording(String reason, Moment now) {
        if (!failing) {
            failing = true;
            tell(it -> it.recordingFailed(reason, now));
        }
    }

    /** The program has ended and is started again: it folds what it finds in the record. */
    void dies(boolean powerGone, Random random) throws IOException {
        List<Event> found = record.startAgain(powerGone, random);
        witness.found(found);
        engine = new Engine();
        failing = false;
        missed = 0;
        for (Event event : found) {
            Session before = engine.session();
            witness.replayed(before, engine.replay(event));
        }
    }

    /** What is in the record now. */
    List<Event> recorded() throws IOException {
        return record.events();
    }

    boolean isRecording() {
        return !failing && missed == 0;
    }

    Session session() {
        return engine.session();
    }

    SimulatedRecord record() {
        return record;
    }
}
