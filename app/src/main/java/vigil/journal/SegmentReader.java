package vigil.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The blocks of one segment in order, each checked and decrypted. Holds the segment in memory. Used by one thread. */
final class SegmentReader {
    private final byte[] bytes;
    private final SegmentCipher cipher;
    private int offset = SegmentHeader.LENGTH;
    private int blocks;

    SegmentReader(byte[] bytes, SegmentCipher cipher) {
        this.bytes = bytes;
        this.cipher = cipher;
    }

    /** What stands at the present place. */
    sealed interface Found {}

    /** A block as it was written. */
    static final class Whole implements Found {
        private final byte kind;
        private final byte[] content;

        private Whole(byte kind, byte[] content) {
            this.kind = kind;
            this.content = content;
        }

        byte kind() {
            return kind;
        }

        byte[] content() {
            return content;
        }
    }

    /** Nothing, or only the zeros that the segment was made with. */
    record End() implements Found {}

    /** Bytes that are no whole block: a write was cut short, or they changed later. */
    record Broken(String reason) implements Found {}

    /** Moves over one block if it is whole; otherwise stays where it is. */
    Found next() {
        if (isZeroFrom(offset)) {
            return new End();
        }
        if (bytes.length - offset < Block.LEAST) {
            return new Broken("it is cut short");
        }
        Optional<Integer> length = Block.length(ByteBuffer.wrap(bytes).getInt(offset));
        if (length.isEmpty() || length.get() > bytes.length - offset) {
            return new Broken("its length is impossible or it is cut short");
        }
        return opened(Arrays.copyOfRange(bytes, offset, offset + length.get()));
    }

    private Found opened(byte[] block) {
        if (!Block.hasGoodChecksum(block)) {
            return new Broken("its checksum is wrong");
        }
        if (Block.number(block) != blocks + 1) {
            return new Broken("its block has number %d instead of %d".formatted(Block.number(block), blocks + 1));
        }
        Optional<byte[]> content = Block.open(cipher, block);
        if (content.isEmpty()) {
            return new Broken("it is not as it was sealed: changed, or from another segment");
        }
        offset += block.length;
        blocks++;
        return new Whole(Block.kind(block), content.get());
    }

    private boolean isZeroFrom(int from) {
        if (from < bytes.length && bytes[from] != 0) {
            return false;
        }
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a later block says that the next one, which is not whole, had been forced to disk: then it was damaged after
     * it was written. Without such a block it is the rest of a write that was cut short.
     */
    boolean isProvenDamage() {
        for (int at = offset + 1; at + Block.LEAST <= bytes.length; at++) {
            Optional<Integer> length = Block.length(ByteBuffer.wrap(bytes).getInt(at));
            if (length.isPresent() && length.get() <= bytes.length - at && isPossibleNumber(at)) {
                byte[] block = Arrays.copyOfRange(bytes, at, at + length.get());
                if (Block.hasGoodChecksum(block) && provesMissing(block)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isPossibleNumber(int at) {
        long number = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt(at + Block.NUMBER_AT));
        return number > blocks + 1 && number <= bytes.length / Block.LEAST;
    }

    private boolean provesMissing(byte[] block) {
        return Block.open(cipher, block)
                .filter(content -> Block.number(block) - 1 - EntryUnpacker.unforcedBlocks(content) > blocks)
                .isPresent();
    }

    /** Where the next block begins, in bytes from the start of the file. */
    int offset() {
        return offset;
    }

    /** The bytes from the present place on. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, offset, bytes.length);
    }
}
