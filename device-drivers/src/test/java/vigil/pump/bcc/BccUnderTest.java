package vigil.pump.bcc;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vigil.pump.Moment;
import vigil.pump.wire.Heard;
import vigil.pump.wire.LinkReport;
import vigil.pump.wire.UnderTest;

/** BCC for the tests of damage and the fuzzing. */
public final class BccUnderTest {
    private static final Moment AT = new Moment(Instant.EPOCH, 0, 0);

    private BccUnderTest() {}

    /** A ComDevice with character stuffing on. */
    public static UnderTest<BccFrame> stuffed() {
        return protocol(
                "BCC",
                true,
                Arrays.stream(BccVector.values()).map(BccVector::wire).toList());
    }

    /** A ComDevice with character stuffing off. */
    public static UnderTest<BccFrame> plain() {
        return protocol(
                "BCC without stuffing",
                false,
                Arrays.stream(BccVector.values()).map(BccVector::unstuffed).toList());
    }

    private static UnderTest<BccFrame> protocol(String name, boolean stuffing, List<byte[]> vectors) {
        BccPumps pumps = new BccPumps(new LinkReport(), () -> Duration.ofSeconds(10));
        return new UnderTest<>(
                name,
                vectors,
                new Heard<>(new BccFramer(stuffing), BccFrame::kept),
                frame -> true,
                bytes -> SlowBccParser.frames(bytes, stuffing),
                frame -> pumps.read(frame, AT, event -> {}));
    }
}
