package vigil.pump;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import vigil.pump.alaris.AlarisUnderTest;
import vigil.pump.bcc.BccStuffing;
import vigil.pump.bcc.BccUnderTest;
import vigil.pump.fresenius.FreseniusUnderTest;
import vigil.pump.newera.NewEraUnderTest;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.Speaker;
import vigil.pump.wire.UnderTest;

/** The protocols as the tests of damage and the fuzzing see them; BCC with stuffing on and off. */
final class Protocols {
    private static final Duration LENGTH = Duration.ofSeconds(12);

    private Protocols() {}

    /** New ones at each call: they remember. */
    static List<UnderTest<?>> all() {
        return List.of(bcc(), bccWithoutStuffing(), alaris(), fresenius(), newEra());
    }

    private static UnderTest<?> bcc() {
        return spoken(
                BccUnderTest.stuffed(),
                bcc(BccStuffing.ON, BccOptions.FACTORY),
                bcc(BccStuffing.ON, BccOptions.FACTORY.withBitFields().withLongAddresses()));
    }

    private static UnderTest<?> bccWithoutStuffing() {
        return spoken(
                BccUnderTest.plain(),
                bcc(BccStuffing.OFF, BccOptions.FACTORY.withStuffing(false).withCarriageReturn()));
    }

    private static Conversation bcc(BccStuffing stuffing, BccOptions options) {
        Speaker device = new BccSpeaker(Conversation.rack(PumpModel.BCC), options, Conversation.START);
        return Conversation.between(WatchedLink.bcc(stuffing, Duration.ofSeconds(1)), device, LENGTH);
    }

    private static UnderTest<?> alaris() {
        return spoken(
                AlarisUnderTest.protocol(), conversation(PumpModel.ALARIS, Conversation.single(PumpModel.ALARIS)));
    }

    private static UnderTest<?> fresenius() {
        return spoken(
                FreseniusUnderTest.protocol(),
                conversation(PumpModel.FRESENIUS, Conversation.rack(PumpModel.FRESENIUS)));
    }

    private static UnderTest<?> newEra() {
        return spoken(
                NewEraUnderTest.protocol(), conversation(PumpModel.NEW_ERA, Conversation.single(PumpModel.NEW_ERA)));
    }

    private static Conversation conversation(PumpModel model, Rack rack) {
        Speaker device = model.newSpeaker(rack, Conversation.START);
        return Conversation.between(WatchedLink.of(model), device, LENGTH);
    }

    /** With what the devices of the conversations said, answer by answer and in one piece. */
    private static <F> UnderTest<F> spoken(UnderTest<F> protocol, Conversation... conversations) {
        List<Conversation> all = List.of(conversations);
        return protocol.with(
                all.stream().flatMap(it -> it.answers().stream()).toList(),
                all.stream().map(Conversation::glued).toList());
    }

    /** For parameterized tests. */
    static Stream<UnderTest<?>> each() {
        return all().stream();
    }

    /** That of one model, as its device leaves the factory. */
    static UnderTest<?> of(PumpModel model) {
        return switch (model) {
            case BCC -> bcc();
            case ALARIS -> alaris();
            case NEW_ERA -> newEra();
            case FRESENIUS -> fresenius();
        };
    }
}
