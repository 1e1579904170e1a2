package vigil.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.alarm.AlarmPriority;

/** The generated samples against the figures of the alarm page, section 3.2. */
class BurstTest {
    /** What measuring by the period of a tone can tell. */
    private static final double EXACT_MILLIS = 4;

    private static final double HIGH_C = 523.25;
    private static final double D = 293.66;
    private static final double E = 329.63;
    private static final double G = 392.00;
    private static final double LOW_C = 261.63;

    private static Heard heard(AlarmPriority priority) {
        return new Heard(Synthesis.samples(Burst.of(priority).orElseThrow()));
    }

    private static List<Double> spacings(List<Heard.Tone> tones) {
        return IntStream.range(1, tones.size())
                .mapToObj(i -> tones.get(i).fromMillis() - tones.get(i - 1).toMillis())
                .toList();
    }

    static Stream<Arguments> timings() {
        return Stream.of(
                Arguments.of(
                        AlarmPriority.HIGH,
                        150.0,
                        List.of(100.0, 100.0, 350.0, 100.0, 800.0, 100.0, 100.0, 350.0, 100.0)),
                Arguments.of(AlarmPriority.MEDIUM, 200.0, List.of(200.0, 200.0)),
                Arguments.of(AlarmPriority.LOW, 200.0, List.of(200.0)));
    }

    @ParameterizedTest
    @MethodSource("timings")
    void pulsesLastAndFollowEachOtherAsTheTableSays(AlarmPriority priority, double length, List<Double> spacing) {
        List<Heard.Tone> tones = heard(priority).tones();

        assertThat(tones)
                .hasSize(spacing.size() + 1)
                .allSatisfy(tone -> assertThat(tone.lengthMillis()).isCloseTo(length, within(EXACT_MILLIS)));
        List<Double> measured = spacings(tones);
        for (int i = 0; i < spacing.size(); i++) {
            assertThat(measured.get(i)).as("after pulse %d", i + 1).isCloseTo(spacing.get(i), within(EXACT_MILLIS));
        }
    }

    @Test
    void aHighBurstKeepsTheLimitsOfTheStandardAndLasts3600Millis() {
        List<Heard.Tone> tones = heard(AlarmPriority.HIGH).tones();
        List<Double> spacings = spacings(tones);

        assertThat(tones)
                .hasSize(10)
                .allSatisfy(tone -> assertThat(tone.lengthMillis()).isBetween(75.0, 200.0));
        assertThat(spacings.get(0)).isBetween(50.0, 125.0);
        assertThat(spacings.get(4)).isBetween(350.0, 1_300.0);
        assertThat(tones.getLast().toMillis() - tones.getFirst().fromMillis()).isCloseTo(3_600, within(EXACT_MILLIS));
    }

    @ParameterizedTest
    @EnumSource(names = {"HIGH", "MEDIUM", "LOW"})
    void riseIsATenthToAFifthOfThePulseAndRiseAndFallFitIntoTheSpacing(AlarmPriority priority) {
        List<Heard.Tone> tones = heard(priority).tones();
        double shortest = spacings(tones).stream().min(Double::compare).orElseThrow();

        assertThat(tones).allSatisfy(tone -> {
            assertThat(tone.riseMillis() / tone.lengthMillis()).isBetween(0.10, 0.20);
            assertThat(tone.riseMillis() + tone.fallMillis()).isLessThanOrEqualTo(shortest);
        });
    }

    static Stream<Arguments> melodies() {
        List<Double> twice = List.of(HIGH_C, D, G, HIGH_C, D, HIGH_C, D, G, HIGH_C, D);
        return Stream.of(
                Arguments.of(AlarmPriority.HIGH, twice),
                Arguments.of(AlarmPriority.MEDIUM, List.of(HIGH_C, D, G)),
                Arguments.of(AlarmPriority.LOW, List.of(E, LOW_C)));
    }

    @ParameterizedTest
    @MethodSource("melodies")
    void everyPulseHasItsNoteAsFundamentalAndFourHarmonicsWithin15Decibels(
            AlarmPriority priority, List<Double> melody) {
        Heard heard = heard(priority);
        List<Heard.Tone> tones = heard.tones();

        for (int i = 0; i < melody.size(); i++) {
            Heard.Tone tone = tones.get(i);
            double note = melody.get(i);
            double fundamental = heard.decibels(tone, note);
            assertThat(note).isBetween(150.0, 1_000.0);
            assertThat(fundamental).as("pulse %d", i + 1).isGreaterThan(-30);
            assertThat(harmonics(heard, tone, note, fundamental))
                    .as("pulse %d", i + 1)
                    .hasSizeGreaterThanOrEqualTo(4);
            assertThat(heard.decibels(tone, note * 1.5)).as("between").isLessThan(fundamental - 30);
            assertThat(heard.decibels(tone, note / 2)).as("below").isLessThan(fundamental - 25);
        }
    }

    /** Multiples of the note between 300 and 4000 Hz that are within 15 dB of it. */
    private static List<Double> harmonics(Heard heard, Heard.Tone tone, double note, double fundamental) {
        List<Double> found = new ArrayList<>();
        for (double hertz = 2 * note; hertz <= 4_000; hertz += note) {
            if (hertz >= 300 && Math.abs(heard.decibels(tone, hertz) - fundamental) <= 15) {
                found.add(hertz);
            }
        }
        return found;
    }

    @Test
    void aHigherPriorityIsLouderAndNothingIsClipped() {
        List<Double> loudness = Stream.of(AlarmPriority.LOW, AlarmPriority.MEDIUM, AlarmPriority.HIGH)
                .map(priority -> heard(priority).tones().getFirst().loudness())
                .toList();

        assertThat(loudness).isSorted().doesNotHaveDuplicates();
        assertThat(loudness.getLast()).isBetween(0.8, 0.99);
    }

    @Test
    void informationHasNoSound() {
        assertThat(Burst.of(AlarmPriority.INFORMATION)).isEmpty();
    }

    @Test
    void theTestToneIsLikeNoBurst() {
        List<Heard.Tone> tones = new Heard(Synthesis.samples(Burst.TEST)).tones();

        assertThat(tones)
                .singleElement()
                .satisfies(tone -> assertThat(tone.lengthMillis()).isGreaterThan(250));
        assertThat(Arrays.stream(AlarmPriority.values()).map(Burst::of))
                .doesNotContain(java.util.Optional.of(Burst.TEST));
    }
}
