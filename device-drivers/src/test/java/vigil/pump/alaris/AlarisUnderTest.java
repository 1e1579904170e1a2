package vigil.pump.alaris;

import java.time.Instant;
import vigil.pump.Moment;
import vigil.pump.wire.Heard;
import vigil.pump.wire.UnderTest;

/** Alaris for the tests of damage and the fuzzing. */
public final class AlarisUnderTest {
    private static final Moment AT = new Moment(Instant.EPOCH, 0, 0);

    private AlarisUnderTest() {}

    public static UnderTest<AlarisFrame> protocol() {
        AlarisDecoder decoder = new AlarisDecoder();
        AlarisPump pump = new AlarisPump();
        return new UnderTest<>(
                "Alaris",
                AlarisVector.ALL.stream().map(AlarisVector::wire).toList(),
                new Heard<>(new AlarisFramer(), AlarisFrame::kept),
                frame -> true,
                SlowAlarisParser::frames,
                frame -> {
                    if (decoder.decode(frame) instanceof AlarisAnswer.Status status) {
                        pump.status(status, AT, event -> {});
                    }
                });
    }
}
