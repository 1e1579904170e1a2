package vigil.pump.line;

import vigil.pump.Moment;
import vigil.pump.Query;

/** Told what passes over a line, on the thread that uses the line; must return at once. */
public interface LineListener {
    /** Listens to nothing. */
    LineListener NONE = new LineListener() {
        @Override
        public void received(byte[] bytes, Moment at) {}

        @Override
        public void sent(Query query, Moment at) {}

        @Override
        public void idle(Moment at) {}
    };

    /** Bytes arrived, in the blocks in which the line gave them; the array is the listener's own. */
    void received(byte[] bytes, Moment at);

    /** A query was written. */
    void sent(Query query, Moment at);

    /** Nothing arrived for a while. */
    void idle(Moment at);
}
