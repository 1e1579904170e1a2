package vigil.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vigil.export.Report.Block;
import vigil.export.Report.Fact;
import vigil.export.Report.FactGrid;
import vigil.export.Report.Paragraph;
import vigil.export.Report.RuledLines;
import vigil.export.Report.Run;
import vigil.export.Report.Section;
import vigil.session.RateOrder;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.GateLine;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.ReviewRow;

/** Background, assessment and recommendation of a handover sheet. */
final class HandoverPlan {
    private static final int FREE_LINES = 2;
    private static final int LAST_DECIDING_LINE = 7;

    private final HandoverSheet sheet;
    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;
    private final DoseWords dose;
    private final Brevity brevity;

    HandoverPlan(HandoverSheet sheet, WardTime time, Brevity brevity) {
        this.sheet = sheet;
        this.record = sheet.record();
        this.time = time;
        this.words = time.words();
        this.dose = new DoseWords(record, time);
        this.brevity = brevity;
    }

    List<Section> sections() {
        return List.of(
                HandoverSheet.section(words, "background", new FactGrid(background()), orders(), care()),
                HandoverSheet.section(words, "assessment", assessment()),
                HandoverSheet.section(
                        words,
                        "recommendation",
                        next(),
                        orderInForce(),
                        line("plan.call", words.text("plan.callValue")),
                        line("plan.after", afterTheEnd()),
                        line("plan.notes", brevity.newest(record.notes(), words, this::note)),
                        new RuledLines(words.text("plan.nurse"), FREE_LINES)));
    }

    private Block[] assessment() {
        OutcomeWords outcomes = new OutcomeWords(record.setUp().accompanying(), words);
        List<Block> lines = new ArrayList<>(List.of(active(), review()));
        outcomes.opioids().map(text -> line("assessment.opioids", text)).ifPresent(lines::add);
        outcomes.scores().map(text -> line("assessment.scores", text)).ifPresent(lines::add);
        return lines.toArray(Block[]::new);
    }

    private List<Fact> background() {
        return List.of(
                new Fact(words.text("fact.purpose"), dose.purpose()),
                new Fact(words.text("fact.route"), dose.route()),
                new Fact(words.text("background.site"), site()),
                new Fact(words.text("fact.weight"), dose.weightBrief()));
    }

    private String site() {
        return record.setUp()
                .line()
                .map(line -> Excerpt.of(line.site(), Brevity.NAME_LENGTH))
                .orElse(Figures.UNKNOWN);
    }

    private Paragraph orders() {
        String started = record.startedAt().map(time::weekdayAndTime).orElse(Figures.UNKNOWN);
        return new Paragraph(List.of(
                Run.strong(words.text("background.started") + " "),
                Run.plain(started + "   "),
                Run.strong(words.text("fact.highest") + " "),
                Run.plain(dose.highest() + "   "),
                Run.strong(words.text("background.orders") + " "),
                Run.plain(brevity.newest(record.setUp().orders(), words, this::order))));
    }

    /** Pauses, calls, rules set aside, effects: "none" is said as well. */
    private Paragraph care() {
        List<Run> runs = new ArrayList<>();
        CareWords care = new CareWords(record, time);
        add(runs, "fact.pauses", care.pauses());
        add(runs, "background.calls", said(Deed.PHYSICIAN_DIRECTED, care));
        add(runs, "background.overrides", said(Deed.OVERRIDE_RECORDED, care));
        add(runs, "fact.effects", brevity.newest(new EffectWords(record, time).shown(), words, effect -> effect));
        return new Paragraph(runs);
    }

    private String said(Deed deed, CareWords care) {
        return brevity.newest(record.care().said(deed).toList(), words, care::brief);
    }

    private void add(List<Run> runs, String key, String value) {
        runs.add(Run.strong(words.text(key) + " "));
        runs.add(Run.plain(value + "   "));
    }

    private String order(Dated<RateOrder> dated) {
        RateOrder order = dated.value();
        return words.text(
                "background.order",
                time.weekdayAndTime(dated.at()),
                words.of("order", order.kind()),
                words.figures().reported(order.flowRate().mlPerH()),
                Excerpt.of(order.prescriber(), Brevity.NAME_LENGTH));
    }

    /** What is active now, alike conditions counted instead of repeated. */
    private Paragraph active() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        record.alarms().stream()
                .filter(alarm -> alarm.end().isEmpty())
                .map(new AlarmWords(words.locale())::brief)
                .forEach(text -> counts.merge(text, 1, Integer::sum));
        List<Map.Entry<String, Integer>> conditions = List.copyOf(counts.entrySet());
        return line(
                "assessment.active",
                brevity.active(
                        conditions,
                        words,
                        entry -> entry.getValue() == 1
                                ? entry.getKey()
                                : words.text("assessment.counted", entry.getKey(), entry.getValue())));
    }

    private Paragraph review() {
        List<ReviewRow> reviews = record.reviews();
        return line(
                "assessment.review",
                reviews.isEmpty()
                        ? words.text("assessment.noReview")
                        : words.text(
                                "assessment.reviewed",
                                time.weekdayAndTime(reviews.getLast().at()),
                                reviews.getLast().by().name()));
    }

    /** Due times are known from t0 on; before it the console's schedule decides and a line is left to write on. */
    private Paragraph next() {
        return line(
                "plan.next",
                record.cessation()
                        .map(ceased -> FourHourRow.of(record, ceased))
                        .map(this::dueRows)
                        .orElseGet(() -> words.text("plan.nextBlank")));
    }

    /** A row that a later set has overtaken is missed for good; it is not due any more. */
    private String dueRows(List<FourHourRow> rows) {
        List<String> due = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        int done = lastDone(rows);
        for (int i = 0; i < rows.size(); i++) {
            FourHourRow row = rows.get(i);
            if (row.done().isPresent()) {
                continue;
            }
            String clock = time.clock(row.due());
            if (i < done) {
                missed.add(clock);
            } else {
                due.add(row.isMissedAt(sheet.printedAt()) ? words.text("plan.overdue", clock) : clock);
            }
        }
        if (missed.isEmpty()) {
            return due.isEmpty() ? words.text("plan.allDone") : String.join(", ", due);
        }
        String open = due.isEmpty() ? words.text("none") : String.join(", ", due);
        return open + "; " + words.text("plan.missed", String.join(", ", missed));
    }

    private static int lastDone(List<FourHourRow> rows) {
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            last = rows.get(i).done().isPresent() ? i : last;
        }
        return last;
    }

    private Paragraph orderInForce() {
        if (record.cessation().filter(ceased -> !ceased.voided()).isPresent()) {
            return line("plan.order", words.text("plan.ceased"));
        }
        if (record.setUp().orders().isEmpty()) {
            return line("plan.order", words.text("none"));
        }
        RateOrder order = record.setUp().orders().getLast().value();
        return line(
                "plan.order",
                words.text(
                        "plan.orderValue",
                        words.figures().reported(order.flowRate().mlPerH()),
                        words.figures().plain(order.lowest().mgPerKgPerH()),
                        words.figures().plain(order.highest().mgPerKgPerH())));
    }

    private String afterTheEnd() {
        List<String> open = record.gate().stream()
                .filter(gate -> gate.number() <= LAST_DECIDING_LINE && !gate.met())
                .map(GateLine::number)
                .map(number -> Integer.toString(number))
                .toList();
        if (record.cessation().isEmpty()) {
            return words.text("plan.afterValue");
        }
        Instant end =
                record.cessation().get().t0().plus(record.cessation().get().observation());
        String gate = open.isEmpty() && !record.gate().isEmpty()
                ? words.text("gate.opened")
                : words.text("gate.shut", String.join(", ", open));
        return words.text("plan.until", time.clock(end)) + " " + gate;
    }

    private String note(NoteRow note) {
        return time.weekdayAndTime(note.at()) + " " + new MarkWords(time).on(note.voided(), note.text());
    }

    private Paragraph line(String key, String text) {
        return new Paragraph(List.of(Run.strong(words.text(key) + " "), Run.plain(text)));
    }
}
