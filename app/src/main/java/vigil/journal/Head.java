package vigil.journal;

/**
 * Where the journal stands: the sequence number of its last entry (0 while it is empty) and the chain hash up to it. Two
 * journals with the same head hold the same entries.
 *
 * @param chainHash SHA-256 as 64 hexadecimal digits
 */
public record Head(long sequence, String chainHash) {}
