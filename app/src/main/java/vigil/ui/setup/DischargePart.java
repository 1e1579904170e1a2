package vigil.ui.setup;

import java.util.ArrayList;
import java.util.List;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** What has to stand before the session can be closed (R21 to R24), and whom to call. */
final class DischargePart implements PartRules {
    static final Question<String> CONTACTS = Question.note("setup.discharge.contacts");
    static final Question<Boolean> RELAPSE = Question.tick("setup.discharge.relapse");
    static final Question<Boolean> EMERGENCY = Question.tick("setup.discharge.emergency");
    static final Question<Boolean> INFORMED = Question.tick("setup.discharge.informed");
    static final Question<Boolean> FOLLOW_UP = Question.tick("setup.discharge.follow-up");
    static final Question<Boolean> LETTER = Question.tick("setup.discharge.letter");

    /** How the contacts begin in the record, whatever the language of the screen. */
    private static final String NOTE = "Discharge contacts: ";

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        return List.of(
                Check.wished(answers, CONTACTS),
                Check.wished(answers, RELAPSE),
                Check.wished(answers, EMERGENCY),
                Check.wished(answers, INFORMED),
                Check.wished(answers, FOLLOW_UP),
                Check.wished(answers, LETTER));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        DischargePlan plan = new DischargePlan(
                answers.isTicked(LETTER),
                answers.isTicked(RELAPSE),
                answers.isTicked(EMERGENCY),
                answers.isTicked(INFORMED),
                answers.isTicked(FOLLOW_UP));
        List<Entry> entries = new ArrayList<>();
        answers.value(CONTACTS)
                .ifPresent(contacts -> entries.add((at, by) -> new Event.NoteAdded(at, NOTE + contacts, by)));
        entries.add((at, by) -> new Event.DischargePlanned(at, plan, by));
        return entries;
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.preparation()
                .discharge()
                .map(plan -> answers(plan).with(CONTACTS, typed.text(CONTACTS)))
                .orElse(Answers.NONE);
    }

    private static Answers answers(DischargePlan plan) {
        return Answers.NONE
                .with(RELAPSE, Written.tick(plan.relapsePlan()))
                .with(EMERGENCY, Written.tick(plan.emergencyPlan()))
                .with(INFORMED, Written.tick(plan.practitionerInformed()))
                .with(FOLLOW_UP, Written.tick(plan.followUpBooked()))
                .with(LETTER, Written.tick(plan.gpLetterSent()));
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.preparation()
                .discharge()
                .filter(plan -> plan.relapsePlan()
                        && plan.emergencyPlan()
                        && plan.practitionerInformed()
                        && plan.followUpBooked())
                .isPresent();
    }

    @Override
    public boolean keepsTexts() {
        return true;
    }
}
