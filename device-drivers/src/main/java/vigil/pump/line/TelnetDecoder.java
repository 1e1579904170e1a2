package vigil.pump.line;

/**
 * Takes Telnet (RFC 854) out of received bytes: IAC IAC is the byte FF, options and sub-negotiations are told, and outside
 * binary mode a NUL after CR is dropped. Bytes may be cut anywhere. Bounded. Not thread-safe.
 */
final class TelnetDecoder {
    static final int IAC = 0xFF;
    static final int DONT = 0xFE;
    static final int DO = 0xFD;
    static final int WONT = 0xFC;
    static final int WILL = 0xFB;
    static final int SB = 0xFA;
    static final int SE = 0xF0;
    static final int BINARY = 0;

    private static final int CR = 0x0D;
    /** Longer than any sub-negotiation of RFC 2217; what a longer one has beyond is not kept. */
    private static final int MOST = 64;

    /** Where in the stream the next byte stands. */
    private enum Place {
        DATA,
        COMMAND,
        OPTION,
        SUB,
        SUB_COMMAND
    }

    /** What the other side says besides data. */
    interface Listener {
        /** WILL, WONT, DO or DONT for an option. */
        void option(int verb, int option);

        /** A sub-negotiation: the option, then its content. The array is used again. */
        void subnegotiation(byte[] content, int length);
    }

    private final Listener listener;
    private final byte[] content = new byte[MOST];
    private Place place = Place.DATA;
    private int verb;
    private int length;
    private boolean afterCr;
    private boolean binary;

    TelnetDecoder(Listener listener) {
        this.listener = listener;
    }

    /** From now on the other side sends bytes as they are. */
    void setBinary(boolean on) {
        binary = on;
        afterCr = false;
    }

    /** Decodes in place: returns how many bytes of data now stand at the start of {@code buffer}. */
    int decode(byte[] buffer, int count) {
        int data = 0;
        for (int i = 0; i < count; i++) {
            if (isData(buffer[i] & 0xFF)) {
                buffer[data++] = buffer[i];
            }
        }
        return data;
    }

    private boolean isData(int value) {
        switch (place) {
            case DATA -> {
                if (value != IAC) {
                    return isKept(value);
                }
                place = Place.COMMAND;
            }
            case COMMAND -> {
                return command(value);
            }
            case OPTION -> {
                place = Place.DATA;
                listener.option(verb, value);
            }
            case SUB -> sub(value);
            case SUB_COMMAND -> subCommand(value);
        }
        return false;
    }

    private boolean isKept(int value) {
        boolean dropped = afterCr && value == 0;
        afterCr = !binary && value == CR;
        return !dropped;
    }

    /** The byte after IAC; true when it is an escaped FF. */
    private boolean command(int value) {
        verb = value;
        length = 0;
        place = switch (value) {
            case WILL, WONT, DO, DONT -> Place.OPTION;
            case SB -> Place.SUB;
            default -> Place.DATA;
        };
        return value == IAC && isKept(value);
    }

    private void sub(int value) {
        if (value == IAC) {
            place = Place.SUB_COMMAND;
        } else {
            keep(value);
        }
    }

    private void subCommand(int value) {
        if (value == SE) {
            place = Place.DATA;
            listener.subnegotiation(content, length);
        } else if (value == IAC) {
            place = Place.SUB;
            keep(value);
        } else {
            // No sub-negotiation contains this: it was cut short, and a new command begins
            command(value);
        }
    }

    private void keep(int value) {
        if (length < MOST) {
            content[length++] = (byte) value;
        }
    }
}
