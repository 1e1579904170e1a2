package vigil.pump;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.pump.bcc.BccLink;
import vigil.pump.bcc.BccStuffing;
import vigil.pump.fresenius.FreseniusLink;
import vigil.pump.fresenius.FreseniusSubscription;
import vigil.pump.newera.NewEraLink;

/**
 * A link of which every byte that it sends is held against the closed set of its model. Only here do the tests of this
 * module make links ({@link ReadOnlyTest}), so nothing is ever sent in one of them that is not on the printed list.
 */
public final class WatchedLink implements PumpLink {
    /** The names of what was sent. */
    public final List<String> asked = new ArrayList<>();

    private static final int MOST_KEPT = 65_536;

    private final PumpModel model;
    private final PumpLink link;
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private WatchedLink(PumpModel model, PumpLink link) {
        this.model = model;
        this.link = link;
    }

    public static WatchedLink of(PumpModel model) {
        return new WatchedLink(model, model.newLink());
    }

    public static WatchedLink bcc(BccStuffing stuffing, Duration pollPeriod) {
        return new WatchedLink(PumpModel.BCC, new BccLink(stuffing, pollPeriod));
    }

    public static WatchedLink fresenius(FreseniusSubscription subscription, Duration pollPeriod) {
        return new WatchedLink(PumpModel.FRESENIUS, new FreseniusLink(subscription, pollPeriod));
    }

    public static WatchedLink newEra(int address) {
        return new WatchedLink(PumpModel.NEW_ERA, new NewEraLink(address));
    }

    /** The first bytes sent, as hexadecimal digits. May be asked from another thread. */
    public String sentHex() {
        synchronized (sent) {
            return HexFormat.of().formatHex(sent.toByteArray());
        }
    }

    @Override
    public Optional<Query> due(Moment now, Consumer<PumpEvent> out) {
        Optional<Query> query = link.due(now, out);
        query.ifPresent(this::verify);
        return query;
    }

    private void verify(Query query) {
        ClosedSet.verify(model, query.bytes());
        asked.add(query.name());
        synchronized (sent) {
            if (sent.size() < MOST_KEPT) {
                sent.writeBytes(query.bytes());
            }
        }
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
    public long wakeAt() {
        return link.wakeAt();
    }

    @Override
    public Duration staleAfter() {
        return link.staleAfter();
    }

    @Override
    public void leave(Moment now) {
        link.leave(now);
    }

    @Override
    public boolean hasLeft() {
        return link.hasLeft();
    }

    @Override
    public LinkCounters counters() {
        return link.counters();
    }
}
