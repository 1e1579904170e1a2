package vigil.selftest;

/**
 * What a check has found.
 *
 * @param words one line for people; where something is wrong, with what mends it
 */
public record Finding(Verdict verdict, String words) {
    public Finding {
        if (words.isBlank() || words.lines().count() != 1) {
            throw new IllegalArgumentException("a finding is one line");
        }
    }

    public static Finding ok(String words) {
        return new Finding(Verdict.OK, words);
    }

    public static Finding warning(String words) {
        return new Finding(Verdict.WARNING, words);
    }

    public static Finding failed(String words) {
        return new Finding(Verdict.FAILED, words);
    }
}
