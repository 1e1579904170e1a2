package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.AlarmClass;

/**
 * The pump alarms, stops and starts again, over and over: at the third start, with the three alarms of one kind at most
 * 600 s apart, that is an alarm of its own (alarm page, section 6.4). Immutable.
 *
 * @param cycles what has happened of each kind, oldest first; at most {@value #MOST} of a kind
 * @param raised the kind and the time of the third start
 */
record StopStarts(List<Cycle> cycles, Optional<Raised> raised) {
    static final StopStarts NONE = new StopStarts(List.of(), Optional.empty());

    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final int MOST = 3;

    enum Stage {
        ALERTED,
        STOPPED,
        STARTED
    }

    record Cycle(AlarmClass kind, Duration alert, Stage stage) {
        Cycle at(Stage next) {
            return new Cycle(kind, alert, next);
        }
    }

    record Raised(AlarmClass kind, Duration alert) {}

    StopStarts {
        cycles = List.copyOf(cycles);
    }

    /** A second alarm of a kind before the pump has started again belongs to the same cycle. */
    StopStarts alerted(AlarmClass kind, Duration now, boolean stopped) {
        if (cycles.stream().anyMatch(it -> it.kind() == kind && it.stage() != Stage.STARTED)) {
            return this;
        }
        List<Cycle> next = new ArrayList<>(cycles);
        next.add(new Cycle(kind, now, stopped ? Stage.STOPPED : Stage.ALERTED));
        List<Cycle> same = next.stream().filter(it -> it.kind() == kind).toList();
        if (same.size() > MOST) {
            next.remove(same.getFirst());
        }
        return new StopStarts(next, raised);
    }

    StopStarts stopped() {
        return moved(Stage.ALERTED, Stage.STOPPED);
    }

    StopStarts started(Duration now) {
        StopStarts next = moved(Stage.STOPPED, Stage.STARTED);
        Optional<Raised> third = next.equals(this) ? Optional.empty() : next.third();
        Optional<Raised> kept = raised.filter(it -> now.minus(it.alert()).compareTo(WITHIN) <= 0);
        return third.isPresent() || !kept.equals(raised)
                ? new StopStarts(next.cycles, third.isPresent() ? third : kept)
                : next;
    }

    private StopStarts moved(Stage from, Stage to) {
        return cycles.isEmpty() || cycles.stream().noneMatch(it -> it.stage() == from)
                ? this
                : new StopStarts(
                        cycles.stream()
                                .map(it -> it.stage() == from ? it.at(to) : it)
                                .toList(),
                        raised);
    }

    private Optional<Raised> third() {
        for (Cycle last : cycles.reversed()) {
            List<Cycle> same = cycles.stream()
                    .filter(it -> it.kind() == last.kind() && it.stage() == Stage.STARTED)
                    .toList();
            if (same.size() == MOST
                    && same.getLast().alert().minus(same.getFirst().alert()).compareTo(WITHIN) <= 0) {
                return Optional.of(new Raised(last.kind(), same.getLast().alert()));
            }
        }
        return Optional.empty();
    }
}
