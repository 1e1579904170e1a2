package vigil.pump.sim;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpModel;
import vigil.pump.PumpReading;
import vigil.pump.WatchedLink;

/**
 * What the tests of a link against its speaker have in common: real bytes, virtual time in steps of 10 ms, so that a slow
 * answer comes when it is due, and every query held against the closed set.
 */
abstract class SteppedBench {
    static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    static final LinkState CONNECTING = new LinkState.Connecting("waiting for the first answer");
    private static final Duration STEP = Duration.ofMillis(10);
    private static final int STEPS_PER_S = 100;

    final List<PumpEvent> events = new ArrayList<>();
    WatchedLink link;
    List<String> asked;
    Moment now = START;
    private boolean open;

    SteppedBench(PumpModel model) {
        this.link = WatchedLink.of(model);
        this.asked = link.asked;
    }

    /** From now on another link. */
    final void with(WatchedLink other) {
        link = other;
        asked = link.asked;
    }

    final void run(Speaker device, double seconds) {
        if (!open) {
            open = true;
            link.opened(now, events::add);
        }
        for (long step = (long) (seconds * STEPS_PER_S); step > 0; step--) {
            hear(device.heard(new byte[0], 0, now));
            link.due(now, events::add).ifPresent(query -> {
                byte[] bytes = query.bytes();
                hear(onTheLine(device.heard(bytes, bytes.length, now)));
            });
            now = now.plus(STEP);
        }
    }

    /** What becomes of an answer on its way. */
    byte[] onTheLine(byte[] answer) {
        return answer;
    }

    final void hear(byte[] bytes) {
        if (bytes.length > 0) {
            link.received(bytes, bytes.length, now, events::add);
        }
    }

    final <E extends PumpEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    final List<PumpReading> readings() {
        return of(PumpEvent.Reading.class).stream()
                .map(PumpEvent.Reading::reading)
                .toList();
    }

    final PumpReading last() {
        return readings().getLast();
    }

    final List<LinkState> states() {
        return of(PumpEvent.LinkChanged.class).stream()
                .map(PumpEvent.LinkChanged::state)
                .toList();
    }

    /** Code of each alarm in its order, a plus before one that starts, a minus before one that ends. */
    final List<String> alarms() {
        return events.stream()
                .filter(event -> event instanceof PumpEvent.AlarmStarted || event instanceof PumpEvent.AlarmEnded)
                .map(event -> switch (event) {
                    case PumpEvent.AlarmStarted started -> "+" + started.alarm().code();
                    case PumpEvent.AlarmEnded ended -> "-" + ended.alarm().code();
                    default -> "";
                })
                .toList();
    }
}
