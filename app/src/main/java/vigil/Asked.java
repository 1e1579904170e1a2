package vigil;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.engine.Foresight;
import vigil.people.Argon2;
import vigil.people.People;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PlasmaChoice;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.PeopleActions;
import vigil.ui.history.Archive;

/**
 * What the person at the window asked for, kept until the session thread takes it and gives it its moment and the name of
 * who acts. Thread-safe.
 */
final class Asked implements ConsoleActions {
    private static final Logger LOG = LoggerFactory.getLogger(Asked.class);
    private static final int CAPACITY = 256;
    private static final String FULL = "the console does not keep up; enter it again";

    private final BlockingQueue<PinDesk.Task> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final Doorkeeper doorkeeper;
    private final Optional<Executor> estimates;
    private final Archive archive;

    /** Who answers: the session, on its thread. */
    interface Session {
        /** Why the event cannot be taken; or nothing, and then it has been taken. */
        Optional<String> accept(Event event);

        Foresight foresee(Event event);

        /** Who may work at this console, and who does. */
        People people();

        vigil.session.Session state();
    }

    /** Everything asked at this window is asked by {@code who}, as long as the console has no users. */
    Asked(Staff who) {
        this(who, Optional.empty());
    }

    /** {@code estimates}: where the plasma estimate is solved; empty where the site does not offer it. */
    Asked(Staff who, Optional<Executor> estimates) {
        this(who, estimates, Archive.NONE);
    }

    /** {@code archive}: what this window can ask of the record. */
    Asked(Staff who, Optional<Executor> estimates, Archive archive) {
        this(who, estimates, archive, Runnable::run, Argon2.Cost.STANDARD);
    }

    /** {@code pins} runs what looks at PINs, which takes long, one after the other; {@code cost}: of new PINs. */
    Asked(Staff who, Optional<Executor> estimates, Archive archive, Executor pins, Argon2.Cost cost) {
        this.estimates = estimates;
        this.archive = archive;
        this.doorkeeper = new Doorkeeper(who, new PinDesk(pins, cost, queue::offer));
    }

    @Override
    public Archive archive() {
        return archive;
    }

    @Override
    public PeopleActions people() {
        return doorkeeper;
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
        return estimates.isPresent();
    }

    @Override
    public void estimate(Runnable solving) {
        estimates.orElse(Runnable::run).execute(solving);
    }

    @Override
    public void showPlasma(PlasmaChoice choice) {
        enter((at, by) -> new Event.PlasmaChosen(at, choice, by), Asked::log);
    }

    @Override
    public void enter(Entry entry, Consumer<Optional<String>> answer) {
        boolean taken = queue.offer((now, session) -> {
            Event.ByPerson event = entry.made(now, doorkeeper.acting(session.people()));
            answer.accept(doorkeeper.refusal(session.people(), event).or(() -> session.accept(event)));
        });
        if (!taken) {
            LOG.error("{} entries wait already; this one was not taken", CAPACITY);
            answer.accept(Optional.of(FULL));
        }
    }

    @Override
    public void foresee(Entry entry, Consumer<Foresight> answer) {
        boolean taken = queue.offer((now, session) -> {
            Event.ByPerson event = entry.made(now, doorkeeper.acting(session.people()));
            Foresight seen = session.foresee(event);
            Optional<String> refusal =
                    doorkeeper.signedOut(session.people(), event).or(seen::refusal);
            answer.accept(new Foresight(refusal, seen.raised()));
        });
        if (!taken) {
            answer.accept(new Foresight(Optional.of(FULL), List.of()));
        }
    }

    @Override
    public void keep(String form, Map<String, String> texts) {
        boolean taken =
                queue.offer((now, session) -> log(session.accept(new Event.DraftKept(now, form, Map.copyOf(texts)))));
        if (!taken) {
            LOG.error("{} entries wait already; a draft was not kept", CAPACITY);
        }
    }

    /** True when nothing has been asked that is not answered. */
    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Hands over what has been asked so far, as events of {@code now}, in order, and gives each its answer. */
    void takeAll(Moment now, Session session) {
        PinDesk.Task task = queue.poll();
        while (task != null) {
            task.run(now, session);
            task = queue.poll();
        }
    }

    /** Locks a console that has been left alone. */
    void watch(Moment now, Session session) {
        doorkeeper.watch(now, session);
    }
}
