package vigil.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first 64 bytes of a journal file. Big-endian:
 *
 * <pre>
 *  0  8    "VIGILJNL"
 *  8  u16  format, 1                  10  u16  0
 * 12  u32  number of the file, from 1 16  u64  sequence of its first entry
 * 24  32   chain hash before the first entry; zeros in the first file
 * 56  u32  0                          60  u32  CRC32C over everything before it
 * </pre>
 *
 * The chain of the file's entries starts from the SHA-256 of these 64 bytes, so the header is part of the chain.
 */
final class FileHeader {
    static final int LENGTH = 64;
    private static final int FORMAT = 1;
    private static final int CRC_AT = 60;
    private static final byte[] MAGIC = "VIGILJNL".getBytes(StandardCharsets.US_ASCII);

    private FileHeader() {}

    static byte[] ofFirstFile() {
        ByteBuffer header = ByteBuffer.allocate(LENGTH);
        header.put(MAGIC).putShort((short) FORMAT).putShort((short) 0).putInt(1).putLong(1);
        header.putInt(CRC_AT, Frame.checksum(header.array(), CRC_AT));
        return header.array();
    }

    /** What is wrong with the header of a first file; empty if nothing. */
    static Optional<String> fault(byte[] header) {
        if (header.length < LENGTH || !Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            return Optional.of("does not begin like a journal");
        }
        int format = Short.toUnsignedInt(ByteBuffer.wrap(header).getShort(MAGIC.length));
        if (ByteBuffer.wrap(header).getInt(CRC_AT) != Frame.checksum(header, CRC_AT)) {
            return Optional.of("has a damaged header");
        }
        if (format != FORMAT) {
            return Optional.of("has format %d, this program reads format %d".formatted(format, FORMAT));
        }
        return Arrays.equals(header, ofFirstFile()) ? Optional.empty() : Optional.of("is not a first file");
    }

    static byte[] chainStart(byte[] header) {
        return Frame.sha256().digest(header);
    }
}
