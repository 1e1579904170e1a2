package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vigil.export.mllp.Answered;
import vigil.export.mllp.Hl7Outbox;
import vigil.export.mllp.Hl7Status;
import vigil.export.mllp.MllpReceiver;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.ui.wire.Hl7Sight;

/**
 * Says how it stands with an HL7 receiver: in the log when that changes, on the screen whenever it does. What it refuses says
 * {@code vigil hl7}. One thread.
 */
final class Hl7Told implements Consumer<Hl7Status> {
    private static final Logger LOG = LoggerFactory.getLogger(Hl7Told.class);
    private static final String FILE = "hl7.answered";
    private static final String PURPOSE = "vigil hl7 answers";

    private final Shown shown;
    private Hl7Sight sight;
    private boolean waiting;

    /** Who is shown how it stands, and by which clock. */
    record Shown(Supplier<Moment> clock, Consumer<Hl7Sight> screen) {
        private Instant now() {
            return clock.get().utc();
        }
    }

    /** @param refusals the receiver's words for what it has refused so far, oldest first */
    Hl7Told(List<String> refusals, Shown shown) {
        this.shown = shown;
        sight = Hl7Sight.atStart(
                refusals.size(), refusals.isEmpty() ? Optional.empty() : Optional.of(refusals.getLast()));
    }

    /** What the receiver of a data directory has answered so far. */
    static Answered answeredIn(Path folder) throws IOException {
        return Answered.in(folder.resolve(FILE), KeyFile.read(folder).secretFor(PURPOSE, new byte[0]));
    }

    /** The queue of a bedside to an address as its site wrote it. */
    static Hl7Outbox outbox(String address, Bedside bedside, Path folder, Shown shown) throws IOException {
        Answered answered = answeredIn(folder);
        return new Hl7Outbox(
                MllpReceiver.parse(address),
                bedside.hl7Source(),
                answered,
                Hl7Outbox.Pauses.STANDARD,
                new Hl7Told(answered.refusals(), shown));
    }

    @Override
    public void accept(Hl7Status status) {
        sight = seen(status);
        shown.screen().accept(sight);
        switch (status) {
            case Hl7Status.Taken _ -> {}
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

    private Hl7Sight seen(Hl7Status status) {
        return switch (status) {
            case Hl7Status.Taken _ -> sight.taken(shown.now());
            case Hl7Status.Through _ -> sight.through();
            case Hl7Status.Waiting(int messages, String reason) -> sight.waits(messages, reason, shown.now());
            case Hl7Status.Refused(String words) -> sight.refused(shown.now(), words);
        };
    }
}
