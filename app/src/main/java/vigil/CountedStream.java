package vigil;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells how many bytes have gone through. Used by one thread. */
final class CountedStream extends FilterOutputStream {
    private final Exports.Told told;
    private long bytes;

    CountedStream(OutputStream out, Exports.Told told) {
        super(out);
        this.told = told;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        bytes++;
        told.written(bytes);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        out.write(octets, from, length);
        bytes += length;
        told.written(bytes);
    }
}
