package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the HL7 receiver of a data directory did not want. */
public final class Hl7Refusals {
    private Hl7Refusals() {}

    /** Its words for each refused message, oldest first; read beside a console that may be running. */
    public static List<String> in(Path folder) throws IOException {
        return Hl7Told.answeredIn(folder).refusals();
    }
}
