package vigil.ui;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmPriority;
import vigil.alarm.log.LogFilter;
import vigil.alarm.log.LogLine;
import vigil.alarm.log.LogPage;
import vigil.alarm.log.LogRow;
import vigil.engine.Snapshot;
import vigil.export.PrintedHandover;
import vigil.session.ConsoleSetting;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.SessionId;
import vigil.session.Staff;
import vigil.ui.handover.SheetPage;
import vigil.ui.history.Archive;
import vigil.ui.history.Contents;
import vigil.ui.history.ExportOrder;
import vigil.ui.history.Replay;
import vigil.ui.history.SessionLine;
import vigil.ui.history.SettingLine;
import vigil.ui.history.Steps;
import vigil.ui.history.Verified;

/** A made-up record: answers at once, and remembers what was exported. */
class RecordSamples implements Archive, Contents {
    final List<ExportOrder> exported = new ArrayList<>();
    final List<LogFilter> filters = new ArrayList<>();
    final List<SessionId> replayed = new ArrayList<>();
    final List<Duration> sought = new ArrayList<>();
    int pages;
    boolean realPage;
    long behind;
    Optional<String> refusal = Optional.empty();
    boolean there;

    @Override
    public <T> void ask(Question<T> question, Consumer<Answer<T>> answer) {
        answer.accept(answered(question));
    }

    @Override
    public <T> Errand begin(Work<T> work, Consumer<Progress> progress, Consumer<Answer<T>> answer) {
        answer.accept(answered(contents -> work.of(contents, (done, of) -> progress.accept(new Progress(done, of)))));
        return () -> {};
    }

    private <T> Answer<T> answered(Question<T> question) {
        try {
            return refusal.<Answer<T>>map(Answer.Refused::new).orElse(new Answer.Told<>(question.of(this)));
        } catch (IOException e) {
            return new Answer.Refused<>(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public long behind() {
        return behind;
    }

    static final List<LogRow> ROWS = rows();

    private static List<LogRow> rows() {
        List<LogRow> rows = new ArrayList<>();
        rows.add(row(9, "LINK_LOST", Origin.TECHNICAL, AlarmPriority.MEDIUM, "no frame for 14 s", 10, -1, false));
        rows.add(row(
                8,
                "DOSE_ABOVE_MAXIMUM",
                Origin.PROMPT,
                AlarmPriority.HIGH,
                "R12 rate 8.8 mL/h × 4 mg/mL = 35.20 mg/h",
                130,
                190,
                true));
        rows.add(new LogRow.Inactivation(
                7, "PAUSE", at(160), Optional.of(at(40)), Optional.of("A. Brown RN"), "120 s", "elapsed"));
        rows.add(row(6, "PUMP_ALARM", Origin.PUMP, AlarmPriority.HIGH, "Occlusion downstream", 600, 660, true));
        rows.add(row(5, "OBSERVATION_OVERDUE", Origin.PROMPT, AlarmPriority.LOW, "R7 due 21:20", 4_000, 5_200, false));
        rows.add(row(4, "ADVICE", Origin.PROMPT, AlarmPriority.INFORMATION, "R4 scores", 130_000, 130_600, false));
        for (int i = 0; i < 40; i++) {
            rows.add(row(
                    3 - i,
                    "LINE_QUALITY",
                    Origin.TECHNICAL,
                    AlarmPriority.INFORMATION,
                    "3 frames rejected in a minute",
                    131_000 + 700 * i,
                    131_300 + 700 * i,
                    false));
        }
        return rows;
    }

    private static Instant at(long secondsAgo) {
        return Samples.NOW.minusSeconds(secondsAgo);
    }

    private static LogRow row(
            long sequence,
            String kind,
            Origin origin,
            AlarmPriority priority,
            String text,
            long ago,
            long later,
            boolean seen) {
        Instant start = at(Math.max(ago, later));
        Optional<Instant> end = later < 0 ? Optional.empty() : Optional.of(at(Math.min(ago, later)));
        return new LogRow.Occurrence(
                sequence,
                kind,
                kind,
                origin,
                priority,
                text,
                start,
                end,
                seen ? Optional.of(new LogRow.Seen(start.plusSeconds(12), "A. Brown RN")) : Optional.empty());
    }

    @Override
    public LogPage alarms(LogFilter filter) {
        filters.add(filter);
        List<LogRow> rows = ROWS.stream().filter(row -> passes(row, filter)).toList();
        return new LogPage(
                rows,
                0,
                List.of(LocalDate.of(2026, 3, 3), LocalDate.of(2026, 3, 2)),
                List.of(
                        "ADVICE",
                        "DOSE_ABOVE_MAXIMUM",
                        "LINE_QUALITY",
                        "LINK_LOST",
                        "OBSERVATION_OVERDUE",
                        "PUMP_ALARM"));
    }

    private static boolean passes(LogRow row, LogFilter filter) {
        return switch (row) {
            case LogRow.Occurrence it ->
                filter.priorities().contains(it.priority())
                        && filter.kind().filter(kind -> !kind.equals(it.kind())).isEmpty();
            case LogRow.Inactivation _ ->
                filter.inactivations() && filter.kind().isEmpty();
        };
    }

    @Override
    public List<SettingLine> settingChanges() {
        Staff engineer = new Staff("jk", "J. Kaur", Staff.Role.BIOMEDICAL);
        return List.of(
                new SettingLine(
                        at(3_000),
                        ConsoleSetting.PUMP_LINE.recorded(),
                        "bcc at /dev/ttyUSB0, 9600 8N1",
                        "bcc at /dev/serial/by-id/usb-FTDI_FT232R_USB_UART_A50285BI-if00-port0, 9600 8N1",
                        engineer),
                new SettingLine(at(90_000), ConsoleSetting.LANGUAGE.recorded(), "en", "de", Staff.UNSIGNED),
                new SettingLine(at(90_100), ConsoleSetting.PRINTER.recorded(), "", "ward-4-b", Staff.UNSIGNED),
                new SettingLine(
                        at(200_000),
                        ConsoleSetting.HL7_RECEIVER.recorded(),
                        "",
                        "mllps://integration.hospital.example:2575",
                        Staff.BY_HAND),
                new SettingLine(at(200_000), "site.r15.pause_min", "60", "90", Staff.BY_HAND),
                new SettingLine(at(900_000), "of an older program", "1", "2", engineer));
    }

    @Override
    public List<LogLine> lines(LogRow.Occurrence occurrence) {
        List<LogLine> lines = new ArrayList<>();
        lines.add(line(
                occurrence, 0, "STARTED", "", "8.8 mL/h × 4 mg/mL = 35.20 mg/h; 35.20 mg/h ÷ 70.0 kg = 0.503 mg/kg/h"));
        lines.add(line(occurrence, 12, "ACKNOWLEDGED", "A. Brown RN", ""));
        lines.add(line(occurrence, 60, "ENDED", "", ""));
        return lines;
    }

    private static LogLine line(LogRow.Occurrence of, long after, String what, String by, String numbers) {
        return new LogLine(
                of.start().plusSeconds(after),
                what,
                of.priority(),
                numbers,
                "",
                Optional.of(Duration.ofSeconds(1)),
                Optional.of(by).filter(name -> !name.isEmpty()),
                "");
    }

    @Override
    public List<SessionLine> sessions() {
        return List.of(
                session("s1k7", "Winter", "Alex", "0412 7785", Phase.INFUSING, 0, "248.4", false),
                session(
                        "s0q2",
                        "O'Brien-Castellanos",
                        "Maria de los Ángeles",
                        "0398 1120",
                        Phase.CLOSED,
                        12,
                        "911.25",
                        true),
                session("s09b", "Nguyen", "Thi Lan", "0377 4410", Phase.OBSERVATION_COMPLETE, 31, "402.1", false));
    }

    private static SessionLine session(
            String id, String family, String given, String mrn, Phase phase, long daysAgo, String mg, boolean atLeast) {
        Instant start = Samples.local("2026-03-02T10:00:00").minus(Duration.ofDays(daysAgo));
        Optional<Instant> t0 = phase == Phase.INFUSING ? Optional.empty() : Optional.of(start.plus(Duration.ofDays(4)));
        return new SessionLine(
                new SessionId(id),
                new Patient(family, given, mrn, LocalDate.of(1971, 3, 14), "none", "12"),
                Samples.SYDNEY,
                start.minusSeconds(3_600),
                Optional.of(start),
                t0,
                phase,
                new BigDecimal(mg),
                atLeast,
                false);
    }

    @Override
    public Replay replay(SessionId session, Steps steps) throws IOException {
        steps.reached(1, 2);
        replayed.add(session);
        return new Replay() {
            @Override
            public Duration length() {
                return Duration.ofHours(38);
            }

            @Override
            public Snapshot at(Duration since) {
                sought.add(since);
                return Samples.past(since);
            }
        };
    }

    @Override
    public Verified verify(Steps steps) throws IOException {
        steps.reached(1, 2);
        return new Verified(Samples.NOW, 21_904, 2_244, "7c1e90ab".repeat(8), Optional.empty());
    }

    @Override
    public SheetPage handover(SessionId session) throws IOException {
        pages++;
        byte[] png = realPage ? PrintedHandover.picture() : PrintedHandover.blank();
        return new SheetPage(png, "%064x".formatted(pages), Samples.NOW);
    }

    @Override
    public Path suggestedFile(SessionId session, ExportOrder.Format format) {
        return Path.of("/home/ward/vigil/exports").resolve(session.value() + format.ending());
    }

    @Override
    public ExportOrder.Outcome export(ExportOrder order, Steps steps) {
        if (there && !order.replace()) {
            return new ExportOrder.Outcome.AlreadyThere(order.file());
        }
        exported.add(order);
        return new ExportOrder.Outcome.Written(order.file());
    }

    @Override
    public Path printable(SessionId session, ExportOrder.Format format, Steps steps) {
        Path file =
                Path.of("/home/ward/vigil/exports").resolve(session.value() + "-20260303T103412Z" + format.ending());
        exported.add(new ExportOrder(session, format, file, false));
        return file;
    }

    @Override
    public String contentHash(SessionId session) {
        return "7c1e90ab".repeat(8);
    }
}
