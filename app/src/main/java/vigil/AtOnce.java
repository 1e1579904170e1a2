package vigil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * Takes the events of a wire that is played at once, with the ticks that a clock would have given between them, and tells
 * each once it is on the disk. Used by one thread.
 */
final class AtOnce {
    private static final Logger LOG = LoggerFactory.getLogger(AtOnce.class);
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int BATCH = 256;

    private final Bedside bedside;
    private final Recorder.Printer printer;
    private final List<SessionLoop.Seen> seen = new ArrayList<>(BATCH);
    private Moment now;

    AtOnce(Bedside bedside, Recorder.Printer printer, Moment start) {
        this.bedside = bedside;
        this.printer = printer;
        this.now = start;
    }

    /** Events come in the order of their time. */
    void take(Event event) {
        while (event.at().since(now).compareTo(TICK) > 0) {
            accept(new Event.Tick(now.plus(TICK)));
        }
        accept(event);
    }

    private void accept(Event event) {
        now = event.at();
        bedside.accept(event)
                .ifPresentOrElse(
                        reason -> LOG.warn("Refused: {}", reason),
                        () -> seen.add(new SessionLoop.Seen(event, bedside.snapshot(now))));
        if (seen.size() >= BATCH) {
            settle();
        }
    }

    /** Brings everything to the disk and tells it. */
    void settle() {
        bedside.settle(now);
        seen.forEach(each -> printer.recorded(each.event(), each.after()));
        seen.clear();
    }
}
