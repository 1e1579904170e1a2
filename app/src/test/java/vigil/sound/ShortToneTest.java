package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortToneTest {
    @Test
    void itBeginsAndEndsInSilenceAndIsHeardBetween() {
        byte[] tone = ShortTone.samples();
        assertThat(sample(tone, 0)).isZero();
        assertThat(Math.abs(sample(tone, tone.length - 4))).isLessThan(100);
        int loudest = 0;
        for (int at = 0; at < tone.length; at += 4) {
            loudest = Math.max(loudest, Math.abs(sample(tone, at)));
        }
        assertThat(loudest).isBetween(5_900, 6_000);
    }

    private static int sample(byte[] tone, int at) {
        return (short) ((tone[at] & 0xFF) | tone[at + 1] << 8);
    }
}
