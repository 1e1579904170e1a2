package vigil.pump.line;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;

/**
 * Lets the first {@value #EACH} rejections of a second pass one by one and tells the rest of that second as one with their
 * number and bytes: a babbling line would otherwise fill the queue and the record (faults A1, A19). Nothing else waits,
 * and nothing is left out of the count. Not thread-safe.
 */
final class RejectionSums implements Consumer<PumpEvent> {
    static final int EACH = 5;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Consumer<PumpEvent> sink;
    private Optional<Moment> began = Optional.empty();
    private int passed;
    private Optional<PumpEvent.Rejected> sum = Optional.empty();

    RejectionSums(Consumer<PumpEvent> sink) {
        this.sink = sink;
    }

    @Override
    public void accept(PumpEvent said) {
        tellOlderThanASecond(said.at());
        if (said instanceof PumpEvent.Rejected rejected) {
            reject(rejected);
        } else {
            sink.accept(said);
        }
    }

    private void reject(PumpEvent.Rejected rejected) {
        if (began.isEmpty()) {
            began = Optional.of(rejected.at());
        }
        if (passed < EACH) {
            passed++;
            sink.accept(rejected);
        } else {
            sum = Optional.of(sum.map(before -> before.and(rejected)).orElse(rejected));
        }
    }

    /** Tells the sum of a second that is over; to be called a few times a second, and with every event. */
    void tellOlderThanASecond(Moment now) {
        if (began.filter(start -> now.since(start).compareTo(SECOND) >= 0).isPresent()) {
            tell();
        }
    }

    /** Tells what has been summed so far. */
    void tell() {
        sum.ifPresent(sink);
        sum = Optional.empty();
        began = Optional.empty();
        passed = 0;
    }
}
