package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;
import vigil.pump.wire.EightBytes;
import vigil.pump.wire.Octets;

/**
 * Finds a parameter by its name within a message, without making a string of it: by the first eight bytes of the name, in
 * which no two differ only after them.
 */
final class BccParameters {
    /** One parameter: the field, and the number of the flag for {@link BccField#INM} and {@link BccField#INA}. */
    record Parameter(BccField field, int number, String name) {
        /** What of the name stands after its first eight bytes, with the comma that ends it. */
        private String rest() {
            return name.length() < EightBytes.COUNT ? "" : name.substring(EightBytes.COUNT) + ",";
        }
    }

    private static final long COMMAS = EightBytes.each(',');
    private static final int MODE_FLAGS = 14;
    private static final int ALARM_FLAGS = 16;
    private static final int SIZE = 256;
    private static final long[] NAMES = new long[SIZE];
    private static final String[] RESTS = new String[SIZE];
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
        long start = Octets.of(parameter.name()).eight(0);
        int at = place(start);
        NAMES[at] = start;
        RESTS[at] = parameter.rest();
        PARAMETERS[at] = parameter;
    }

    /** The parameter whose name stands from {@code from} on, with a comma after it; null when Vigil reads none such. */
    static @Nullable Parameter at(Octets text, int from) {
        long eight = text.eight(from);
        int before = EightBytes.beforeFirst(EightBytes.zeros(eight ^ COMMAS));
        int at = place(EightBytes.first(before, eight));
        return before < EightBytes.COUNT || (PARAMETERS[at] != null && text.has(RESTS[at], from + EightBytes.COUNT))
                ? PARAMETERS[at]
                : null;
    }

    /** Where a name stands in the table, or the free place for it. */
    private static int place(long start) {
        // Spread by multiplication with a large odd number, of which the upper bits are taken
        int at = (int) ((start * 0x9E37_79B9_7F4A_7C15L) >>> 56);
        while (NAMES[at] != start && NAMES[at] != 0) {
            at = (at + 1) % SIZE;
        }
        return at;
    }
}
