package vigil.export;

/** Text cut to a length, with an ellipsis where something is left out, never in the middle of a character. */
final class Excerpt {
    private static final String ELLIPSIS = "…";

    private Excerpt() {}

    static String of(String text, int length) {
        if (text.codePointCount(0, text.length()) <= length) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, length - 1)) + ELLIPSIS;
    }
}
