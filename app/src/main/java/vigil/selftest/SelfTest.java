package vigil.selftest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * All checks, one after the other, each for a limited time: a printer service or a sound card that hangs is a finding and
 * does not hold up the others.
 */
public final class SelfTest {
    private final Map<Part, Check> checks;
    private final Executor threads;
    private final Duration patience;

    /** What one part is like. */
    public record Line(Part part, Finding finding) {}

    /** @param threads runs each check on a thread that may be left behind */
    public SelfTest(Map<Part, Check> checks, Executor threads, Duration patience) {
        this.checks = Collections.unmodifiableMap(new EnumMap<>(checks));
        this.threads = threads;
        this.patience = patience;
    }

    /** Looks at everything; takes {@code patience} for each part at most. */
    public List<Line> run() throws InterruptedException {
        List<Line> lines = new ArrayList<>();
        for (Map.Entry<Part, Check> entry : checks.entrySet()) {
            lines.add(new Line(entry.getKey(), found(entry.getValue())));
        }
        return List.copyOf(lines);
    }

    private Finding found(Check check) throws InterruptedException {
        CompletableFuture<Finding> answer = new CompletableFuture<>();
        threads.execute(() -> answer.completeAsync(() -> looked(check), Runnable::run));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return Finding.failed("does not answer within %d s".formatted(patience.toSeconds()));
        } catch (ExecutionException e) {
            return Finding.failed(reason(Objects.requireNonNullElse(e.getCause(), e)));
        }
    }

    /** An {@code Error}, such as a library that cannot be loaded, reaches the caller as the cause of its answer. */
    private static Finding looked(Check check) {
        try {
            return check.look();
        } catch (Exception e) {
            return Finding.failed(reason(e));
        }
    }

    private static String reason(Throwable failure) {
        String message =
                String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return message.isBlank() || message.equals("null")
                ? "cannot be used (%s)".formatted(failure.getClass().getSimpleName())
                : message;
    }
}
