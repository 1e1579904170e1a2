package vigil.pump;

import java.util.List;
import java.util.stream.Stream;
import vigil.pump.alaris.AlarisUnderTest;
import vigil.pump.bcc.BccUnderTest;
import vigil.pump.fresenius.FreseniusUnderTest;
import vigil.pump.newera.NewEraUnderTest;
import vigil.pump.wire.UnderTest;

/** The protocols as the tests of damage and the fuzzing see them; BCC with stuffing on and off. */
final class Protocols {
    private Protocols() {}

    /** New ones at each call: they remember. */
    static List<UnderTest<?>> all() {
        return List.of(
                BccUnderTest.stuffed(),
                BccUnderTest.plain(),
                AlarisUnderTest.protocol(),
                FreseniusUnderTest.protocol(),
                NewEraUnderTest.protocol());
    }

    /** For parameterized tests. */
    static Stream<UnderTest<?>> each() {
        return all().stream();
    }

    /** The vectors of one model, as its device says them. */
    static List<byte[]> vectors(PumpModel model) {
        return switch (model) {
            case BCC -> BccUnderTest.stuffed().vectors();
            case ALARIS -> AlarisUnderTest.protocol().vectors();
            case NEW_ERA -> NewEraUnderTest.protocol().vectors();
            case FRESENIUS -> FreseniusUnderTest.protocol().vectors();
        };
    }
}
