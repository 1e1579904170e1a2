package vigil.pump.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;
import vigil.pump.Query;

class LineTapTest {
    private static final Moment NOW = new Moment(Instant.parse("2026-03-01T22:00:00Z"), 0, 0);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final List<String> heard = new ArrayList<>();
    private final LineListener listener = new LineListener() {
        @Override
        public void received(byte[] bytes, Moment at) {
            heard.add("received " + new String(bytes, StandardCharsets.US_ASCII));
        }

        @Override
        public void sent(Query query, Moment at) {
            heard.add("sent " + query.name());
        }

        @Override
        public void idle(Moment at) {
            heard.add("idle");
        }
    };

    private record Asking(String name) implements Query {
        @Override
        public byte[] bytes() {
            return name.getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Gives its bytes once, and takes only queries called "good". */
    private static final class Device implements Line {
        private byte[] next = "abc".getBytes(StandardCharsets.US_ASCII);

        @Override
        public int read(byte[] buffer, Duration timeout) {
            int count = next.length;
            System.arraycopy(next, 0, buffer, 0, count);
            next = new byte[0];
            return count;
        }

        @Override
        public void write(Query query) throws IOException {
            if (!query.name().equals("good")) {
                throw new IOException("the device has gone");
            }
        }

        @Override
        public String name() {
            return "device";
        }

        @Override
        public void close() {}
    }

    @Test
    void whatArrivesIsToldAndPassedOnUnchanged() throws IOException {
        byte[] buffer = new byte[8];
        try (Line line = new LineTap(Device::new, listener, () -> NOW).open()) {
            assertThat(line.read(buffer, SHORT)).isEqualTo(3);
            assertThat(line.read(new byte[8], SHORT)).isZero();
        }
        assertThat(buffer).startsWith('a', 'b', 'c');
        assertThat(heard).containsExactly("received abc", "idle");
    }

    @Test
    void onlyWhatWasWrittenIsTold() throws IOException {
        try (Line line = new LineTap(Device::new, listener, () -> NOW).open()) {
            line.write(new Asking("good"));
            assertThatThrownBy(() -> line.write(new Asking("bad"))).isInstanceOf(IOException.class);
        }
        assertThat(heard).containsExactly("sent good");
    }
}
