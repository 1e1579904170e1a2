package vigil;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vigil.pump.LinkCounters;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.Query;
import vigil.pump.line.LineListener;
import vigil.ui.wire.WireSight;
import vigil.ui.wire.WireSight.Kind;
import vigil.ui.wire.WireSight.Row;

/**
 * Keeps the last of what passed over a line and tells it on, now and then, for the wire view. Nothing of it is
 * written anywhere. Used by one thread, the one that uses the line.
 */
final class WireWatch implements LineListener {
    /** Rows kept; older ones are forgotten. */
    static final int MOST_ROWS = 500;

    /** Blocks that follow each other this closely are one row. */
    private static final Duration TOGETHER = Duration.ofMillis(100);

    private static final int MOST_BYTES = 256;
    private static final int MOST_REASONS = 16;
    private static final String OTHER = "other reasons";
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final WireSight.Connection connection;
    private final Supplier<LinkCounters> counters;
    private final Consumer<WireSight> told;
    private final Duration between;
    private final ArrayDeque<Row> rows = new ArrayDeque<>(MOST_ROWS);
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private Optional<Moment> lastTold = Optional.empty();
    private long number;
    private boolean news;

    /** {@code counters} belong to the same thread; {@code told} is called no more than once in {@code between}. */
    WireWatch(
            WireSight.Connection connection,
            Supplier<LinkCounters> counters,
            Consumer<WireSight> told,
            Duration between) {
        this.connection = connection;
        this.counters = counters;
        this.told = told;
        this.between = between;
    }

    @Override
    public void received(byte[] bytes, Moment at) {
        Row row = row(at.utc(), Kind.RECEIVED, "", bytes);
        Row before = rows.peekLast();
        if (before != null && isContinuedBy(before, row)) {
            rows.removeLast();
            row = new Row(
                    before.number(),
                    before.at(),
                    Kind.RECEIVED,
                    "",
                    before.hex() + " " + row.hex(),
                    before.text() + row.text());
        }
        keep(row, at);
    }

    private static boolean isContinuedBy(Row before, Row row) {
        return before.kind() == Kind.RECEIVED
                && before.text().length() + row.text().length() <= MOST_BYTES
                && Duration.between(before.at(), row.at()).abs().compareTo(TOGETHER) < 0;
    }

    @Override
    public void sent(Query query, Moment at) {
        keep(row(at.utc(), Kind.SENT, query.name(), query.bytes()), at);
    }

    @Override
    public void idle(Moment at) {
        tell(at);
    }

    /** Also sees what the link makes of the bytes; everything goes on to {@code sink}. */
    Consumer<PumpEvent> watching(Consumer<PumpEvent> sink) {
        return said -> {
            heard(said);
            sink.accept(said);
        };
    }

    private void heard(PumpEvent said) {
        switch (said) {
            case PumpEvent.Rejected it -> rejected(it);
            case PumpEvent.LinkChanged it -> {
                news = true;
                tell(it.at());
            }
            case PumpEvent.Reading _, PumpEvent.AlarmStarted _, PumpEvent.AlarmEnded _, PumpEvent.SlotChanged _ -> {}
        }
    }

    private void rejected(PumpEvent.Rejected said) {
        boolean known = reasons.containsKey(said.reason()) || reasons.size() < MOST_REASONS;
        reasons.merge(known ? said.reason() : OTHER, (long) said.frameCount(), Long::sum);
        byte[] bytes = HexFormat.of().parseHex(said.bytesHex());
        keep(row(said.at().utc(), Kind.REJECTED, said.reason(), bytes), said.at());
    }

    private Row row(Instant at, Kind kind, String name, byte[] bytes) {
        int length = Math.min(bytes.length, MOST_BYTES);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            boolean printable = bytes[i] >= ' ' && bytes[i] <= '~';
            text.append(printable ? (char) bytes[i] : '·');
        }
        return new Row(++number, at, kind, name, HEX.formatHex(bytes, 0, length), text.toString());
    }

    private void keep(Row row, Moment at) {
        if (rows.size() >= MOST_ROWS) {
            rows.removeFirst();
        }
        rows.addLast(row);
        news = true;
        tell(at);
    }

    private void tell(Moment at) {
        boolean due =
                lastTold.map(last -> at.since(last).compareTo(between) >= 0).orElse(true);
        if (news && due) {
            news = false;
            lastTold = Optional.of(at);
            told.accept(new WireSight(connection, List.copyOf(rows), counters.get(), rejections()));
        }
    }

    private List<WireSight.Rejection> rejections() {
        return reasons.entrySet().stream()
                .map(it -> new WireSight.Rejection(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(WireSight.Rejection::count).reversed())
                .toList();
    }
}
