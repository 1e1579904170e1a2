package vigil.resume;

/** What stands next in a written state. */
enum Sort {
    RECORD('r'),
    ENUM('e'),
    NONE('0'),
    SOME('1'),
    LIST('l'),
    GROWING_LIST('g'),
    SET('s'),
    MAP('m'),
    STRING('"'),
    INTEGER('i'),
    LONG('j'),
    TRUE('t'),
    FALSE('f'),
    DECIMAL('d'),
    DURATION('p'),
    INSTANT('u'),
    DATE('y'),
    ZONE('z');

    private static final Sort[] SORTS = values();

    private final char code;

    Sort(char code) {
        this.code = code;
    }

    /** The byte that says so. */
    int code() {
        return code;
    }

    /** @throws IllegalArgumentException if no sort has that byte */
    static Sort of(int code) {
        for (Sort sort : SORTS) {
            if (sort.code == code) {
                return sort;
            }
        }
        throw new IllegalArgumentException("no value begins with byte " + code);
    }
}
