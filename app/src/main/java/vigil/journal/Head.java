package vigil.journal;

import java.util.HexFormat;

/**
 * Where the journal stands: the sequence number of its last entry (0 while it is empty) and the chain hash up to it. Two
 * journals with the same head hold the same entries.
 *
 * @param chainHash SHA-256 as 64 hexadecimal digits
 */
public record Head(long sequence, String chainHash) {
    /** {@code hash}: 32 bytes. */
    public static Head of(long sequence, byte[] hash) {
        return new Head(sequence, HexFormat.of().formatHex(hash));
    }

    /** Before the first entry. */
    public static Head start() {
        return of(0, Entry.chainStart());
    }

    /** The chain hash as 32 bytes. */
    public byte[] hash() {
        return HexFormat.of().parseHex(chainHash);
    }
}
