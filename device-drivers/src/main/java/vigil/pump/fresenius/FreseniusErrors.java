package vigil.pump.fresenius;

/** The device's reasons for refusing, in words, always with its own code (protocol page, section 4.7). */
final class FreseniusErrors {
    /** The base has forgotten that it was connected. */
    static final String BASE_CLOSED = "0D";

    /** The base cannot reach the module. */
    static final String MODULE_UNREACHABLE = "0E";

    /** The module has forgotten that it was connected, for instance because it was switched off and on. */
    static final String MODULE_CLOSED = "1E";

    private FreseniusErrors() {}

    /** A frame that was not taken (NAK and one character). */
    static String ofLink(char error) {
        String meaning = switch (error) {
            case '1' -> "it did not receive the characters rightly: check parity and speed";
            case '2' -> "wrong checksum";
            case '4' -> "wrong address";
            case '5' -> "it waited in vain for ACK";
            case '6' -> "not ready";
            case '7' -> "wrong frame length";
            case '8' -> "control code in the frame";
            default -> "unknown reason";
        };
        return "%s (NAK %c)".formatted(meaning, error);
    }

    /** A request that was refused (status I and two characters). */
    static String ofRequest(String code) {
        return "%s (error %s)".formatted(meaning(code), code);
    }

    /** True when asking again makes no sense: the device does not know the request or the value. */
    static boolean isForGood(String code) {
        return code.equals("01") || code.equals("04") || code.equals("0A") || code.equals("0B");
    }

    private static String meaning(String code) {
        return switch (code) {
            case "01" -> "unknown command";
            case "02" -> "not allowed in this mode";
            case "03" -> "not allowed in this status";
            case "04" -> "syntax";
            case "05" -> "mode not authorised";
            case "06" -> "mode already active";
            case "07" -> "new mode not allowed in this mode";
            case "08" -> "parameter out of limit";
            case "09" -> "new mode not allowed in this status";
            case "0A" -> "identifier unused";
            case "0B" -> "identifier wrong";
            case "0C" -> "message too long";
            case BASE_CLOSED -> "connection to the base not open";
            case MODULE_UNREACHABLE -> "communication with the module impossible";
            case "12" -> "alarm present";
            case "14" -> "no rate selected";
            case "15" -> "volume insufficient";
            case "16" -> "empty-syringe mode impossible";
            case "1A" -> "event number wrong";
            case MODULE_CLOSED -> "connection to the module not open";
            case "1F" -> "a module is not in manual mode";
            case "20" -> "port not authorised";
            case "22" -> "new mode not authorised";
            case "24" -> "connection mode wrong";
            case "25" -> "drug number wrong";
            default -> "refused";
        };
    }
}
