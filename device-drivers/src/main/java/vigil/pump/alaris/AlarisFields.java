package vigil.pump.alaris;

import vigil.pump.wire.Octets;
import vigil.pump.wire.StrictDecimal;

/** Where the fields of a frame stand in its text. Field 0 is the verb. Used again for every frame. Not thread-safe. */
final class AlarisFields {
    /** Most fields of a frame, verb included. INF has 14. */
    static final int MOST = 32;

    private final int[] ends = new int[MOST];
    private Octets text = Octets.of("");
    private int count;
    private String lastSerialNumber = "";

    /** Cuts at every {@code ^}; false when there are too many. */
    boolean split(Octets frame) {
        text = frame;
        count = 0;
        int from = 0;
        while (count < MOST) {
            int at = frame.find(AlarisFrame.SEPARATOR, from, frame.length());
            ends[count++] = at;
            if (at == frame.length()) {
                return true;
            }
            from = at + 1;
        }
        return false;
    }

    int count() {
        return count;
    }

    int end(int field) {
        return ends[field];
    }

    private int start(int field) {
        return field == 0 ? 0 : ends[field - 1] + 1;
    }

    boolean is(int field, String value) {
        return field < count && text.is(value, start(field), ends[field]);
    }

    boolean isBlank(int field) {
        for (int i = start(field); i < ends[field]; i++) {
            if (text.at(i) != ' ') {
                return false;
            }
        }
        return true;
    }

    /** The field without blanks at either end. */
    String text(int field) {
        return text.text(start(field), ends[field]).strip();
    }

    /** The field, or nothing where the frame has fewer. */
    String textOrNone(int field) {
        return field < count ? text(field) : "";
    }

    /** The field as the pump wrote it, blanks included. */
    String raw(int field) {
        return text.text(start(field), ends[field]);
    }

    /** The same string as last time when it is the same pump, which it nearly always is. */
    String serialNumber(int field) {
        if (!is(field, lastSerialNumber)) {
            lastSerialNumber = text(field);
        }
        return lastSerialNumber;
    }

    /** The field's decimal as {@link StrictDecimal} holds it, or {@link StrictDecimal#NONE}. */
    long decimal(int field) {
        return StrictDecimal.read(text, start(field), ends[field]);
    }

    boolean isNegative(int field) {
        return start(field) < ends[field] && text.at(start(field)) == '-';
    }

    /** The decimal after the field's first character. */
    long afterSign(int field) {
        return StrictDecimal.read(text, start(field) + 1, ends[field]);
    }

    /** Two decimal digits at {@code offset} of the field, or -1. */
    int twoDigits(int field, int offset) {
        int at = start(field) + offset;
        int tens = text.at(at) - '0';
        int ones = text.at(at + 1) - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }

    /** True when the field has {@code length} characters, of which those at both offsets are colons. */
    boolean isClock(int field) {
        int from = start(field);
        return ends[field] - from == "HH:MM:SS".length() && text.at(from + 2) == ':' && text.at(from + 5) == ':';
    }
}
