package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import vigil.Bedside;
import vigil.Purge;
import vigil.Wiring;
import vigil.journal.Backup;
import vigil.journal.Head;
import vigil.journal.JournalException;
import vigil.journal.KeyRenewal;
import vigil.journal.Restore;
import vigil.keys.KeyFile;
import vigil.session.Event;
import vigil.ward.WardAddress;
import vigil.ward.WardRestore;

/** {@code vigil rebuild}: projects the session database anew from the journal, which a backup can bring back. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Throws the database away and projects it anew from the journal; with --from, restores a backup;"
                + " with --purge-before, destroys the sessions whose time is over and keeps the newer ones.")
public final class RebuildCommand implements Callable<Integer> {
    private final Wiring wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--from",
            paramLabel = "BACKUP",
            description = "Check this backup and restore it into the data directory, which holds no record yet.")
    private @Nullable Path backup;

    @ArgGroup(exclusive = false)
    private @Nullable FromWard ward;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "Copy of device.key, if it is neither in the data directory nor in the backup.")
    private @Nullable Path key;

    @Option(
            names = "--lock-key",
            description =
                    "Lock device.key with the passphrase that VIGIL_PASSPHRASE_FILE or VIGIL_PASSPHRASE_STORE names.")
    private boolean lock;

    @Option(names = "--unlock-key", description = "Take that lock off again.")
    private boolean unlock;

    @ArgGroup(exclusive = false)
    private @Nullable Ordered ordered;

    /** A day as 2026-03-31. */
    static final class Day implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'%s' is not a day such as 2026-03-31".formatted(text));
            }
        }
    }

    /** What somebody has to stand for by name. */
    static final class Ordered {
        @ArgGroup(multiplicity = "1")
        private What what = new What();

        @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who asks for it.")
        private String by = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for the record.")
        private String reason = "";

        Purge.Order purge(LocalDate before) {
            return new Purge.Order(before.atStartOfDay(ZoneId.systemDefault()).toInstant(), by.strip(), reason.strip());
        }
    }

    /** One of the two. */
    static final class What {
        @Option(
                names = "--purge-before",
                paramLabel = "DATE",
                required = true,
                converter = Day.class,
                description =
                        "Destroy every session that was closed before this day (2026-03-31), the backup and the key."
                                + " Newer ones, also an open one, are kept as they are under a new key; a certificate says what"
                                + " is gone.")
        private @Nullable LocalDate purgeBefore;

        @Option(
                names = "--renew-key",
                required = true,
                description = "Give the record new keys: what is written from now on stands under them.")
        private boolean renewKey;
    }

    /** A record that comes back from the ward. */
    static final class FromWard {
        @Option(
                names = "--ward",
                paramLabel = "JDBC_URL",
                required = true,
                converter = WardOption.class,
                description =
                        "Restore this bedside's record from the ward's database into the data directory, which holds"
                                + " none yet; with a new device key unless --key gives the old one.")
        private @Nullable WardAddress address;

        @Option(
                names = "--room",
                paramLabel = "ROOM",
                description = "Which record, if the certificate may read several.")
        private @Nullable String room;

        Head restore(Path data, @Nullable Path key, Instant now) throws IOException {
            WardAddress proven = WardOption.proven(Objects.requireNonNull(address));
            return new WardRestore(proven, data, Optional.ofNullable(key)).run(Optional.ofNullable(room), now);
        }
    }

    public RebuildCommand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<Ordered> order = Optional.ofNullable(ordered);
        if (order.isPresent() && backup != null) {
            throw new ParameterException(
                    spec.commandLine(), "--from goes neither with --purge-before nor with --renew-key");
        }
        if (ward != null && (order.isPresent() || backup != null)) {
            throw new ParameterException(
                    spec.commandLine(), "--ward goes with none of --from, --purge-before and --renew-key");
        }
        if (order.isPresent()) {
            carryOut(order.get(), out);
        }
        if (ward != null) {
            Head head = ward.restore(data.folder(), key, wiring.ticker().get().utc());
            out.println("ward's record sound and restored: %d entries, head %s"
                    .formatted(head.sequence(), head.chainHash()));
        } else if (backup != null) {
            Head head = new Restore(backup, data.folder(), Optional.ofNullable(key)).run();
            Backup.doubt(backup).ifPresent(out::println);
            out.println("backup sound and restored: %d entries, head %s".formatted(head.sequence(), head.chainHash()));
        } else if (key != null) {
            throw new ParameterException(spec.commandLine(), "--key goes with --from or --ward");
        }
        Path folder = DataFolder.withRecord(data.folder());
        lock(folder);
        try (Bedside bedside = Bedside.rebuild(folder)) {
            out.println("database made anew up to entry " + bedside.store().projectedSequence());
        }
        out.flush();
        return 0;
    }

    private void carryOut(Ordered order, PrintWriter out) throws IOException {
        Path folder = DataFolder.withRecord(data.folder());
        LocalDate before = order.what.purgeBefore;
        if (order.what.renewKey || before == null) {
            Event.KeyRenewed renewed = new KeyRenewal(folder, System.getenv())
                    .run(order.by.strip(), order.reason.strip(), wiring.ticker().get());
            out.println("keys renewed: %s follows %s".formatted(renewed.after(), renewed.before()));
            out.println(
                    "copy the new device.key to a safe place; it opens the whole record, a copy of the old one does not");
            return;
        }
        Purge purge = new Purge(folder);
        Event.RecordPurged certificate =
                purge.run(order.purge(before), wiring.ticker().get());
        out.println("purged: %s".formatted(words(certificate)));
        if (certificate.keptFrom().isPresent()) {
            backUp(purge, out);
        }
        out.println("destroy every copy of the old device.key, and copy the new one to a safe place");
    }

    private static String words(Event.RecordPurged certificate) {
        String head = "head %s".formatted(certificate.chainHash());
        return certificate
                .keptFrom()
                .map(from ->
                        "%d sessions up to entry %d; entries %d to %d are kept, %s; the certificate is the last entry"
                                .formatted(certificate.sessions(), from - 1, from, certificate.lastEntry(), head))
                .orElseGet(
                        () -> "%d entries, %d sessions, %s; the certificate stands at the beginning of the new record"
                                .formatted(certificate.lastEntry(), certificate.sessions(), head));
    }

    /** The purge stands whatever becomes of the backup. */
    private void backUp(Purge purge, PrintWriter out) {
        try {
            Backup.Note note = purge.backUp(wiring.ticker().get());
            out.println("backup made anew up to entry " + note.head().sequence());
        } catch (JournalException e) {
            out.println("no new backup: %s; the console tries again after its next start".formatted(e.getMessage()));
        }
    }

    private void lock(Path folder) throws IOException {
        if (lock && unlock) {
            throw new ParameterException(spec.commandLine(), "--lock-key and --unlock-key do not go together");
        }
        if (lock) {
            KeyFile.lock(folder, System.getenv());
        } else if (unlock) {
            KeyFile.unlock(folder, System.getenv());
        }
    }
}
