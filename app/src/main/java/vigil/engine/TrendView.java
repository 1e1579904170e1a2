package vigil.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import vigil.session.Trend;

/** A list seen through a function: nothing is copied, however long the course. Immutable as its source is. */
final class TrendView<S, T> extends AbstractList<T> implements RandomAccess {
    private static final int DOSE_DECIMALS = 4;

    private final List<S> source;
    private final Function<S, T> look;

    private TrendView(List<S> source, Function<S, T> look) {
        this.source = source;
        this.look = look;
    }

    static Snapshot.Trend of(Trend trend) {
        return new Snapshot.Trend(
                new TrendView<>(trend.points(), TrendView::point),
                new TrendView<>(trend.marks(), it -> new Snapshot.Mark(it.at(), it.key(), it.argument())),
                new TrendView<>(trend.scores(), it -> new Snapshot.Score(it.at(), it.painAtRest(), it.sedation())));
    }

    private static Snapshot.Point point(Trend.Point point) {
        return new Snapshot.Point(
                point.at(),
                point.doseRate().map(rate -> rate.toDecimal(DOSE_DECIMALS)),
                point.cumulativeMg(),
                point.delivering());
    }

    @Override
    public T get(int index) {
        return look.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }
}
