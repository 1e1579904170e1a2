package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;

/**
 * Finds a parameter by its name within a message, without making a string of it. Names of up to ten capitals and digits
 * are packed six bits a character, so that two names are equal exactly when their numbers are.
 */
final class BccParameters {
    /** One parameter: the field, and the number of the flag for {@link BccField#INM} and {@link BccField#INA}. */
    record Parameter(BccField field, int number, String name) {}

    /** Bits a character. */
    static final int SIX = 6;

    private static final int NAME = (1 << SIX) - 1;
    private static final int LONGEST = 10;
    private static final int MODE_FLAGS = 14;
    private static final int ALARM_FLAGS = 16;
    private static final int SIZE = 256;
    private static final long[] NAMES = new long[SIZE];
    private static final @Nullable Parameter[] PARAMETERS = new @Nullable Parameter[SIZE];

    static {
        for (BccField field : BccField.values()) {
            switch (field) {
                case INM -> addFlags(field, MODE_FLAGS);
                case INA -> addFlags(field, ALARM_FLAGS);
                default -> add(new Parameter(field, 0, field.name()));
            }
        }
    }

    private BccParameters() {}

    private static void addFlags(BccField field, int count) {
        for (int number = 1; number <= count; number++) {
            add(new Parameter(field, number, field.name() + number));
        }
    }

    private static void add(Parameter parameter) {
        long packed = packed(parameter.name());
        int at = place(packed);
        while (NAMES[at] != 0) {
            at = (at + 1) % SIZE;
        }
        NAMES[at] = packed;
        PARAMETERS[at] = parameter;
    }

    /** The number of a character of a name; 0 or less when no name has it. */
    static int six(char character) {
        int six = character - '0' + 1;
        return six <= NAME ? six : 0;
    }

    /** The parameter of that name, its characters' numbers packed; null for one that Vigil does not read. */
    static @Nullable Parameter of(long packed, int length) {
        if (length > LONGEST) {
            return null;
        }
        int at = place(packed);
        while (NAMES[at] != packed && NAMES[at] != 0) {
            at = (at + 1) % SIZE;
        }
        return PARAMETERS[at];
    }

    /** Spreads the packed names over the table (multiplication by a large odd number, upper bits). */
    private static int place(long packed) {
        return (int) ((packed * 0x9E37_79B9_7F4A_7C15L) >>> 56);
    }

    private static long packed(String name) {
        long packed = 0;
        for (int i = 0; i < name.length(); i++) {
            packed = packed << SIX | six(name.charAt(i));
        }
        return packed;
    }
}
