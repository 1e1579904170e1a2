package vigil;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;
import vigil.ui.history.Archive;
import vigil.ui.history.Contents;
import vigil.ui.history.Steps;

/**
 * Answers what the views ask of the record, short questions on one thread and long work on another, so that neither the
 * screen nor the session ever waits for it. Thread-safe.
 */
final class Clerk implements Archive {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    private static final Duration BETWEEN_REPORTS = Duration.ofMillis(100);
    private static final String CLOSED = "the record is being opened; ask again in a moment";
    private static final String BUSY = "too much is asked of the record at once; ask again in a moment";

    private final Executor questions;
    private final Executor work;
    private final Supplier<Moment> clock;
    private final AtomicReference<Optional<Contents>> contents = new AtomicReference<>(Optional.empty());

    /** Both executors run one task after the other. */
    Clerk(Executor questions, Executor work, Supplier<Moment> clock) {
        this.questions = questions;
        this.work = work;
        this.clock = clock;
    }

    /** From now on this is asked. */
    void opened(Contents readable) {
        contents.set(Optional.of(readable));
    }

    /** From now on every question is refused. */
    void closed() {
        contents.set(Optional.empty());
    }

    @Override
    public <T> void ask(Question<T> question, Consumer<Answer<T>> answer) {
        hand(questions, () -> answer.accept(answered(question)), answer);
    }

    @Override
    public <T> Errand begin(Work<T> task, Consumer<Progress> progress, Consumer<Answer<T>> answer) {
        Reports reports = new Reports(progress);
        hand(work, () -> answer.accept(answered(readable -> task.of(readable, reports))), answer);
        return () -> reports.givenUp.set(true);
    }

    private static <T> void hand(Executor executor, Runnable task, Consumer<Answer<T>> answer) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.warn("A question to the record was refused", e);
            answer.accept(new Answer.Refused<>(BUSY));
        }
    }

    private <T> Answer<T> answered(Question<T> question) {
        Optional<Contents> readable = contents.get();
        if (readable.isEmpty()) {
            return new Answer.Refused<>(CLOSED);
        }
        try {
            return new Answer.Told<>(question.of(readable.get()));
        } catch (IOException | RuntimeException e) {
            // A mistake in one question must neither end the thread nor leave the asker waiting.
            return failed(e);
        }
    }

    private static <T> Answer<T> failed(Exception e) {
        if (isGivenUp(e)) {
            return new Answer.GivenUp<>();
        }
        LOG.warn("The record could not answer", e);
        return new Answer.Refused<>(e instanceof IOException ? firstLine(e) : "this cannot be told: " + firstLine(e));
    }

    /** Whoever was writing then may have wrapped it. */
    private static boolean isGivenUp(Throwable e) {
        return e instanceof Steps.GivenUpException
                || Optional.ofNullable(e.getCause()).filter(Clerk::isGivenUp).isPresent();
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** What one piece of work tells, at most ten times a second. Told by one thread, given up by another. */
    private final class Reports implements Steps {
        private final Consumer<Progress> told;
        private final AtomicBoolean givenUp = new AtomicBoolean();
        private Optional<Moment> last = Optional.empty();

        private Reports(Consumer<Progress> told) {
            this.told = told;
        }

        @Override
        public void reached(long done, long of) throws GivenUpException {
            if (givenUp.get()) {
                throw new GivenUpException();
            }
            Moment now = clock.get();
            if (last.filter(it -> now.since(it).compareTo(BETWEEN_REPORTS) < 0).isEmpty()) {
                last = Optional.of(now);
                told.accept(new Progress(done, of));
            }
        }
    }
}
