package vigil.pump.fresenius;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.LinkCounters;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.PumpReading;
import vigil.pump.Query;
import vigil.pump.WatchedLink;
import vigil.pump.sim.Bench;
import vigil.pump.sim.Faults;
import vigil.pump.sim.Speaker;

/** A link on a bench, and the names of what it sent. */
final class FreseniusBench implements PumpLink {
    static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    final List<PumpEvent> events = new ArrayList<>();
    final List<String> sent = new ArrayList<>();
    final WatchedLink link;
    private final Bench bench;

    FreseniusBench(WatchedLink link, Speaker speaker) {
        this(link, speaker, Faults.none(START));
    }

    FreseniusBench(WatchedLink link, Speaker speaker, Faults faults) {
        this.link = link;
        this.bench = new Bench(this, speaker, faults, START);
    }

    void run(double seconds) {
        bench.advance(now().plus(Duration.ofMillis((long) (seconds * 1_000))), events::add);
    }

    Moment now() {
        return bench.now();
    }

    <E extends PumpEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<PumpReading> readings() {
        return of(PumpEvent.Reading.class).stream()
                .map(PumpEvent.Reading::reading)
                .toList();
    }

    PumpReading last() {
        return readings().getLast();
    }

    List<LinkState> states() {
        return of(PumpEvent.LinkChanged.class).stream()
                .map(PumpEvent.LinkChanged::state)
                .toList();
    }

    @Override
    public void opened(Moment now, Consumer<PumpEvent> out) {
        link.opened(now, out);
    }

    @Override
    public void closed(LinkState state, Moment now, Consumer<PumpEvent> out) {
        link.closed(state, now, out);
    }

    @Override
    public void received(byte[] buffer, int length, Moment now, Consumer<PumpEvent> out) {
        link.received(buffer, length, now, out);
    }

    @Override
    public Optional<Query> due(Moment now, Consumer<PumpEvent> out) {
        Optional<Query> query = link.due(now, out);
        query.ifPresent(this::keep);
        return query;
    }

    private void keep(Query query) {
        sent.add(query.name());
    }

    @Override
    public long wakeAt() {
        return link.wakeAt();
    }

    @Override
    public LinkCounters counters() {
        return link.counters();
    }
}
