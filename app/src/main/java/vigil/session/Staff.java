package vigil.session;

/** A person who did something: user id, printed name with title, role. Who, of every "who, when, reason" (R32). */
public record Staff(String userId, String name, Role role) {
    public enum Role {
        NURSE,
        PHYSICIAN,
        BIOMEDICAL,
        ADMINISTRATOR
    }

    /** Two or more capitals for a table column, for example {@code AB} of "A. Brown RN" with user id {@code ab12}. */
    public String initials() {
        return userId.replaceAll("[^a-zA-Z]", "").toUpperCase(java.util.Locale.ROOT);
    }
}
