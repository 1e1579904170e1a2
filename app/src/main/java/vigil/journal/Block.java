package vigil.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * What is written at once: some entries, or a checkpoint. Blocks follow each other without a gap. Big-endian:
 *
 * <pre>
 *  0  u8   kind: 1 entries ({@link EntryPacker}), 2 checkpoint ({@link Checkpoint}); 0 is never written
 *  1  u24  length of the whole block
 *  4  u32  number of the block in its segment, from 1
 *  8  u32  CRC32C over everything but this field: damage can be told without a key
 * 12  n    AES-256-GCM of the content, with its 16-byte tag; covers kind, length and number too
 * </pre>
 *
 * The content begins with a whole number ({@link Varint}): how many blocks before this one had not been forced to disk when
 * it was made.
 */
final class Block {
    static final byte ENTRIES = 1;
    static final byte CHECKPOINT = 2;
    static final int HEADER = 12;
    static final int LEAST = HEADER + SegmentCipher.TAG_LENGTH;
    static final int NUMBER_AT = 4;
    private static final int CRC_AT = 8;
    private static final int LENGTH_MASK = 0xff_ffff;
    private static final int KIND_SHIFT = 24;

    private Block() {}

    static byte[] seal(SegmentCipher cipher, byte kind, int number, byte[] content) {
        ByteBuffer block = ByteBuffer.allocate(LEAST + content.length);
        block.putInt(kind << KIND_SHIFT | block.capacity()).putInt(number);
        byte[] covered = Arrays.copyOf(block.array(), CRC_AT);
        block.position(HEADER);
        block.put(cipher.seal(number, covered, content));
        block.putInt(CRC_AT, crc(block.array()));
        return block.array();
    }

    /** The length that a block with this header has; empty if there is none such. */
    static Optional<Integer> length(int kindAndLength) {
        int kind = kindAndLength >>> KIND_SHIFT;
        int length = kindAndLength & LENGTH_MASK;
        boolean possible = (kind == ENTRIES || kind == CHECKPOINT) && length >= LEAST;
        return possible ? Optional.of(length) : Optional.empty();
    }

    static byte kind(byte[] block) {
        return block[0];
    }

    static int number(byte[] block) {
        return ByteBuffer.wrap(block).getInt(NUMBER_AT);
    }

    static boolean hasGoodChecksum(byte[] block) {
        return ByteBuffer.wrap(block).getInt(CRC_AT) == crc(block);
    }

    /** Its content; empty if it is not as it was sealed. */
    static Optional<byte[]> open(SegmentCipher cipher, byte[] block) {
        byte[] covered = Arrays.copyOf(block, CRC_AT);
        return cipher.open(number(block), covered, Arrays.copyOfRange(block, HEADER, block.length));
    }

    private static int crc(byte[] block) {
        CRC32C crc = new CRC32C();
        crc.update(block, 0, CRC_AT);
        crc.update(block, HEADER, block.length - HEADER);
        return (int) crc.getValue();
    }
}
