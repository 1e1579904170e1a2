package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vigil.session.Admission;
import vigil.session.Admission.WeanPlan;
import vigil.session.Event;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** Nurses and room (R6), and whether and how long the dose will be weaned (R13). */
final class WardPart implements PartRules {
    static final Question<Boolean> NURSES = Question.tick("setup.ward.nurses");
    static final Question<Boolean> ROOM = Question.tick("setup.ward.room");
    static final Question<String> WEAN = Question.oneOf("setup.ward.wean", Wean.values());
    static final Question<BigDecimal> HOURS = Question.number("setup.ward.hours", "12", "24", 0, "h");

    /** Whether a wean is planned. */
    enum Wean {
        NONE,
        PLANNED
    }

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        Check hours = isWeaned(answers) ? Check.answered(answers, HOURS) : Check.sound(answers, HOURS);
        return List.of(
                Check.wished(answers, NURSES), Check.wished(answers, ROOM), Check.answered(answers, WEAN), hours);
    }

    private static boolean isWeaned(Answers answers) {
        return answers.text(WEAN).equals(Wean.PLANNED.name());
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        Optional<Integer> hours =
                isWeaned(answers) ? answers.value(HOURS).map(BigDecimal::intValueExact) : Optional.empty();
        Admission admission = new Admission(
                answers.isTicked(NURSES),
                answers.isTicked(ROOM),
                now.admission().lineReason(),
                new WeanPlan(hours));
        return List.of((at, by) -> new Event.AdmissionRecorded(at, admission, by));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.preparation().admission().map(WardPart::answers).orElse(Answers.NONE);
    }

    private static Answers answers(Admission admission) {
        Optional<Integer> hours = admission.wean().hours();
        return Answers.NONE
                .with(NURSES, Written.tick(admission.experiencedNurses()))
                .with(ROOM, Written.tick(admission.singleRoom()))
                .with(WEAN, (hours.isPresent() ? Wean.PLANNED : Wean.NONE).name())
                .with(HOURS, hours.map(String::valueOf).orElse(""));
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.preparation().admission().isPresent();
    }
}
