package vigil.session;

/** A person who did something: user id, printed name with title, role. Who, of every "who, when, reason" (R32). */
public record Staff(String userId, String name, Role role) {
    public enum Role {
        NURSE,
        PHYSICIAN,
        BIOMEDICAL,
        ADMINISTRATOR,
        /** Nobody has proved who he is: an alarm was attended to without sign-in. */
        NOBODY
    }

    /** Whoever stands at a console that knows no users. */
    public static final Staff UNSIGNED = new Staff("console", "Not signed in", Role.NURSE);

    /** Whoever changed a setting in a file outside the console, where nobody signs in. */
    public static final Staff BY_HAND = new Staff("by-hand", "Changed outside the console", Role.NOBODY);

    /** Capitals for a table column, for example {@code AB} of user id {@code ab12}; an id of digits stands for itself. */
    public String initials() {
        String letters = userId.replaceAll("[^a-zA-Z]", "").toUpperCase(java.util.Locale.ROOT);
        return letters.isEmpty() ? userId : letters;
    }
}
