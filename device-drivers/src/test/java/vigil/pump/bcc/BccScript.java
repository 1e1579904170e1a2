package vigil.pump.bcc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpReading;
import vigil.pump.WatchedLink;

/** A BCC link that is given its answers by hand. */
abstract class BccScript {
    static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    final List<PumpEvent> events = new ArrayList<>();
    WatchedLink link = WatchedLink.bcc(BccStuffing.ON, BccLink.POLL_PERIOD);
    Moment now = START;

    void open() {
        link.opened(now, events::add);
    }

    /** Lets time pass and collects what is sent, each as name and milliseconds since now. */
    List<String> sentWithin(int millis) {
        List<String> sent = new ArrayList<>();
        Moment begin = now;
        Moment end = now.plus(Duration.ofMillis(millis));
        while (link.wakeAt() <= end.bootNanos()) {
            long wait = link.wakeAt() - now.bootNanos();
            now = wait > 0 ? now.plus(Duration.ofNanos(wait)) : now;
            link.due(now, events::add)
                    .ifPresent(query ->
                            sent.add(query.name() + "@" + now.since(begin).toMillis()));
        }
        now = end;
        return sent;
    }

    void answer(byte[] bytes) {
        link.received(bytes, bytes.length, now, events::add);
    }

    void answer(String information, boolean last) {
        answer(new BccFrame("SpaceCOM", information.replace('|', BccFrame.RS), last).bytes(true));
    }

    /** Brings the link to where its first MEM:GET is outstanding. */
    void polling() {
        open();
        sentWithin(0);
        answer("1,50100,GNACK,0", true);
        sentWithin(100);
        answer("1,50100,V3.30", true);
        assertThat(sentWithin(100)).containsExactly("ACK@100", "MEM:GET@100");
    }

    LinkState state() {
        return events.stream()
                .filter(PumpEvent.LinkChanged.class::isInstance)
                .map(event -> ((PumpEvent.LinkChanged) event).state())
                .reduce(new LinkState.Closed(), (before, after) -> after);
    }

    List<PumpReading> readings() {
        return events.stream()
                .filter(PumpEvent.Reading.class::isInstance)
                .map(event -> ((PumpEvent.Reading) event).reading())
                .toList();
    }
}
