package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.regex.Pattern;
import vigil.pump.Query;

/**
 * Everything that may ever be sent to a New Era pump (section 5.8): the address, one of nine questions without a
 * parameter, CR. There is no Safe packet among them. Immutable.
 */
public record NewEraQuery(int address, Ask ask) implements Query {
    private static final int MOST_ADDRESS = 99;
    private static final Pattern PERMITTED = Pattern.compile("(0|[1-9][0-9]?)(|VER|DIA|RAT|VOL|DIR|DIS|PHN|SAF)\\r");

    /** What can be asked. */
    public enum Ask {
        /** Nothing but the status, which every answer carries. */
        STATUS(""),
        VERSION("VER"),
        /** Inside diameter of the syringe. */
        DIAMETER("DIA"),
        RATE("RAT"),
        /** Volume to be dispensed. */
        VOLUME("VOL"),
        DIRECTION("DIR"),
        /** Volumes infused and withdrawn since they were cleared. */
        DISPENSED("DIS"),
        /** Phase of the pump's program. */
        PHASE("PHN"),
        /** Time-out of Safe mode; 0 in Basic mode. */
        SAFE_MODE("SAF");

        private final String word;

        Ask(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    public NewEraQuery {
        if (address < 0 || address > MOST_ADDRESS) {
            throw new IllegalArgumentException("address %d is outside 0 to 99".formatted(address));
        }
    }

    /** True when exactly these bytes may be sent. */
    public static boolean permits(byte[] bytes) {
        return PERMITTED.matcher(new String(bytes, ISO_8859_1)).matches();
    }

    @Override
    public byte[] bytes() {
        return (address + ask.word() + '\r').getBytes(US_ASCII);
    }

    @Override
    public String name() {
        return ask == Ask.STATUS ? "status" : ask.word();
    }
}
