package vigil.session;

/**
 * A PIN as it is kept: its Argon2id tag with version, cost and salt beside it ({@code $argon2id$v=19$m=65536,t=3,p=1$...}).
 * Enters the encrypted record and nothing else; its text form says nothing, so that no log can hold it. Immutable.
 */
public record PinHash(String encoded) {
    @Override
    public String toString() {
        return "PinHash";
    }
}
