package vigil.pump.fresenius;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vigil.pump.wire.Framed;

/** Collects what a framer says about bytes. */
final class Heard {
    private final FreseniusFramer framer = new FreseniusFramer();
    final List<FreseniusSignal> signals = new ArrayList<>();
    final List<FreseniusFrame> frames = new ArrayList<>();
    final List<Framed.Rejected<FreseniusSignal>> rejected = new ArrayList<>();

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

    private void take(Framed<FreseniusSignal> framed) {
        switch (framed) {
            case Framed.Whole<FreseniusSignal>(FreseniusSignal signal) -> {
                if (signal instanceof FreseniusFrame frame) {
                    frames.add(frame.kept());
                    signals.add(frame.kept());
                } else {
                    signals.add(signal);
                }
            }
            case Framed.Rejected<FreseniusSignal> stretch -> rejected.add(stretch);
        }
    }
}
