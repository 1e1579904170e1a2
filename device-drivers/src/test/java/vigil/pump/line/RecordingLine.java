package vigil.pump.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import vigil.pump.Query;

/**
 * Every line of every test goes through one of these: it keeps what was sent and fails on the first byte sequence that is
 * not permitted by the check it was given, which is written out by hand and not taken from the code under test.
 */
final class RecordingLine implements Line {
    private final Line line;
    private final Consumer<byte[]> permitted;
    private final ByteArrayOutputStream sent;

    RecordingLine(Line line, Consumer<byte[]> permitted, ByteArrayOutputStream sent) {
        this.line = line;
        this.permitted = permitted;
        this.sent = sent;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        return line.read(buffer, timeout);
    }

    @Override
    public void write(Query query) throws IOException {
        permitted.accept(query.bytes());
        sent.writeBytes(query.bytes());
        line.write(query);
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
