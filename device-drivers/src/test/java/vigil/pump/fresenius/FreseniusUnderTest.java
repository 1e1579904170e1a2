package vigil.pump.fresenius;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import vigil.pump.Moment;
import vigil.pump.fresenius.FreseniusStep.Kind;
import vigil.pump.wire.Heard;
import vigil.pump.wire.UnderTest;

/** Fresenius Base for the tests of damage and the fuzzing. Single bytes between the frames the slow parser does not tell. */
public final class FreseniusUnderTest {
    private static final Moment AT = new Moment(Instant.EPOCH, 0, 0);
    private static final FreseniusStep VALUES = new FreseniusStep(Kind.VALUES, 1, FreseniusValues.LETTERS);

    private FreseniusUnderTest() {}

    public static UnderTest<FreseniusSignal> protocol() {
        FreseniusModule module = new FreseniusModule(1, FreseniusSubscription.NONE);
        return new UnderTest<>(
                "Fresenius",
                Arrays.stream(FreseniusVector.values())
                        .map(FreseniusVector::wire)
                        .toList(),
                new Heard<>(new FreseniusFramer(), FreseniusUnderTest::kept),
                FreseniusFrame.class::isInstance,
                SlowFreseniusParser::frames,
                signal -> decode(signal, module));
    }

    private static FreseniusSignal kept(FreseniusSignal signal) {
        return signal instanceof FreseniusFrame frame ? frame.kept() : signal;
    }

    private static void decode(FreseniusSignal signal, FreseniusModule module) {
        if (signal instanceof FreseniusFrame frame) {
            // Begins a round, as before every question of the link
            assertThat(module.steps(AT)).isNotEmpty();
            module.answer(VALUES, frame, AT, event -> {});
            module.publish(AT, event -> {});
        }
    }
}
