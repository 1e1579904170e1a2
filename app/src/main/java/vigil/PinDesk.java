package vigil;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.people.Answer;
import vigil.people.Argon2;
import vigil.people.Credentials;
import vigil.people.People;
import vigil.people.Pin;
import vigil.people.Throttle;
import vigil.people.User;
import vigil.pump.Moment;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;

/**
 * Looks at PINs, one at a time. That takes a fifth of a second on purpose and runs on a thread of its own; what follows is
 * decided on the session thread. A wrong id and a wrong PIN take as long and are answered alike. May be called from any
 * thread.
 */
final class PinDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PinDesk.class);
    private static final String FULL = "the console does not keep up; enter it again";
    private static final Duration MOMENT = Duration.ofSeconds(1);
    private static final int SALT_BYTES = 16;
    private static final int MOST_STRANGERS = 64;

    private final Executor pins;
    private final Argon2.Cost cost;
    private final Inbox inbox;
    private final SecureRandom random = new SecureRandom();
    private final PinHash decoy;
    private final AtomicBoolean looking = new AtomicBoolean();
    /** Wrong tries for ids that are no user's. Not recorded: what was typed may be anything. For the session thread. */
    private final Map<String, Throttle> strangers = new LinkedHashMap<>();

    /** Takes what is to be done on the session thread; false when it takes no more. */
    interface Inbox {
        boolean offer(Task task);
    }

    /** Something to do on the session thread. */
    interface Task {
        void run(Moment now, Asked.Session session);
    }

    /** What follows from a right PIN, on the session thread; {@code fresh} is the new one where one was chosen. */
    interface Proved {
        Answer by(User user, Optional<PinHash> fresh, Moment now, Asked.Session session);
    }

    /** What follows once a new PIN is hashed, on the session thread. */
    interface Hashed {
        Answer with(PinHash pin, Moment now, Asked.Session session);
    }

    /** {@code pins} runs what it is given one after the other. */
    PinDesk(Executor pins, Argon2.Cost cost, Inbox inbox) {
        this.pins = pins;
        this.cost = cost;
        this.inbox = inbox;
        this.decoy = Argon2.decoy(salt(), cost);
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    /** Hands {@code task} to the session thread, or answers that it takes no more. */
    void ask(Task task, Consumer<Answer> answer) {
        if (!inbox.offer(task)) {
            LOG.error("Too much waits already; something asked about people was not taken");
            answer.accept(new Answer.Refused(FULL));
        }
    }

    /** Whether {@code given} is right; {@code chosen} is hashed as well, for whoever is to have a PIN of his own. */
    void prove(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer, Proved then) {
        String id = People.id(given.userId());
        ask(
                (now, session) -> {
                    Optional<User> user = session.people().user(id);
                    Duration left = throttle(id, user).left(session.state().elapsedAt(now));
                    if (left.isPositive()) {
                        answer.accept(new Answer.Wait(left));
                    } else {
                        look(new Try(id, user, given.pin(), chosen), answer, then);
                    }
                },
                answer);
    }

    private record Try(String id, Optional<User> user, Pin pin, Optional<Pin> chosen) {}

    private Throttle throttle(String id, Optional<User> user) {
        return user.map(User::throttle).orElseGet(() -> strangers.getOrDefault(id, Throttle.NONE));
    }

    private void look(Try tried, Consumer<Answer> answer, Proved then) {
        inTurn(answer, () -> {
            boolean right =
                    Argon2.matches(tried.pin(), tried.user().map(User::pin).orElse(decoy))
                            && tried.user().filter(User::allowed).isPresent();
            Optional<PinHash> fresh = tried.chosen().filter(_ -> right).map(pin -> Argon2.hash(pin, salt(), cost));
            return (now, session) ->
                    answer.accept(right ? proved(tried, fresh, then, now, session) : failed(tried, now, session));
        });
    }

    /** The user may have been changed while his PIN was looked at. */
    private static Answer proved(Try tried, Optional<PinHash> fresh, Proved then, Moment now, Asked.Session session) {
        Optional<User> user = session.people().user(tried.id());
        return user.filter(it -> it.allowed() && tried.user().map(User::pin).equals(Optional.of(it.pin())))
                .map(it -> then.by(it, fresh, now, session))
                .orElseGet(() -> new Answer.NotAccepted(Duration.ZERO));
    }

    private Answer failed(Try tried, Moment now, Asked.Session session) {
        Duration elapsed = session.state().elapsedAt(now);
        Optional<String> known = tried.user().map(user -> user.staff().userId());
        if (known.isEmpty()) {
            strangers.put(tried.id(), throttle(tried.id(), Optional.empty()).failed(elapsed));
            strangers.keySet().stream()
                    .limit(Math.max(0, strangers.size() - MOST_STRANGERS))
                    .toList()
                    .forEach(strangers::remove);
        }
        session.accept(new PeopleEvent.SignInFailed(now, known))
                .ifPresent(reason -> LOG.error("A failed sign-in was not taken: {}", reason));
        return new Answer.NotAccepted(
                throttle(tried.id(), session.people().user(tried.id())).left(elapsed));
    }

    /** Hashes a new PIN of {@code userId} if it may be chosen. */
    void hash(String userId, Pin pin, Consumer<Answer> answer, Hashed then) {
        Optional<Pin.Fault> fault = pin.fault(userId);
        if (fault.isPresent()) {
            answer.accept(new Answer.PinFault(fault.get()));
        } else {
            inTurn(answer, () -> {
                PinHash hash = Argon2.hash(pin, salt(), cost);
                return (now, session) -> answer.accept(then.with(hash, now, session));
            });
        }
    }

    private interface Work {
        Task done();
    }

    /** One at a time: whoever asks meanwhile asks again. */
    private void inTurn(Consumer<Answer> answer, Work work) {
        if (!looking.compareAndSet(false, true)) {
            answer.accept(new Answer.Wait(MOMENT));
            return;
        }
        try {
            pins.execute(() -> {
                try {
                    ask(work.done(), answer);
                } finally {
                    looking.set(false);
                }
            });
        } catch (RejectedExecutionException e) {
            looking.set(false);
            LOG.error("A PIN could not be looked at", e);
            answer.accept(new Answer.Refused(FULL));
        }
    }
}
