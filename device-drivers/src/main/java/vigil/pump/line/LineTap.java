package vigil.pump.line;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import vigil.pump.Moment;
import vigil.pump.Query;

/** Opens the lines of another source and tells a listener what passes over them. Neither adds nor takes away a byte. */
public final class LineTap implements LineSource {
    private final LineSource source;
    private final LineListener listener;
    private final Supplier<Moment> clock;

    public LineTap(LineSource source, LineListener listener, Supplier<Moment> clock) {
        this.source = source;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public Line open() throws IOException {
        return new Tapped(source.open());
    }

    private final class Tapped implements Line {
        private final Line line;

        private Tapped(Line line) {
            this.line = line;
        }

        @Override
        public int read(byte[] buffer, Duration timeout) throws IOException {
            int count = line.read(buffer, timeout);
            if (count > 0) {
                listener.received(Arrays.copyOf(buffer, count), clock.get());
            } else {
                listener.idle(clock.get());
            }
            return count;
        }

        /** Told only what really was written: a query that is refused or fails is not on the wire. */
        @Override
        public void write(Query query) throws IOException {
            line.write(query);
            listener.sent(query, clock.get());
        }

        @Override
        public String name() {
            return line.name();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
