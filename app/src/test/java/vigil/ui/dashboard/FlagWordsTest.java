package vigil.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import vigil.ui.dashboard.FlagWords.Placed;
import vigil.ui.dashboard.FlagWords.Wanted;
import vigil.ui.dashboard.TrendModel.Flag.Weight;

/** Words are 7 px a letter here; a flag is 5 px to either side. */
class FlagWordsTest {
    private static final FlagWords LINE = new FlagWords(50, 800, word -> word.length() * 7.0);

    private static final List<Weight> WEIGHTS = List.of(Weight.values());

    @Test
    void aWordStandsRightOfItsFlag() {
        assertThat(LINE.place(List.of(new Wanted(100, "Weaning", Weight.PHASE))))
                .containsExactly(new Placed(109, "Weaning"));
    }

    @Test
    void aWordAtTheRightEdgeStandsLeftOfItsFlag() {
        assertThat(LINE.place(List.of(new Wanted(790, "Weaning", Weight.PHASE))))
                .containsExactly(new Placed(732, "Weaning"));
    }

    @Test
    void whatWeighsMoreKeepsItsWord() {
        List<Wanted> pair = List.of(
                new Wanted(60, "Stopped 10 min", Weight.STOP), new Wanted(170, "1.00 to 1.75 mL/h", Weight.RATE));
        assertThat(new FlagWords(50, 300, word -> word.length() * 7.0).place(pair))
                .extracting(Placed::word)
                .containsExactly("1.00 to 1.75 mL/h");
    }

    @RepeatedTest(50)
    void noWordRunsIntoAWordAFlagOrTheEdge(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Wanted> flags = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            Weight weight = WEIGHTS.get(random.nextInt(WEIGHTS.size()));
            flags.add(new Wanted(50 + random.nextDouble() * 750, "w".repeat(3 + random.nextInt(14)), weight));
        }
        flags.sort(Comparator.comparingDouble(Wanted::x));
        List<Placed> placed = new ArrayList<>(LINE.place(flags));
        placed.sort(Comparator.comparingDouble(Placed::x));
        double free = 50;
        for (Placed word : placed) {
            double end = word.x() + word.word().length() * 7.0;
            assertThat(word.x()).isGreaterThanOrEqualTo(free);
            assertThat(end).isLessThanOrEqualTo(800);
            assertThat(flags).noneMatch(flag -> flag.x() + 5 > word.x() && flag.x() - 5 < end);
            free = end;
        }
    }
}
