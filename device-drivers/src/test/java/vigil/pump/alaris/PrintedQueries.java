package vigil.pump.alaris;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The closed query set of Alaris as printed on the protocol page: ten whole frames. */
public final class PrintedQueries {
    private PrintedQueries() {}

    /** Fails on anything else. */
    public static void verify(byte[] sent) {
        String text = new String(sent, ISO_8859_1);
        boolean whole = text.endsWith("\r");
        if (!whole || !AlarisVector.REQUESTS.contains(text.substring(0, text.length() - 1))) {
            throw new AssertionError("not in the closed query set: " + text);
        }
    }
}
