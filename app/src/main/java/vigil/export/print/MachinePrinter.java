package vigil.export.print;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import vigil.export.print.Outcome.Failed;
import vigil.export.print.Outcome.Reason;
import vigil.pump.Moment;

/**
 * The printer of this machine: a queue of CUPS where it runs, else what {@code javax.print} finds. Bounds both to
 * {@link Printer#PATIENCE}, even where a driver or a half-open connection hangs. Thread-safe.
 */
public final class MachinePrinter implements Printer {
    private static final String LOCAL = "localhost";
    private static final int PORT = 631;
    private static final Duration KNOCK = Duration.ofSeconds(1);

    private final URI service;
    private final Optional<String> chosen;
    private final Supplier<Moment> clock;
    private final Executor apart;

    /**
     * The printer of this machine.
     *
     * @param environment of the process: {@code CUPS_SERVER} names another print service, as for {@code lp}
     * @param chosen name of a queue; empty for the default one
     * @param apart runs each print on a thread of its own, which may hang
     */
    public MachinePrinter(
            Map<String, String> environment, Optional<String> chosen, Supplier<Moment> clock, Executor apart) {
        this.service = address(environment.getOrDefault("CUPS_SERVER", LOCAL));
        this.chosen = chosen;
        this.clock = clock;
        this.apart = apart;
    }

    /** {@code host}, {@code host:port}, or {@code host/version=1.1}; a socket in the file system stands for this machine. */
    static URI address(String server) {
        String host = server.startsWith("/") || server.isBlank() ? LOCAL : server.replaceFirst("/.*", "");
        return URI.create("http://" + (host.matches(".*:\\d+") ? host : host + ":" + PORT) + "/");
    }

    @Override
    public Outcome print(Path pdf, String title) {
        return inTime(() -> printed(pdf, title), this::noAnswer);
    }

    /** Which queues this machine has, in the same time. */
    public Queues queues() {
        return inTime(this::listed, Queues::unknown);
    }

    private <T> T inTime(Supplier<T> task, Function<String, T> otherwise) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        apart.execute(() -> answer.complete(caught(task, otherwise)));
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return otherwise.apply("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException e) {
            return otherwise.apply(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply("interrupted");
        }
    }

    private static <T> T caught(Supplier<T> task, Function<String, T> otherwise) {
        try {
            return task.get();
        } catch (RuntimeException e) {
            // Printer drivers throw what they like; the person is waiting for a line that says so.
            return otherwise.apply(String.valueOf(e.getMessage()));
        }
    }

    private Outcome noAnswer(String why) {
        return new Failed(Reason.NO_ANSWER, chosen.orElse(""), why);
    }

    private Outcome printed(Path pdf, String title) {
        return isThere()
                ? new QueuePrinter(service, chosen, clock).print(pdf, title)
                : new DesktopPrinter(chosen).print(pdf, title);
    }

    private Queues listed() {
        return isThere() ? new QueuePrinter(service, chosen, clock).queues() : DesktopPrinter.queues();
    }

    private boolean isThere() {
        try (Socket knock = new Socket()) {
            knock.connect(
                    new InetSocketAddress(service.getHost(), service.getPort()), Math.toIntExact(KNOCK.toMillis()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
