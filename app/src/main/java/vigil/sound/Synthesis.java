package vigil.sound;

import java.util.List;

/**
 * Turns a burst into samples. Every tone has its fundamental and five harmonics, so that it is heard in noise, can be
 * located, and survives a small loudspeaker (alarm page, section 3.2: at least four within 15 dB of the fundamental).
 */
final class Synthesis {
    /** Samples a second. */
    static final int RATE = 48_000;

    private static final double MILLIS = 1_000.0;
    /** Of the fundamental and its multiples. */
    private static final List<Double> AMPLITUDES = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5);
    /** Places in one period to look for its peak. */
    private static final int STEPS = 2_048;

    private static final double PEAK = peak();

    private Synthesis() {}

    static int frames(double millis) {
        return (int) Math.ceil(millis * RATE / MILLIS);
    }

    /** The whole burst, from its first sound to its last; one channel, 16 bit. */
    static short[] samples(Burst burst) {
        short[] samples = new short[frames(burst.heardMillis())];
        for (Pulse pulse : burst.pulses()) {
            add(pulse, burst, samples);
        }
        return samples;
    }

    /** Tones of a burst do not overlap: rise and fall are shorter than the spacing. */
    private static void add(Pulse pulse, Burst burst, short[] samples) {
        double begins = burst.leadMillis() + pulse.atMillis() - pulse.leadMillis();
        double ends = burst.leadMillis() + pulse.endMillis() + pulse.tailMillis();
        int last = Math.min(frames(ends), samples.length);
        for (int frame = frames(begins); frame < last; frame++) {
            double millis = frame * MILLIS / RATE - burst.leadMillis();
            double phase = 2 * Math.PI * pulse.fundamentalHz() * (millis - pulse.atMillis()) / MILLIS;
            double value = burst.loudness() * pulse.envelope(millis) * wave(phase) / PEAK;
            samples[frame] = (short) Math.round(value * Short.MAX_VALUE);
        }
    }

    /** The phases are spread, so that the peaks of the harmonics do not coincide and more loudness fits in. */
    private static double wave(double phase) {
        double sum = 0;
        for (int harmonic = 1; harmonic <= AMPLITUDES.size(); harmonic++) {
            double shift = Math.PI * harmonic * (harmonic - 1) / AMPLITUDES.size();
            sum += AMPLITUDES.get(harmonic - 1) * Math.sin(harmonic * phase + shift);
        }
        return sum;
    }

    private static double peak() {
        double peak = 0;
        for (int step = 0; step < STEPS; step++) {
            peak = Math.max(peak, Math.abs(wave(2 * Math.PI * step / STEPS)));
        }
        return peak * 1.01;
    }
}
