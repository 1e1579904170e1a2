package vigil.export;

import java.util.Optional;
import vigil.store.Voided;

/** Says on a print, in its language and the time of the ward, that an entry was made in error (R32). */
record MarkWords(WardTime time) {
    /** {@code said}, with the mark before it if there is one. */
    String on(Optional<Voided> voided, String said) {
        return voided.map(mark -> (words(mark) + " " + said).strip()).orElse(said);
    }

    private String words(Voided mark) {
        return time.words().text("voided.mark", mark.by().name(), time.dayAndTime(mark.at()), mark.reason());
    }
}
