package vigil.pump.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects what a framer says about bytes. */
public final class Heard<F> {
    private final Framer<F> framer;
    private final UnaryOperator<F> keep;
    public final List<F> frames = new ArrayList<>();
    public final List<Framed.Rejected<F>> rejected = new ArrayList<>();

    /** A frame lies over the framer's buffer; {@code keep} makes of it one that stays. */
    public Heard(Framer<F> framer, UnaryOperator<F> keep) {
        this.framer = framer;
        this.keep = keep;
    }

    public Heard<F> feed(byte[] bytes) {
        framer.accept(bytes, bytes.length, this::take);
        return this;
    }

    public Heard<F> feed(byte[] bytes, int from, int to) {
        return feed(Arrays.copyOfRange(bytes, from, to));
    }

    public Heard<F> giveUp() {
        framer.giveUp("test ends", this::take);
        return this;
    }

    private void take(Framed<F> framed) {
        switch (framed) {
            case Framed.Whole<F>(F frame) -> frames.add(keep.apply(frame));
            case Framed.Rejected<F> stretch -> rejected.add(stretch);
        }
    }
}
