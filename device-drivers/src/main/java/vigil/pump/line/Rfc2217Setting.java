package vigil.pump.line;

import java.io.ByteArrayOutputStream;
import java.util.List;
import vigil.pump.LineSettings;

/**
 * One setting of a distant serial port as RFC 2217 sends and confirms it.
 *
 * @param command the client's number; the server confirms with 100 more
 * @param name for people
 * @param value what is asked for
 */
record Rfc2217Setting(int command, String name, long value) {
    /** COM-PORT-OPTION. */
    static final int OPTION = 44;

    private static final int CONFIRMED = 100;
    private static final int BAUD = 1;
    private static final int DATA_SIZE = 2;
    private static final int PARITY = 3;
    private static final int STOP_SIZE = 4;
    private static final int CONTROL = 5;
    private static final int NO_FLOW_CONTROL = 1;
    private static final int DTR_OFF = 9;
    private static final int RTS_OFF = 12;
    private static final List<String> PARITIES = List.of("?", "none", "odd", "even", "mark", "space");

    /** Everything that has to be confirmed before a pump is asked anything. */
    static List<Rfc2217Setting> of(LineSettings settings) {
        return List.of(
                new Rfc2217Setting(BAUD, "baud rate", settings.baud()),
                new Rfc2217Setting(DATA_SIZE, "data bits", settings.dataBits()),
                new Rfc2217Setting(PARITY, "parity", parity(settings.parity())),
                new Rfc2217Setting(STOP_SIZE, "stop bits", settings.stopBits()),
                new Rfc2217Setting(CONTROL, "flow control", NO_FLOW_CONTROL));
    }

    /** DTR and RTS down. Asked for, but not insisted on: a box without these lines cannot confirm it. */
    static List<Rfc2217Setting> linesDown() {
        return List.of(new Rfc2217Setting(CONTROL, "DTR", DTR_OFF), new Rfc2217Setting(CONTROL, "RTS", RTS_OFF));
    }

    private static int parity(LineSettings.Parity parity) {
        return switch (parity) {
            case NONE -> 1;
            case ODD -> 2;
            case EVEN -> 3;
        };
    }

    /** {@code IAC SB 2C command value IAC SE}, each FF inside doubled. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(TelnetDecoder.IAC);
        bytes.write(TelnetDecoder.SB);
        bytes.write(OPTION);
        bytes.write(command);
        for (int shift = command == BAUD ? 24 : 0; shift >= 0; shift -= 8) {
            int part = (int) (value >> shift) & 0xFF;
            bytes.write(part);
            if (part == TelnetDecoder.IAC) {
                bytes.write(part);
            }
        }
        bytes.write(TelnetDecoder.IAC);
        bytes.write(TelnetDecoder.SE);
        return bytes.toByteArray();
    }

    /** True when the sub-negotiation speaks of this setting, whatever value it names. */
    boolean isAnsweredBy(byte[] content, int length) {
        boolean same = length >= 3 && (content[0] & 0xFF) == OPTION && (content[1] & 0xFF) == command + CONFIRMED;
        return same && (command != CONTROL || isFlowControl(number(content, length)));
    }

    /** Control values 0 to 3 are about outgoing flow control; others are break, DTR, RTS and incoming flow control. */
    private static boolean isFlowControl(long value) {
        return value <= 3;
    }

    /** The value that a sub-negotiation names. */
    static long number(byte[] content, int length) {
        long number = 0;
        for (int i = 2; i < length; i++) {
            number = number << 8 | (content[i] & 0xFF);
        }
        return number;
    }

    /** One line for people: what was asked for and what the box does instead. */
    String mismatch(long used) {
        return "%s %s was asked for, the box uses %s; set the box to it, or choose another port"
                .formatted(name, text(value), text(used));
    }

    private String text(long number) {
        return switch (command) {
            case PARITY -> number >= 1 && number < PARITIES.size() ? PARITIES.get((int) number) : "code " + number;
            case STOP_SIZE -> number == 3 ? "1.5" : Long.toString(number);
            case CONTROL -> number == NO_FLOW_CONTROL ? "none" : "code " + number;
            default -> Long.toString(number);
        };
    }
}
