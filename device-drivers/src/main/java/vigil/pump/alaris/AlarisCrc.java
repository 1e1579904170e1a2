package vigil.pump.alaris;

/** CRC-16/CCITT-FALSE: polynomial 1021, initial value FFFF, not reflected, nothing xored out. Check value 29B1. */
final class AlarisCrc {
    private static final int POLYNOMIAL = 0x1021;
    private static final char[] TABLE = table();

    private AlarisCrc() {}

    private static char[] table() {
        char[] table = new char[256];
        for (int value = 0; value < table.length; value++) {
            int crc = value << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
            table[value] = (char) crc;
        }
        return table;
    }

    /** The CRC of {@code length} bytes from {@code from}. */
    static int of(byte[] bytes, int from, int length) {
        int crc = 0xFFFF;
        for (int i = from; i < from + length; i++) {
            crc = ((crc << 8) & 0xFFFF) ^ TABLE[(crc >>> 8) ^ (bytes[i] & 0xFF)];
        }
        return crc;
    }
}
