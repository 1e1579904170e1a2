package vigil.export.print;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import vigil.export.print.IppMessage.Group;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;
import vigil.pump.Moment;

/**
 * Prints on a queue of the machine's print service (CUPS on Linux and macOS), which is also asked what became of the job:
 * {@code javax.print} hands a job over and cannot tell. Thread-safe.
 */
public final class QueuePrinter implements Printer {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    /** Of the five seconds, so that the answer is on the screen in time even if the last look takes long. */
    private static final Duration RESERVE = Duration.ofMillis(600);

    private static final int STOPPED = 5;
    private static final int JOB_CANCELED = 7;
    private static final int JOB_ABORTED = 8;
    private static final int JOB_COMPLETED = 9;

    private final PrintService service;
    private final Optional<String> chosen;
    private final Supplier<Moment> clock;

    /**
     * A printer.
     *
     * @param service address of the print service, for example {@code http://localhost:631/}
     * @param chosen name of a queue; empty for the machine's default one
     */
    public QueuePrinter(URI service, Optional<String> chosen, Supplier<Moment> clock) {
        this.service = new PrintService(service);
        this.chosen = chosen;
        this.clock = clock;
    }

    /** Which queues there are, within {@link Printer#PATIENCE}. */
    Queues queues() {
        Attempt attempt = new Attempt(clock.get());
        try {
            return new Queues(attempt.names(), attempt.standard(), Optional.empty());
        } catch (IOException e) {
            return Queues.unknown(saying(e));
        }
    }

    @Override
    public Outcome print(Path pdf, String title) {
        Moment start = clock.get();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(pdf);
        } catch (IOException e) {
            return new Failed(Reason.NO_FILE, chosen.orElse(""), saying(e));
        }
        return new Attempt(start).print(bytes, title);
    }

    private static String saying(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** One print with its time. */
    private final class Attempt {
        private final Moment start;

        Attempt(Moment start) {
            this.start = start;
        }

        Outcome print(byte[] pdf, String title) {
            try {
                Optional<Group> queue = queue();
                return queue.isEmpty() ? nowhere() : print(queue.get(), pdf, title);
            } catch (IOException e) {
                return new Failed(Reason.NO_ANSWER, chosen.orElse(""), saying(e));
            }
        }

        private Duration left() {
            return Printer.PATIENCE.minus(RESERVE).minus(clock.get().since(start));
        }

        private Optional<Group> queue() throws IOException {
            IppMessage answer = chosen.isPresent() ? service.queue(chosen.get(), left()) : service.standard(left());
            return answer.isSuccess()
                    ? answer.about(IppMessage.PRINTER).stream().findFirst()
                    : Optional.empty();
        }

        private List<String> names() throws IOException {
            return service.all(left()).about(IppMessage.PRINTER).stream()
                    .flatMap(queue -> queue.text("printer-name").stream())
                    .toList();
        }

        private Optional<String> standard() throws IOException {
            IppMessage answer = service.standard(left());
            return answer.isSuccess()
                    ? answer.about(IppMessage.PRINTER).stream().findFirst().flatMap(queue -> queue.text("printer-name"))
                    : Optional.empty();
        }

        private Outcome nowhere() throws IOException {
            List<String> names = names();
            if (names.isEmpty()) {
                return new Failed(Reason.NO_PRINTER, chosen.orElse(""), "");
            }
            return new Failed(
                    chosen.isPresent() ? Reason.UNKNOWN_PRINTER : Reason.NO_DEFAULT,
                    chosen.orElse(""),
                    String.join(", ", names));
        }

        private Outcome print(Group queue, byte[] pdf, String title) throws IOException {
            String name = queue.text("printer-name").or(() -> chosen).orElse("");
            if (isStopped(queue)) {
                return new Failed(Reason.PAUSED, name, saying(queue));
            }
            IppMessage answer = service.print(name, title, pdf, left());
            Optional<Integer> number = answer.about(IppMessage.JOB).stream()
                    .flatMap(job -> job.number("job-id").stream())
                    .findFirst();
            if (!answer.isSuccess() || number.isEmpty()) {
                return new Failed(Reason.JOB_FAILED, name, refusal(answer));
            }
            return watch(name, number.get());
        }

        private Outcome watch(String name, int number) throws IOException {
            Optional<Outcome> end = Optional.empty();
            String saying = "";
            while (end.isEmpty() && left().isPositive()) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                Group job = first(service.job(name, number, atLeastAMoment()), IppMessage.JOB);
                saying = job.text("job-printer-state-message").orElse(saying);
                end = ended(name, number, job);
            }
            return end.orElse(new Outcome.Waiting(name, Integer.toString(number), saying));
        }

        private Duration atLeastAMoment() {
            Duration left = left();
            return left.compareTo(RESERVE) < 0 ? RESERVE : left;
        }

        private Optional<Outcome> ended(String name, int number, Group job) throws IOException {
            return switch (job.number("job-state").orElse(0)) {
                case JOB_COMPLETED -> Optional.of(new Outcome.Printed(name, Integer.toString(number)));
                case JOB_ABORTED, JOB_CANCELED ->
                    Optional.of(new Failed(
                            Reason.JOB_FAILED,
                            name,
                            job.text("job-printer-state-message")
                                    .filter(words -> !words.isBlank())
                                    .or(() -> job.text("job-state-reasons"))
                                    .orElse("")));
                default -> stopped(name, number);
            };
        }

        /** A queue that stops keeps the job: it comes out when somebody starts the queue again. */
        private Optional<Outcome> stopped(String name, int number) throws IOException {
            Group queue = first(service.queue(name, atLeastAMoment()), IppMessage.PRINTER);
            return isStopped(queue)
                    ? Optional.of(new Failed(Reason.STOPPED_AFTER, name, "job " + number + ", " + saying(queue)))
                    : Optional.empty();
        }

        private static Group first(IppMessage answer, int tag) throws IOException {
            return answer.about(tag).stream()
                    .findFirst()
                    .orElseThrow(() -> new IOException("the print service tells nothing about its job"));
        }
    }

    private static boolean isStopped(Group queue) {
        return queue.number("printer-state").orElse(0) == STOPPED
                || queue.text("printer-is-accepting-jobs")
                        .filter("false"::equals)
                        .isPresent();
    }

    private static String saying(Group queue) {
        return queue.text("printer-state-message")
                .filter(words -> !words.isBlank())
                .or(() -> queue.text("printer-state-reasons"))
                .orElse("");
    }

    private static String refusal(IppMessage answer) {
        return answer.about(IppMessage.OPERATION).stream()
                .flatMap(about -> about.text("status-message").stream())
                .findFirst()
                .orElse("status " + Integer.toHexString(answer.code()));
    }
}
