package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.export.mllp.Answered;
import vigil.export.mllp.Hl7Outbox;
import vigil.export.mllp.Hl7Status;
import vigil.export.mllp.MllpReceiver;
import vigil.keys.KeyFile;

/** Says in the log how it stands with an HL7 receiver, when that changes. What it refuses says {@code vigil hl7}. One thread. */
final class Hl7Told implements Consumer<Hl7Status> {
    private static final Logger LOG = LoggerFactory.getLogger(Hl7Told.class);
    private static final String FILE = "hl7.answered";
    private static final String PURPOSE = "vigil hl7 answers";

    private boolean waiting;

    /** What the receiver of a data directory has answered so far. */
    static Answered answeredIn(Path folder) throws IOException {
        return Answered.in(folder.resolve(FILE), KeyFile.read(folder).secretFor(PURPOSE, new byte[0]));
    }

    /** The queue of a bedside to an address as its site wrote it. */
    static Hl7Outbox outbox(String address, Bedside bedside, Path folder) throws IOException {
        return new Hl7Outbox(
                MllpReceiver.parse(address),
                bedside.hl7Source(),
                answeredIn(folder),
                Hl7Outbox.Pauses.STANDARD,
                new Hl7Told());
    }

    @Override
    public void accept(Hl7Status status) {
        switch (status) {
            case Hl7Status.Through _ -> {
                if (waiting) {
                    LOG.info("Every HL7 message has its answer again");
                }
                waiting = false;
            }
            case Hl7Status.Waiting(int messages, String reason) -> {
                if (!waiting) {
                    LOG.warn("HL7 messages wait ({}): {}", messages, reason);
                }
                waiting = true;
            }
            // The receiver's own words may name the patient: they stand in the encrypted file alone.
            case Hl7Status.Refused _ -> LOG.warn("The HL7 receiver refused a message; 'vigil hl7' says which and why");
        }
    }
}
