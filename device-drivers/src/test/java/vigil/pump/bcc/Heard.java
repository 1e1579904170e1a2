package vigil.pump.bcc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vigil.pump.wire.Framed;

/** Collects what a framer says about bytes. */
final class Heard {
    private final BccFramer framer;
    final List<BccFrame> frames = new ArrayList<>();
    final List<Framed.Rejected<BccFrame>> rejected = new ArrayList<>();

    Heard(BccFramer framer) {
        this.framer = framer;
    }

    static Heard stuffed() {
        return new Heard(new BccFramer(true));
    }

    Heard feed(byte[] bytes) {
        framer.accept(bytes, bytes.length, this::take);
        return this;
    }

    Heard feed(byte[] bytes, int from, int to) {
        return feed(Arrays.copyOfRange(bytes, from, to));
    }

    void giveUp() {
        framer.giveUp("test ends", this::take);
    }

    private void take(Framed<BccFrame> framed) {
        switch (framed) {
            case Framed.Whole<BccFrame>(BccFrame frame) -> frames.add(frame.kept());
            case Framed.Rejected<BccFrame> stretch -> rejected.add(stretch);
        }
    }
}
