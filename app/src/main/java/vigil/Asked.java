package vigil;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Foresight;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PlasmaChoice;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.history.Archive;

/** What the person at the window asked for, kept until the session thread takes it and gives it its moment. Thread-safe. */
final class Asked implements ConsoleActions {
    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);
    private static final int CAPACITY = 256;
    private static final String FULL = "the console does not keep up; enter it again";

    private final BlockingQueue<Request> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Staff who;
    private final boolean plasmaOffered;
    private final Archive archive;

    /** Who answers: the session, on its thread. */
    interface Session {
        /** Why the event cannot be taken; or nothing, and then it has been taken. */
        Optional<String> accept(Event event);

        Foresight foresee(Event event);
    }

    private sealed interface Request {
        Entry entry();
    }

    private record ToEnter(Entry entry, Consumer<Optional<String>> answer) implements Request {}

    private record ToForesee(Entry entry, Consumer<Foresight> answer) implements Request {}

    /** Everything asked at this window is asked by {@code who}. */
    Asked(Staff who) {
        this(who, false);
    }

    /** {@code plasmaOffered}: the site offers the plasma estimate. */
    Asked(Staff who, boolean plasmaOffered) {
        this(who, plasmaOffered, Archive.NONE);
    }

    /** {@code archive}: what this window can ask of the record. */
    Asked(Staff who, boolean plasmaOffered, Archive archive) {
        this.who = who;
        this.plasmaOffered = plasmaOffered;
        this.archive = archive;
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public void acknowledge(String conditionKey) {
        enter((at, by) -> new Event.ConditionAcknowledged(at, conditionKey, by), Asked::log);
    }

    @Override
    public void pauseAudio() {
        enter(Event.AudioPaused::new, Asked::log);
    }

    private static void log(Optional<String> refusal) {
        refusal.ifPresent(reason -> LOG.warn("Refused: {}", reason));
    }

    @Override
    public void showReference(Optional<String> regimen) {
        enter((at, by) -> new Event.ReferenceChosen(at, regimen, by), Asked::log);
    }

    @Override
    public boolean offersPlasma() {
        return plasmaOffered;
    }

    @Override
    public void showPlasma(PlasmaChoice choice) {
        enter((at, by) -> new Event.PlasmaChosen(at, choice, by), Asked::log);
    }

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        if (!queue.offer(new ToEnter(entry, answer))) {
            LOG.error("{} entries wait already; this one was not taken", CAPACITY);
            answer.accept(Optional.of(FULL));
        }
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        if (!queue.offer(new ToForesee(entry, answer))) {
            answer.accept(new Foresight(Optional.of(FULL), List.of()));
        }
    }

    /** True when nothing has been asked that is not answered. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Hands over what has been asked so far, as events of {@code now}, in order, and gives each its answer. */
    void takeAll(Moment now, Session session) {
        Request request = queue.poll();
        while (request != null) {
            Event event = request.entry().made(now, who);
            switch (request) {
                case ToEnter asked -> asked.answer().accept(session.accept(event));
                case ToForesee asked -> asked.answer().accept(session.foresee(event));
            }
            request = queue.poll();
        }
    }
}
