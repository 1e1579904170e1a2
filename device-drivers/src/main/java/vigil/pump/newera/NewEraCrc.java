package vigil.pump.newera;

/** CRC-16/XMODEM: polynomial 1021, initial value 0000, not reflected, nothing xored out. Check value 31C3. */
final class NewEraCrc {
    private static final int POLYNOMIAL = 0x1021;

    private NewEraCrc() {}

    /** The CRC of {@code length} bytes from {@code from}. Bit by bit: Safe packets are short and rare here. */
    static int of(byte[] bytes, int from, int length) {
        int crc = 0;
        for (int i = from; i < from + length; i++) {
            crc ^= (bytes[i] & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1) ^ POLYNOMIAL;
            }
            crc &= 0xFFFF;
        }
        return crc;
    }
}
