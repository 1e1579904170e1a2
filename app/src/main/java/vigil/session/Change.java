package vigil.session;

/** Tells cheaply whether a step has replaced a part of the session; equality would compare whole histories. */
final class Change {
    private Change() {}

    @SuppressWarnings("ReferenceEquality") // the point of this class
    static boolean isNone(Object before, Object after) {
        return before == after;
    }
}
