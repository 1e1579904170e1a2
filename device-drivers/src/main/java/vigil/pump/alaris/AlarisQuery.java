package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vigil.pump.Query;
import vigil.pump.wire.Octets;

/**
 * Everything that may ever be sent to an Alaris pump (section 3.10): ten questions without a field. The frames are written
 * out with their check and not put together from parts, because the same verb with a field would be a setting.
 */
public enum AlarisQuery implements Query {
    INST_SERIALNO("!INST_SERIALNO|457D"),
    COMMS_PROTOCOL("!COMMS_PROTOCOL|E8DA"),
    COMMS_RESPONSE_MAX("!COMMS_RESPONSE_MAX|7E29"),
    SYRINGE_STATUS("!SYRINGE_STATUS|4102"),
    INF_RATE_MAX_SYRINGE("!INF_RATE_MAX_SYRINGE|8F30"),
    /** The status record. */
    INF("!INF|4961"),
    INF_RATE("!INF_RATE|8E6D"),
    INF_VI("!INF_VI|B42C"),
    INF_VTBI("!INF_VTBI|8456"),
    /** The code of the present alarm. */
    ALARM("!ALARM|50B2");

    private static final List<AlarisQuery> ALL = List.of(values());

    private final String frame;

    AlarisQuery(String frame) {
        this.frame = frame;
    }

    /** The query whose answer begins with this verb, or null. */
    static @Nullable AlarisQuery withVerb(Octets text, int end) {
        for (AlarisQuery query : ALL) {
            if (text.is(query.name(), 0, end)) {
                return query;
            }
        }
        return null;
    }

    /** True when exactly these bytes may be sent; whole frames are compared, never verbs. */
    public static boolean permits(byte[] bytes) {
        return ALL.stream().anyMatch(query -> Arrays.equals(query.bytes(), bytes));
    }

    @Override
    public byte[] bytes() {
        return (frame + '\r').getBytes(US_ASCII);
    }
}
