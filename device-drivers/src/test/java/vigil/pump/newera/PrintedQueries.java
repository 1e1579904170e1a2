package vigil.pump.newera;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.regex.Pattern;

/** The closed query set of New Era as printed on the protocol page: nine questions without a parameter, to any address. */
public final class PrintedQueries {
    private static final Pattern QUESTION =
            Pattern.compile("([0-9]|[1-9][0-9])(VER|RAT|DIS|DIA|DIR|VOL|PHN|SAF)?\r", Pattern.DOTALL);

    private PrintedQueries() {}

    /** Fails on anything else. */
    public static void verify(byte[] sent) {
        String text = new String(sent, ISO_8859_1);
        if (!QUESTION.matcher(text).matches()) {
            throw new AssertionError("not in the closed query set: " + text);
        }
    }
}
