package vigil.store;

import java.time.Instant;
import vigil.session.Staff;

/**
 * The mark on an entry that was made in error (R32). The entry keeps its words beside it.
 *
 * @param by who marked it
 */
public record Voided(Instant at, Staff by, String reason) {
    /**
     * The words of the entry with the mark before them as files for machines and the signed content have it: English and in UTC,
     * whatever the language of the screen.
     */
    public String before(String said) {
        return "ENTERED IN ERROR (%s, %s: %s) %s"
                .formatted(by.name(), at, reason, said)
                .strip();
    }
}
