package vigil.pump;

import java.util.Set;

/**
 * How a model may be looked for at a port of which nobody has said what is there. The bar: no supported pump could take a
 * byte of it for a command, whichever stands there; {@code docs/drivers/probing.md} has the proof and the test's name.
 */
public sealed interface Probing {
    /**
     * Its questions may be put to a port on which nothing speaks.
     *
     * @param speeds in baud, at which that is proven; the other settings are those of the factory
     */
    record Asked(Set<Integer> speeds) implements Probing {
        public Asked {
            speeds = Set.copyOf(speeds);
        }
    }

    /** It calls by itself with this byte, all the time, and is asked only after that and nothing else was heard. */
    record Called(byte call) implements Probing {
        private static final int LEAST = 2;

        /** True when all that was heard are calls, and more than one. */
        public boolean isHeardIn(byte[] heard) {
            boolean all = heard.length >= LEAST;
            for (byte value : heard) {
                all &= value == call;
            }
            return all;
        }
    }

    /** It is never looked for; the reason in one clause for people. */
    record Never(String reason) implements Probing {}
}
