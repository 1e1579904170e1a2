package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;

/** The frames of section 3.10 of the protocol page, without their CR. */
final class AlarisVector {
    /** The whole allow-list. */
    static final List<String> REQUESTS = List.of(
            "!INST_SERIALNO|457D",
            "!COMMS_PROTOCOL|E8DA",
            "!COMMS_RESPONSE_MAX|7E29",
            "!SYRINGE_STATUS|4102",
            "!INF_RATE_MAX_SYRINGE|8F30",
            "!INF|4961",
            "!INF_RATE|8E6D",
            "!INF_VI|B42C",
            "!INF_VTBI|8456",
            "!ALARM|50B2");

    static final String HOLD = "!INF^8002-51733^A^HLD^0.00^ml/h^^0.969^ml^530.15^mmHg^00:04:09^EVENT^214725|DB9D";
    static final String RUNNING = "!INF^8002-51740^-^SET^3.50^ml/h^^1.234^ml^17.91^mmHg^24+^EVENT^127904|8368";
    static final String SLOW = "!INF^8002-51740^-^SET^0.35^ml/h^^12.480^ml^17.91^mmHg^10:43:12^EVENT^127905|F420";
    static final String NO_ALARM = "!ALARM^AL_NOALM^ ^ |C73B";

    /** The first eight stand in public code, the other five are recomputed. */
    static final List<String> REPLIES = List.of(
            "!INST_SERIALNO^8002-51740|050B",
            "!COMMS_PROTOCOL^Asena Rev 2.1.5|661A",
            "!COMMS_RESPONSE_MAX^4000^ms|DFDF",
            "!SYRINGE_STATUS^BD PLASTIPAK^ 50^CONF|1CF8",
            "!SYRINGE_STATUS^BD PERFUSOR^ 50^CONF|4567",
            "!INF_RATE_MAX_SYRINGE^1200.00^ml/h|8575",
            NO_ALARM,
            HOLD,
            "!INF_RATE^3.50^ml/h|3885",
            "!INF_VI^1.234^ml|AADA",
            "!ALARM^AL_OCCLU^ ^ |5B3B",
            RUNNING,
            SLOW);

    /** Never sent; their checks stand in public code. */
    static final List<String> NEVER_SENT =
            List.of("!REMOTE_CTRL^ENABLED^****^PERMIT^0^ms|7BB0", "!REMQUERY^DEACT^^^^|E5C9");

    static final List<String> ALL =
            Stream.of(REQUESTS, REPLIES, NEVER_SENT).flatMap(List::stream).toList();

    private AlarisVector() {}

    static byte[] wire(String printed) {
        return (printed + "\r").getBytes(US_ASCII);
    }

    /** What a framer should make of it, cut out by hand. */
    static AlarisFrame frame(String printed) {
        return new AlarisFrame(printed.substring(1, printed.indexOf('|')));
    }

    static List<String> all() {
        return ALL;
    }
}
