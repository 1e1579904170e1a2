package vigil.pump;

/**
 * A field of a reading that is not an ordinary value, with the text the pump sent.
 *
 * @param field the pump's own name of the field
 * @param raw the pump's text, verbatim, at most 64 characters
 */
public record Remark(String field, Quality quality, String raw) {
    private static final int MOST = 64;

    public Remark {
        raw = raw.length() > MOST ? raw.substring(0, MOST) : raw;
    }
}
