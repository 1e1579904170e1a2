package vigil.session;

/** Random identifier of one session; carries no patient data, so logs and file names may use it. 4 to 40 of a-z, 0-9, -. */
public record SessionId(String value) {
    public SessionId {
        if (!value.matches("[a-z0-9-]{4,40}")) {
            throw new IllegalArgumentException("session id '%s': 4 to 40 of a-z, 0-9 and -".formatted(value));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
