package vigil.export.mllp;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the messages of a bedside's courses to an HL7 receiver, in their order, on a thread of its own. Nothing waits in
 * memory or in a file: what is due is made again from the record and held against what was answered, so that an outage
 * or a restart costs nothing. No answer: the same message again, after a pause that grows. A refusal: told once, kept,
 * and the queue moves on. {@link #stop} may be called from any thread and never waits.
 */
public final class Hl7Outbox implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Hl7Outbox.class);
    /** So many answers at most are forgotten by a power cut; their messages are then sent again under the same ids. */
    private static final int SAVE_EACH = 50;

    /** What there is to send. Called on the outbox's thread. */
    public interface Source {
        /** The courses that are looked at, oldest first. */
        List<String> courses() throws IOException;

        /** Its messages so far, in their order. */
        List<Outgoing> messages(String course) throws IOException;
    }

    /**
     * How long it waits.
     *
     * @param patience with the connection and with each answer
     * @param first pause after a failure; each further one is twice as long
     * @param longest of these pauses
     * @param between looks at the record while all goes well
     */
    public record Pauses(Duration patience, Duration first, Duration longest, Duration between) {
        public static final Pauses STANDARD = new Pauses(
                Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofMinutes(5), Duration.ofSeconds(30));

        private Duration after(Duration pause) {
            Duration next = pause.multipliedBy(2);
            return next.compareTo(longest) > 0 ? longest : next;
        }
    }

    private final MllpReceiver receiver;
    private final Source source;
    private final Answered answered;
    private final Pauses pauses;
    private final Consumer<Hl7Status> told;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int unsaved;

    public Hl7Outbox(MllpReceiver receiver, Source source, Answered answered, Pauses pauses, Consumer<Hl7Status> told) {
        this.receiver = receiver;
        this.source = source;
        this.answered = answered;
        this.pauses = pauses;
        this.told = told;
    }

    /** Ends it soon, at the latest when an answer times out. */
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    @Override
    public void run() {
        Duration pause = pauses.first();
        while (!isStopped()) {
            boolean through = isThrough();
            await(through ? pauses.between() : pause);
            pause = through ? pauses.first() : pauses.after(pause);
        }
    }

    /** One look at the record: everything that is due, or as far as it goes. */
    private boolean isThrough() {
        Deque<Outgoing> due = new ArrayDeque<>();
        try (MllpLine line = new MllpLine(receiver, pauses.patience())) {
            due.addAll(due());
            while (!due.isEmpty() && !isStopped()) {
                deliver(line, due.getFirst());
                due.removeFirst();
            }
            save();
            told.accept(new Hl7Status.Through());
            return true;
        } catch (IOException e) {
            LOG.debug("The HL7 receiver {} has not taken everything", receiver, e);
            saveWhatWasAnswered();
            told.accept(new Hl7Status.Waiting(due.size(), reason(e)));
            return false;
        } catch (RuntimeException e) {
            // A course that nobody foresaw must not end the sending for good. What is said of it may name the patient.
            LOG.error("HL7 messages could not be made: {}", e.getClass().getName());
            saveWhatWasAnswered();
            told.accept(new Hl7Status.Waiting(due.size(), "messages could not be made"));
            return false;
        }
    }

    private List<Outgoing> due() throws IOException {
        Set<String> ids = new HashSet<>();
        Deque<Outgoing> due = new ArrayDeque<>();
        for (String course : source.courses()) {
            for (Outgoing message : source.messages(course)) {
                ids.add(message.id());
                if (!answered.has(message.id())) {
                    due.add(message);
                }
            }
        }
        answered.keepOnly(ids);
        return List.copyOf(due);
    }

    private void deliver(MllpLine line, Outgoing message) throws IOException {
        switch (line.exchange(message.text())) {
            case Answer.Taken _ -> {
                answered.taken(message.id());
                told.accept(new Hl7Status.Taken());
            }
            case Answer.Refused(String words) -> {
                answered.refused(message.id(), words);
                told.accept(new Hl7Status.Refused(words));
            }
            case Answer.Strange(String words) -> throw new IOException(words);
        }
        unsaved++;
        if (unsaved >= SAVE_EACH) {
            save();
        }
    }

    private void save() throws IOException {
        if (unsaved > 0) {
            answered.save();
            unsaved = 0;
        }
    }

    private void saveWhatWasAnswered() {
        try {
            save();
        } catch (IOException e) {
            LOG.warn("What the HL7 receiver {} has answered cannot be kept: {}", receiver, reason(e));
        }
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void await(Duration pause) {
        try {
            if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The HL7 outbox ends");
            }
        } catch (InterruptedException e) {
            stopped.countDown();
            Thread.currentThread().interrupt();
        }
    }
}
