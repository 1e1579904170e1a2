package vigil.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.export.Report.Block;
import vigil.export.Report.Box;
import vigil.export.Report.Boxes;
import vigil.export.Report.Heading;
import vigil.export.Report.Paragraph;
import vigil.export.Report.RuledLines;
import vigil.export.Report.Run;
import vigil.opioid.OpioidRegimen;
import vigil.session.DischargePlan;
import vigil.store.CareRecord.Deed;
import vigil.store.SessionRecord;

/**
 * Draft of the letter to the general practitioner (R21 to R24): what was given, the opioids before and after, what was
 * seen, what is planned. Says only what was recorded; what was not is named as such and left to be written by hand.
 * Never a recommendation of the program's own. Immutable.
 *
 * @param printedAt printed on each page, and the creation time inside the file
 */
public record GpLetter(SessionRecord record, Instant printedAt) {
    private static final int ADDRESS_LINES = 2;
    private static final int REQUEST_LINES = 3;

    public Report report(PrintWords words) {
        String trace = words.text("footer.traceHead", record.head().sequence());
        return new Report(
                new PrintFrame(record, printedAt, words)
                        .frame(
                                words.text("letter.title"),
                                words.text("record.aside", record.id()),
                                trace,
                                List.of(words.text("letter.draft"))),
                blocks(new WardTime(record.zone(), words)));
    }

    private List<Block> blocks(WardTime time) {
        PrintWords words = time.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new RuledLines(words.text("letter.to"), ADDRESS_LINES));
        blocks.add(Paragraph.plain(words.text("letter.greeting")));
        blocks.add(Paragraph.plain(treatment(time)));
        blocks.add(Paragraph.plain(course(time)));
        blocks.addAll(marks(time));
        blocks.add(Paragraph.plain(seen(time)));
        blocks.addAll(new ReportedOpioids(record, time).blocks());
        blocks.add(line(words, "letter.opioidPlan", opioidPlan(words)));
        if (!hasDischargeRegimen()) {
            blocks.add(new RuledLines(words.text("letter.noDischargeRegimen"), ADDRESS_LINES));
        }
        new OutcomeWords(record.setUp().accompanying(), words)
                .scores()
                .ifPresent(scores -> blocks.add(line(words, "letter.scores", scores)));
        blocks.add(new Heading(words.text("letter.after")));
        blocks.addAll(plan(words));
        blocks.add(line(words, "letter.review", review(time)));
        blocks.add(new RuledLines(words.text("letter.request"), REQUEST_LINES));
        blocks.add(new Boxes(List.of(new Box(
                words.text("letter.physician"), words.text("signature.line"), List.of(words.text("letter.checked"))))));
        blocks.add(new PrintFrame(record, printedAt, words).seal());
        return blocks;
    }

    private String treatment(WardTime time) {
        PrintWords words = time.words();
        DoseWords dose = new DoseWords(record, time);
        return record.startedAt()
                .map(start -> words.text(
                        "letter.treatment",
                        dose.drug(),
                        dose.route(),
                        time.day(time.dateOf(start)),
                        record.cessation()
                                .map(ceased -> words.text(
                                        "letter.until",
                                        time.day(time.dateOf(ceased.t0())),
                                        words.figures().hours(Duration.between(start, ceased.t0()))))
                                .orElse(words.text("letter.running")),
                        dose.purpose()))
                .orElse(words.text("letter.notStarted"));
    }

    private String course(WardTime time) {
        PrintWords words = time.words();
        DoseWords dose = new DoseWords(record, time);
        String given = words.text("letter.course", dose.course(), dose.highest(), dose.weight());
        return record.cessation()
                .map(ceased -> words.text("letter.reason", words.of("reason", ceased.reason()), ceased.decidedBy()))
                .map(end -> given + " " + end)
                .orElse(given);
    }

    /** Outside the ward nobody knows the marks behind a mass: each is explained right below it. */
    private List<Block> marks(WardTime time) {
        String marks = new DoseWords(record, time).marks();
        return List.of(Marks.ESTIMATED, Marks.CHARTED).stream()
                .filter(marks::contains)
                .<Block>map(mark -> labelled(mark, time.words().text("report.mark." + mark)))
                .toList();
    }

    private String seen(WardTime time) {
        PrintWords words = time.words();
        return words.text(
                "letter.seen",
                new EffectWords(record, time).worst(),
                new CareWords(record, time).pauses(),
                record.care().said(Deed.CONCERN_RAISED).count());
    }

    private String opioidPlan(PrintWords words) {
        return record.setUp()
                .assessment()
                .map(it -> words.of("opioidPlan", it.opioidPlan()))
                .orElse(words.text("letter.notRecorded"));
    }

    private boolean hasDischargeRegimen() {
        return record.setUp().accompanying().regimens().stream()
                .anyMatch(dated -> dated.value().occasion() == OpioidRegimen.Occasion.DISCHARGE);
    }

    private List<Block> plan(PrintWords words) {
        DischargePlan plan = record.dischargePlan().orElse(new DischargePlan(false, false, false, false, false));
        return List.of(
                line(words, "letter.relapse", given(words, plan.relapsePlan())),
                line(words, "letter.emergency", given(words, plan.emergencyPlan())),
                line(
                        words,
                        "letter.followUp",
                        words.text(plan.followUpBooked() ? "letter.booked" : "letter.notRecorded")));
    }

    private static String given(PrintWords words, boolean given) {
        return words.text(given ? "letter.given" : "letter.notRecorded");
    }

    private String review(WardTime time) {
        CareWords care = new CareWords(record, time);
        return record.care()
                .said(Deed.REVIEW_PLANNED)
                .map(care::detail)
                .reduce((_, later) -> later)
                .orElse(time.words().text("letter.notRecorded"));
    }

    private static Paragraph line(PrintWords words, String key, String text) {
        return labelled(words.text(key), text);
    }

    private static Paragraph labelled(String label, String text) {
        return new Paragraph(List.of(Run.strong(label + " "), Run.plain(text)));
    }
}
