package vigil.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmPriority;

/**
 * The tones that tell one priority (alarm page, section 3.2: figures and the melody of drug delivery). Louder for a higher
 * priority, never changed by a person.
 *
 * @param loudness share of what the device can play, above 0, at most 1
 * @param silenceMillis from the end of one burst to the beginning of the next
 */
record Burst(List<Pulse> pulses, double loudness, int silenceMillis) {
    private static final double LOW_C = 261.63;
    private static final double D = 293.66;
    private static final double E = 329.63;
    private static final double G = 392.00;
    private static final double HIGH_C = 523.25;

    /** Five tones, C d g – C d, and the same again. */
    private static final Burst HIGH = new Burst(
            new Line(150)
                    .tone(HIGH_C, 0)
                    .tone(D, 100)
                    .tone(G, 100)
                    .tone(HIGH_C, 350)
                    .tone(D, 100)
                    .tone(HIGH_C, 800)
                    .tone(D, 100)
                    .tone(G, 100)
                    .tone(HIGH_C, 350)
                    .tone(D, 100)
                    .pulses(),
            0.9,
            8_000);

    private static final Burst MEDIUM =
            new Burst(new Line(200).tone(HIGH_C, 0).tone(D, 200).tone(G, 200).pulses(), 0.7, 15_000);

    private static final Burst LOW =
            new Burst(new Line(200).tone(E, 0).tone(LOW_C, 200).pulses(), 0.5, 30_000);

    /** The test tone: one long tone, which no condition has, as loud as a medium one. */
    static final Burst TEST = new Burst(new Line(1_000).tone(G, 0).pulses(), 0.7, 0);

    Burst {
        pulses = List.copyOf(pulses);
    }

    /** The burst of a priority; information has none. */
    static Optional<Burst> of(AlarmPriority priority) {
        return switch (priority) {
            case HIGH -> Optional.of(HIGH);
            case MEDIUM -> Optional.of(MEDIUM);
            case LOW -> Optional.of(LOW);
            case INFORMATION -> Optional.empty();
        };
    }

    /** What can be heard before the first pulse counts as begun. */
    double leadMillis() {
        return pulses.getFirst().leadMillis();
    }

    /** From the first sound to the last, in milliseconds. */
    double heardMillis() {
        Pulse last = pulses.getLast();
        return leadMillis() + last.endMillis() + last.tailMillis();
    }

    /** Tones of one length, one after the other. */
    private static final class Line {
        private final int lengthMillis;
        private final List<Pulse> pulses = new ArrayList<>();

        Line(int lengthMillis) {
            this.lengthMillis = lengthMillis;
        }

        /** Adds a tone {@code spacingMillis} after the end of the one before. */
        Line tone(double fundamentalHz, int spacingMillis) {
            int from = pulses.isEmpty() ? 0 : pulses.getLast().endMillis() + spacingMillis;
            pulses.add(new Pulse(fundamentalHz, from, lengthMillis));
            return this;
        }

        List<Pulse> pulses() {
            return pulses;
        }
    }
}
