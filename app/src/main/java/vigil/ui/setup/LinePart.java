package vigil.ui.setup;

import java.util.ArrayList;
import java.util.List;
import vigil.session.Admission;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.InfusionLine.Route;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** Route and line, and a reason where it is not subcutaneous and dedicated (R8). */
final class LinePart implements PartRules {
    static final Question<String> ROUTE = Question.oneOf("setup.line.route", Route.values());
    static final Question<Boolean> DEDICATED = Question.tick("setup.line.dedicated");
    static final Question<String> SITE = Question.text("setup.line.site");
    static final Question<String> REASON = Question.text("setup.line.reason");

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        List<Check> checks = new ArrayList<>();
        checks.add(Check.answered(answers, ROUTE));
        checks.add(Check.answered(answers, SITE));
        checks.add(isPreferred(answers) ? Check.sound(answers, REASON) : Check.wished(answers, REASON));
        return checks;
    }

    /** R8: subcutaneous, through a line that serves nothing else. */
    static boolean isPreferred(Answers answers) {
        boolean under = answers.text(ROUTE).equals(Route.SUBCUTANEOUS.name())
                || answers.text(ROUTE).isEmpty();
        return under && (answers.isTicked(DEDICATED) || answers.text(ROUTE).isEmpty());
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        InfusionLine line = new InfusionLine(
                Route.valueOf(answers.value(ROUTE).orElseThrow()),
                answers.isTicked(DEDICATED),
                answers.value(SITE).orElseThrow());
        String reason = answers.value(REASON).orElse("");
        Admission before = now.admission();
        List<Entry> entries = new ArrayList<>();
        entries.add((at, by) -> new Event.LineConfirmed(at, line, by));
        if (!reason.equals(before.lineReason())) {
            Admission next = new Admission(before.experiencedNurses(), before.singleRoom(), reason, before.wean());
            entries.add((at, by) -> new Event.AdmissionRecorded(at, next, by));
        }
        return entries;
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp()
                .line()
                .map(line -> Answers.NONE
                        .with(ROUTE, line.route().name())
                        .with(DEDICATED, Written.tick(line.dedicated()))
                        .with(SITE, line.site())
                        .with(REASON, now.admission().lineReason()))
                .orElse(Answers.NONE);
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.setUp().line().isPresent();
    }
}
