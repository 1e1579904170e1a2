package vigil.sound;

import java.util.ArrayList;
import java.util.List;

/**
 * What a microphone would make of samples: where tones begin and end, measured from 90 % to 90 %, how fast they rise, and
 * what they consist of. Knows nothing of how they were made.
 */
final class Heard {
    private static final int RATE = 48_000;
    /** Samples that are looked at together: half a millisecond. */
    private static final int STEP = 24;
    /** Steps in one period of the lowest tone. */
    private static final int WINDOW = 8;

    private static final double NINE_TENTHS = 0.9;
    private static final double TENTH = 0.1;
    private static final double SILENT = 0.004;

    private final double[] samples;
    private final double[] level;

    Heard(short[] samples) {
        this.samples = new double[samples.length];
        for (int i = 0; i < samples.length; i++) {
            this.samples[i] = samples[i] / 32_768.0;
        }
        level = level(this.samples);
    }

    /** From 90 % of the rise to 90 % of the fall. */
    record Tone(double fromMillis, double toMillis, double riseMillis, double fallMillis, double loudness) {
        double lengthMillis() {
            return toMillis - fromMillis;
        }
    }

    /** The greatest amplitude within one period around each step. */
    private static double[] level(double[] samples) {
        double[] peak = new double[(samples.length + STEP - 1) / STEP];
        for (int i = 0; i < samples.length; i++) {
            peak[i / STEP] = Math.max(peak[i / STEP], Math.abs(samples[i]));
        }
        double[] level = new double[peak.length];
        for (int i = 0; i < peak.length; i++) {
            for (int j = Math.max(0, i - WINDOW / 2); j < Math.min(peak.length, i + WINDOW / 2); j++) {
                level[i] = Math.max(level[i], peak[j]);
            }
        }
        return level;
    }

    List<Tone> tones() {
        List<Tone> tones = new ArrayList<>();
        int at = 0;
        while (at < level.length) {
            if (level[at] < SILENT) {
                at++;
            } else {
                int end = at;
                while (end < level.length && level[end] >= SILENT) {
                    end++;
                }
                tones.add(tone(at, end));
                at = end;
            }
        }
        return tones;
    }

    private Tone tone(int begin, int end) {
        double top = 0;
        for (int i = begin; i < end; i++) {
            top = Math.max(top, level[i]);
        }
        int low = first(begin, end, top * TENTH);
        int high = first(begin, end, top * NINE_TENTHS);
        int falling = last(begin, end, top * NINE_TENTHS);
        int gone = last(begin, end, top * TENTH);
        return new Tone(millis(high), millis(falling), millis(high - low), millis(gone - falling), top);
    }

    private int first(int from, int to, double threshold) {
        int at = from;
        while (at < to - 1 && level[at] < threshold) {
            at++;
        }
        return at;
    }

    private int last(int from, int to, double threshold) {
        int at = to - 1;
        while (at > from && level[at] < threshold) {
            at--;
        }
        return at;
    }

    private static double millis(int steps) {
        return steps * STEP * 1_000.0 / RATE;
    }

    /** The level of one frequency within a tone, in dB of full scale (Goertzel, Hann window over its middle). */
    double decibels(Tone tone, double hertz) {
        int from = (int) ((tone.fromMillis() + 20) * RATE / 1_000);
        int to = (int) ((tone.toMillis() - 20) * RATE / 1_000);
        double omega = 2 * Math.PI * hertz / RATE;
        double before = 0;
        double earlier = 0;
        double weight = 0;
        for (int i = from; i < to; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (to - from));
            double now = samples[i] * hann + 2 * Math.cos(omega) * before - earlier;
            earlier = before;
            before = now;
            weight += hann;
        }
        double power = before * before + earlier * earlier - 2 * Math.cos(omega) * before * earlier;
        return 10 * Math.log10(4 * power / (weight * weight) + 1e-12);
    }
}
