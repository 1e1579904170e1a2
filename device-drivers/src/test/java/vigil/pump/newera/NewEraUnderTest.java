package vigil.pump.newera;

import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Heard;
import vigil.pump.wire.UnderTest;

/** New Era for the tests of damage and the fuzzing. */
public final class NewEraUnderTest {
    private static final Ask[] ASKS = Ask.values();

    private NewEraUnderTest() {}

    /** Each frame is read as an answer to every question. */
    public static UnderTest<NewEraFrame> protocol() {
        NewEraDecoder decoder = new NewEraDecoder();
        return new UnderTest<>(
                "New Era",
                NewEraVector.all().stream().map(NewEraVector::wire).toList(),
                new Heard<>(new NewEraFramer(), NewEraFrame::kept),
                frame -> true,
                SlowNewEraParser::frames,
                frame -> {
                    for (Ask ask : ASKS) {
                        decoder.decode(ask, frame.octets());
                    }
                });
    }
}
