package vigil;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PlasmaChoice;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;

/** What the person at the window asked for, kept until the session thread takes it and gives it its moment. Thread-safe. */
final class Asked implements ConsoleActions {
    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);
    private static final int CAPACITY = 256;

    private final BlockingQueue<Function<Moment, Event>> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Staff who;
    private final boolean plasmaOffered;

    /** Everything asked at this window is asked by {@code who}. */
    Asked(Staff who) {
        this(who, false);
    }

    /** {@code plasmaOffered}: the site offers the plasma estimate. */
    Asked(Staff who, boolean plasmaOffered) {
        this.who = who;
        this.plasmaOffered = plasmaOffered;
    }

    @Override
    public void acknowledge(String conditionKey) {
        keep(at -> new Event.ConditionAcknowledged(at, conditionKey, who));
    }

    @Override
    public void pauseAudio() {
        keep(at -> new Event.AudioPaused(at, who));
    }

    @Override
    public void showReference(Optional<String> regimen) {
        keep(at -> new Event.ReferenceChosen(at, regimen, who));
    }

    @Override
    public boolean offersPlasma() {
        return plasmaOffered;
    }

    @Override
    public void showPlasma(PlasmaChoice choice) {
        keep(at -> new Event.PlasmaChosen(at, choice, who));
    }

    private void keep(Function<Moment, Event> entry) {
        if (!queue.offer(entry)) {
            LOG.error("{} entries wait already; this one was not taken", CAPACITY);
        }
    }

    /** Hands over what has been asked so far, as events of {@code now}. */
    void takeAll(Moment now, Consumer<Event> taker) {
        Function<Moment, Event> entry = queue.poll();
        while (entry != null) {
            taker.accept(entry.apply(now));
            entry = queue.poll();
        }
    }
}
