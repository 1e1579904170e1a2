package vigil.session;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The segments of a course in order. Opens a new one whenever weight, concentration, counter or pump change, so that no
 * millilitre is ever counted with the wrong number. Immutable.
 */
public record Segments(List<Segment> ended, Optional<Segment> current) {
    public static final Segments NONE = new Segments(List.of(), Optional.empty());

    public Segments {
        ended = List.copyOf(ended);
    }

    /** All segments, the present one last. */
    public List<Segment> all() {
        return Stream.concat(ended.stream(), current.stream()).toList();
    }

    /** Volume of all segments that filled the line (A21), mL. */
    BigDecimal purgedMl() {
        BigDecimal sum = current.isPresent() ? current.get().counted().purgedMl() : BigDecimal.ZERO;
        for (Segment segment : ended) {
            sum = sum.add(segment.counted().purgedMl());
        }
        return sum;
    }

    Segments opened(Segment.Cause because, Stamp at, SetUp setUp) {
        List<Segment> closed = new ArrayList<>(ended);
        current.filter(segment -> !segment.counted().isNothing())
                .map(segment -> segment.endedAt(at))
                .ifPresent(closed::add);
        Segment next = Segment.opened(closed.size() + 1, causeOf(because), at, setUp);
        return new Segments(closed, Optional.of(next));
    }

    private Segment.Cause causeOf(Segment.Cause because) {
        boolean nothingYet = ended.isEmpty()
                && current.map(segment -> segment.counted().isNothing()).orElse(true);
        return nothingYet ? Segment.Cause.START : because;
    }

    /** Opens a segment if there is one already; before the first there is nothing to separate. */
    Segments changed(Segment.Cause because, Stamp at, SetUp setUp) {
        return current.isPresent() ? opened(because, at, setUp) : this;
    }

    Segments plus(Interval interval, boolean patient) {
        return new Segments(ended, current.map(segment -> segment.plus(interval, patient)));
    }

    /** Drug may have been given in the present segment that will never be counted. */
    Segments missing() {
        return new Segments(ended, current.map(Segment::missing));
    }

    /** True when the sum of all segments is less than what may have been given. */
    public boolean isLowerBound() {
        return ended.stream().anyMatch(Segment::isLowerBound)
                || current.map(Segment::isLowerBound).orElse(false);
    }
}
