package vigil;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.export.ExportFile.IfPresent;
import vigil.export.PageImage;
import vigil.export.PrintWords;
import vigil.journal.JournalReader;
import vigil.journal.Verify;
import vigil.pump.Moment;
import vigil.session.SessionId;
import vigil.store.SessionStore;
import vigil.store.SessionSummary;
import vigil.store.StoreException;
import vigil.ui.handover.SheetPage;
import vigil.ui.history.Contents;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.Replay;
import vigil.ui.history.SessionLine;
import vigil.ui.history.SettingLine;
import vigil.ui.history.Steps;
import vigil.ui.history.Verified;

/**
 * What the record of one bedside tells the views, from the session database and the journal on the disk; it touches nothing
 * of the session. Thread-safe.
 */
final class BedsideContents implements Contents {
    /** The folder of exports in the data directory, where nobody chose another. */
    private static final String EXPORTS = "exports";

    private static final int PREVIEW_DPI = 150;
    private static final DateTimeFormatter PRINTED_AT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Projecting projecting;
    private final LongSupplier forced;
    private final Supplier<Moment> clock;
    private final PrintWords words;

    /**
     * {@code forced}: sequence of the last journal entry on the disk, from any thread.
     *
     * @param words the language of prints
     */
    BedsideContents(Path folder, Projecting projecting, LongSupplier forced, Supplier<Moment> clock, PrintWords words) {
        this.folder = folder;
        this.projecting = projecting;
        this.forced = forced;
        this.clock = clock;
        this.words = words;
    }

    @Override
    public long behind() {
        return projecting.behind();
    }

    /** As far as the database is; one that stands still for good is told as such rather than read. */
    private SessionStore store() throws StoreException {
        Optional<String> reason = projecting.standsStill();
        if (reason.isPresent()) {
            throw new StoreException("history stands still until the next start: " + reason.get());
        }
        return projecting.asItIs();
    }

    @Override
    public List<SessionLine> sessions() throws IOException {
        return store().sessions().reversed().stream().map(BedsideContents::line).toList();
    }

    private static SessionLine line(SessionSummary session) {
        return new SessionLine(
                session.id(),
                session.patient(),
                session.zone(),
                session.openedAt(),
                session.startedAt(),
                session.t0(),
                session.phase(),
                session.totalMg(),
                session.atLeast(),
                session.simulated());
    }

    @Override
    public LogPage alarms(LogFilter filter) throws IOException {
        return store().alarms(filter);
    }

    @Override
    public List<SettingLine> settingChanges() throws IOException {
        return store().settingChanges().stream()
                .map(row -> new SettingLine(row.at(), row.setting(), row.before(), row.after(), row.by()))
                .toList();
    }

    @Override
    public List<LogLine> lines(LogRow.Occurrence occurrence) throws IOException {
        return store().lines(occurrence);
    }

    @Override
    public Replay replay(SessionId session, Steps steps) throws IOException {
        return SessionReplay.of(session, JournalReader.in(folder)::read, forced.getAsLong(), steps);
    }

    @Override
    public Verified verify(Steps steps) throws IOException {
        long written = forced.getAsLong();
        Verify.Verdict verdict =
                Verify.journal(folder, Optional.empty(), entry -> steps.reached(entry.sequence(), written));
        Instant now = clock.get().utc();
        return switch (verdict) {
            case Verify.Verdict.Sound(var head, int _, int signatures) ->
                new Verified(now, head.sequence(), signatures, head.chainHash(), Optional.empty());
            // The console was writing its end just then.
            case Verify.Verdict.Torn(var head, long _, var _)
            when head.sequence() >= written ->
                new Verified(now, head.sequence(), 0, head.chainHash(), Optional.empty());
            case Verify.Verdict.Torn(var head, long _, var reason) ->
                new Verified(now, head.sequence(), 0, head.chainHash(), bad(head.sequence() + 1, reason));
            case Verify.Verdict.Damaged(long bad, var reason) -> new Verified(now, bad - 1, 0, "", bad(bad, reason));
            case Verify.Verdict.Contradicted(var head, var _) ->
                new Verified(now, head.sequence(), 0, head.chainHash(), Optional.of("its end was cut off"));
            case Verify.Verdict.Unreadable(var reason) -> throw new IOException(reason);
        };
    }

    private static Optional<String> bad(long sequence, String reason) {
        return Optional.of("first bad entry: %d: %s".formatted(sequence, reason));
    }

    @Override
    public Path suggestedFile(SessionId session, ExportOrder.Format format) {
        return folder.toAbsolutePath().resolve(EXPORTS).resolve(session.value() + format.ending());
    }

    @Override
    public ExportOrder.Outcome export(ExportOrder order, Steps steps) throws IOException {
        Path file = order.file().toAbsolutePath();
        if (!order.replace() && Files.exists(file)) {
            return new ExportOrder.Outcome.AlreadyThere(file);
        }
        steps.reached(0, 0);
        SessionStore whole = projecting.upToDate();
        if (file.startsWith(folder.toAbsolutePath().resolve(EXPORTS))) {
            Files.createDirectories(folder.resolve(EXPORTS));
        }
        write(new Exports(whole, words), order, file, written -> steps.reached(written, 0));
        return new ExportOrder.Outcome.Written(file);
    }

    private void write(Exports exports, ExportOrder order, Path file, Exports.Told told) throws IOException {
        IfPresent ifPresent = order.replace() ? IfPresent.REPLACE : IfPresent.REFUSE;
        Instant now = clock.get().utc();
        switch (order.format()) {
            case PDF -> exports.observationRecord(order.session(), Exports.Format.PDF, file, ifPresent, now, told);
            case CSV -> exports.observationRecord(order.session(), Exports.Format.CSV, file, ifPresent, now, told);
            case FHIR -> exports.observationRecord(order.session(), Exports.Format.FHIR, file, ifPresent, now, told);
            case REPORT -> exports.sessionReport(order.session(), file, ifPresent, now);
            case LETTER -> exports.gpLetter(order.session(), file, ifPresent, now);
            case HANDOVER -> exports.handover(order.session(), file, ifPresent, now);
        }
    }

    @Override
    public Path printable(SessionId session, ExportOrder.Format format, Steps steps) throws IOException {
        String name = session.value() + "-" + PRINTED_AT.format(clock.get().utc()) + format.ending();
        Path file = folder.toAbsolutePath().resolve(EXPORTS).resolve(name);
        return switch (export(new ExportOrder(session, format, file, false), steps)) {
            case ExportOrder.Outcome.Written(Path written) -> written;
            case ExportOrder.Outcome.AlreadyThere(Path there) ->
                throw new IOException("%s was written just now; print it again in a second".formatted(there));
        };
    }

    @Override
    public SheetPage handover(SessionId session) throws IOException {
        Instant now = clock.get().utc();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        new Exports(projecting.upToDate(), words).handover(session, pdf, now);
        return new SheetPage(PageImage.png(pdf.toByteArray(), PREVIEW_DPI), sha256(pdf.toByteArray()), now);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String contentHash(SessionId session) throws IOException {
        return new Exports(projecting.upToDate(), words)
                .contentHash(session, clock.get().utc());
    }
}
