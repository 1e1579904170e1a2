package vigil.people;

/** Who somebody says he is, and the proof. */
public record Credentials(String userId, Pin pin) {}
