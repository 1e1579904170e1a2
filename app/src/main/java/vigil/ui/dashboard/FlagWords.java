package vigil.ui.dashboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Finds room for the words of the trend's flags on their one line, so that none runs into another word, a flag or the
 * edge. What weighs most is placed first, of equals the newest; what finds no room is left out, and its flag stays.
 *
 * @param from left edge, px
 * @param to right edge, px
 * @param width width of a word, px
 */
record FlagWords(double from, double to, ToDoubleFunction<String> width) {
    /** From the middle of a flag to its word. */
    private static final double BESIDE = 9;
    /** Half of a flag and a little air. */
    private static final double FLAG = 7;

    private static final double AIR = 8;

    /** A flag to be named. */
    record Wanted(double x, String word, TrendModel.Flag.Weight weight) {}

    /** A word and where it begins. */
    record Placed(double x, String word) {}

    private record Span(double from, double to) {
        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }
    }

    List<Placed> place(List<Wanted> flags) {
        List<Integer> order = IntStream.range(0, flags.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> flags.get(i).weight())
                        .thenComparing(Comparator.reverseOrder()))
                .toList();
        List<Span> taken = new ArrayList<>();
        flags.forEach(flag -> taken.add(new Span(flag.x() - FLAG, flag.x() + FLAG)));
        List<Placed> placed = new ArrayList<>();
        order.forEach(i -> place(flags.get(i), taken, placed));
        return placed;
    }

    private void place(Wanted flag, List<Span> taken, List<Placed> placed) {
        double wide = width.applyAsDouble(flag.word());
        for (double start : new double[] {flag.x() + BESIDE, flag.x() - BESIDE - wide}) {
            Span span = new Span(start, start + wide);
            if (start >= from && span.to() <= to && taken.stream().noneMatch(span::meets)) {
                taken.add(new Span(start - AIR, span.to() + AIR));
                placed.add(new Placed(start, flag.word()));
                return;
            }
        }
    }
}
