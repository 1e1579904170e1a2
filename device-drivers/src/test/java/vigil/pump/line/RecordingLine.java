package vigil.pump.line;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import vigil.pump.Query;

/**
 * Every line of every test goes through one of these: it keeps what was sent and fails on the first byte sequence that is
 * not in the set it was given. The set is written out by hand, not taken from the code under test.
 */
final class RecordingLine implements Line {
    private final Line line;
    private final Set<String> permittedHex;
    private final ByteArrayOutputStream sent;

    RecordingLine(Line line, Set<String> permittedHex, ByteArrayOutputStream sent) {
        this.line = line;
        this.permittedHex = permittedHex;
        this.sent = sent;
    }

    @Override
    public int read(byte[] buffer, Duration timeout) throws IOException {
        return line.read(buffer, timeout);
    }

    @Override
    public void write(Query query) throws IOException {
        String hex = HexFormat.of().formatHex(query.bytes());
        if (!permittedHex.contains(hex)) {
            throw new AssertionError("not in the closed query set: " + hex);
        }
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
