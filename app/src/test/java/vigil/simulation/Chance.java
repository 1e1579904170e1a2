package vigil.simulation;

import java.util.Random;

/** Choosing by a seed. */
final class Chance {
    private Chance() {}

    @SafeVarargs
    static <T> T of(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
