package vigil.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import vigil.session.Event;

/** The bytes of events as the journal writes them, for tests of other packages. */
public final class EventBytes {
    private EventBytes() {}

    /** SHA-256 over a course. Not thread-safe. */
    public static final class Hash {
        private final MessageDigest digest;

        public Hash() throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
        }

        public void add(Event event) {
            add(event.at() + " " + EventType.of(event));
            digest.update(EventCodec.encode(event));
        }

        public void add(String text) {
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
