package vigil.kinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.kinetics.PlasmaCourse.Point;

class PlasmaCourseTest {
    private static final PlasmaCourse BEGIN = PlasmaCourse.begin(PopulationModels.ofBand());

    private static Stretch stretch(double fromH, double toH, double mgPerH) {
        return new Stretch(fromH, toH, mgPerH, 70, false);
    }

    @Test
    void thereIsNoEstimateBeforeTheFirstStretch() {
        assertThat(BEGIN.upTo(List.of()).points()).isEmpty();
        assertThat(BEGIN.newest()).isEmpty();
    }

    @Test
    void aPointStandsAtEachFullMinuteAndAtBothEnds() {
        assertThat(BEGIN.upTo(List.of(stretch(0.005, 0.06, 7))).points().stream()
                        .map(Point::atH))
                .containsExactly(0.005, 1 / 60.0, 2 / 60.0, 3 / 60.0, 0.06);
    }

    @Test
    void aPointStandsWhereTheRateChanges() {
        List<Stretch> pause = List.of(stretch(0, 0.01, 7), stretch(0.01, 0.016, 0));
        assertThat(BEGIN.upTo(pause).points().stream().map(Point::atH)).containsExactly(0.0, 0.01, 0.016);
    }

    @Test
    void theEstimateEndsWhereTheInfusionIsLoggedTo() {
        assertThat(BEGIN.upTo(List.of(stretch(0, 3.7, 7)))
                        .newest()
                        .orElseThrow()
                        .atH())
                .isEqualTo(3.7);
    }

    @Test
    void aReconciledStretchMarksItsPoints() {
        List<Stretch> gap = List.of(stretch(0, 1, 7), new Stretch(1, 1.5, 6, 70, true), stretch(1.5, 2, 7));
        assertThat(BEGIN.upTo(gap).points().stream()
                        .filter(Point::reconciled)
                        .allMatch(point -> point.atH() > 1 && point.atH() <= 1.5))
                .isTrue();
        assertThat(BEGIN.upTo(gap).points().stream().filter(Point::reconciled)).hasSize(30);
    }

    @Test
    void aNewWeightLeavesWhatWasAndChangesWhatComes() {
        List<Stretch> first = List.of(stretch(0, 10, 7));
        List<Stretch> both = List.of(first.getFirst(), new Stretch(10, 20, 7, 140, false));
        List<Point> before = BEGIN.upTo(first).points();
        List<Point> after = BEGIN.upTo(both).points();

        assertThat(after.subList(0, before.size())).isEqualTo(before);
        assertThat(after.getLast().highest()).isLessThan(before.getLast().highest());
    }

    /** A course of random rates and lengths, seen in random portions as it grows, against one look at the whole. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void goingOnStepByStepEqualsOneCalculationOverTheWhole(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Stretch> whole = course(random);
        PlasmaCourse grown = BEGIN;
        double seenH = 0;
        while (seenH < whole.getLast().toH()) {
            seenH += random.nextBoolean() ? random.nextDouble(0.3) : random.nextInt(4) / 60.0;
            grown = grown.upTo(until(whole, seenH));
        }

        List<Point> batch = BEGIN.upTo(whole).points();
        assertThat(grown.points()).hasSameSizeAs(batch);
        for (int i = 0; i < batch.size(); i++) {
            Point expected = batch.get(i);
            Point found = grown.points().get(i);
            assertThat(found.atH()).isEqualTo(expected.atH());
            assertThat(found.reconciled()).isEqualTo(expected.reconciled());
            assertThat(found.lowest()).isCloseTo(expected.lowest(), within(1e-9 * expected.lowest()));
            assertThat(found.highest()).isCloseTo(expected.highest(), within(1e-9 * expected.highest()));
        }
    }

    private static List<Stretch> course(SplittableRandom random) {
        List<Stretch> whole = new ArrayList<>();
        double fromH = 0;
        for (int i = 0; i < 12; i++) {
            double length = random.nextBoolean() ? random.nextInt(1, 120) / 60.0 : random.nextDouble(0.001, 2);
            double kg = i < 8 ? 70 : 73;
            whole.add(new Stretch(fromH, fromH + length, random.nextInt(4) * 5, kg, random.nextInt(5) == 0));
            fromH += length;
        }
        return whole;
    }

    private static List<Stretch> until(List<Stretch> whole, double atH) {
        return whole.stream()
                .filter(it -> it.fromH() < atH)
                .map(it -> it.toH() <= atH
                        ? it
                        : new Stretch(it.fromH(), atH, it.mgPerH(), it.weightKg(), it.reconciled()))
                .toList();
    }
}
