package vigil;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.people.Argon2;
import vigil.people.People;
import vigil.people.PeopleCheck;
import vigil.people.Pin;
import vigil.pump.Moment;
import vigil.session.PeopleEvent;

/**
 * The way back for an administrator who has forgotten his PIN: whoever owns the data directory leaves a file in it with an
 * administrator's id and a PIN that opens the choice of an own one. The next start of the console removes the file first,
 * then goes by it, and records it. Whoever can write there can also read the keys, so this opens no new door; it only leaves
 * a trace.
 */
final class AdministratorRecovery {
    static final String FILE = "administrator-recovery.properties";

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorRecovery.class);
    private static final long LARGEST = 4_096;
    private static final int SALT_BYTES = 16;

    private final Path file;

    AdministratorRecovery(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** What is to be recorded of the file, which is gone afterwards; empty where there is none. */
    Optional<PeopleEvent> taken(People people, Moment now) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        PeopleEvent event = read(people, now);
        switch (event) {
            case PeopleEvent.RecoveryRefused(Moment _, String reason) -> LOG.warn("{}: {}", FILE, reason);
            case PeopleEvent _ -> LOG.warn("{}: an administrator has been given a PIN", FILE);
        }
        return Optional.of(event);
    }

    private PeopleEvent read(People people, Moment now) {
        try {
            String text = Files.size(file) > LARGEST ? "" : Files.readString(file, StandardCharsets.UTF_8);
            Files.delete(file);
            Properties read = new Properties();
            read.load(new StringReader(text));
            return recovered(People.id(read.getProperty("user", "")), read.getProperty("pin", ""), people, now);
        } catch (IOException | IllegalArgumentException e) {
            return refused(
                    now,
                    "cannot be read and removed (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    private static PeopleEvent recovered(String user, String digits, People people, Moment now) {
        Pin pin = new Pin(digits.strip());
        if (pin.fault(user).isPresent()) {
            return refused(now, "the PIN may not be chosen: " + pin.fault(user).get());
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        PeopleEvent event =
                new PeopleEvent.AdministratorRecovered(now, user, Argon2.hash(pin, salt, Argon2.Cost.STANDARD));
        return PeopleCheck.refusal(people, event)
                .<PeopleEvent>map(reason -> refused(now, reason))
                .orElse(event);
    }

    private static PeopleEvent refused(Moment now, String reason) {
        return new PeopleEvent.RecoveryRefused(now, reason);
    }
}
