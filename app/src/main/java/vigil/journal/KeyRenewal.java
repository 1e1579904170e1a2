package vigil.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import vigil.keys.DeviceKey;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;

/**
 * Gives a record new keys without ending it. The last entry under the old ones names the new ones, so that the old signature
 * vouches for them; every segment from then on is written and signed with the new ones. What is left of the old ones reads
 * and proves what was written before.
 */
public final class KeyRenewal {
    private final Path folder;
    private final Map<String, String> environment;

    /** {@code environment} tells the passphrase of a locked key file. */
    public KeyRenewal(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Renews the keys.
     *
     * @param by printed name of who asks
     * @return the entry that was made
     * @throws IOException in one line, if the record is not sound, is in use, or cannot be written; then the keys are the old
     *     ones. Cut short after the entry was made, it is asked for again.
     */
    public Event.KeyRenewed run(String by, String reason, Moment now) throws IOException {
        if (!(Verify.journal(folder) instanceof Verify.Verdict.Sound)) {
            throw new JournalException(
                    "the record in %s is not sound, or not closed in order: start the console once, then run 'vigil verify'"
                            .formatted(folder));
        }
        try (DataDirectory directory = DataDirectory.open(folder)) {
            DeviceKey old = KeyFile.read(directory.path());
            DeviceKey fresh = old.renewed();
            HexFormat hex = HexFormat.of();
            Event.KeyRenewed event =
                    new Event.KeyRenewed(now, hex.formatHex(old.id()), hex.formatHex(fresh.id()), by, reason);
            record(directory, event);
            KeyFile.renew(directory.path(), fresh, environment);
            return event;
        }
    }

    private static void record(DataDirectory directory, Event event) throws JournalException {
        try (Journal journal = Journal.open(directory)) {
            Head head = journal.append(event);
            journal.force();
            if (journal.forcedSequence() != head.sequence()) {
                throw new JournalException("the renewal of the keys is not on the disk; they are the old ones");
            }
        }
    }
}
