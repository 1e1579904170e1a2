package vigil.ui.flow;

import java.util.Optional;
import vigil.session.DischargePlan;
import vigil.session.Ward;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** What stands in the record already, as the answers of its form. */
public final class Known {
    private static final String TICKED = "yes";

    private Known() {}

    public static Answers plan(Optional<DischargePlan> plan) {
        return plan.map(Known::plan).orElse(Answers.NONE);
    }

    private static Answers plan(DischargePlan plan) {
        Answers answers = ticked(Answers.NONE, Asks.LETTER, plan.gpLetterSent());
        answers = ticked(answers, Asks.RELAPSE, plan.relapsePlan());
        answers = ticked(answers, Asks.EMERGENCY_PLAN, plan.emergencyPlan());
        answers = ticked(answers, Asks.INFORMED, plan.practitionerInformed());
        return ticked(answers, Asks.BOOKED, plan.followUpBooked());
    }

    private static Answers ticked(Answers answers, Question<Boolean> question, boolean ticked) {
        return ticked ? answers.with(question, TICKED) : answers;
    }

    public static Answers review(Optional<Ward.Review> review) {
        return review.map(Known::review).orElse(Answers.NONE);
    }

    private static Answers review(Ward.Review review) {
        Answers answers = review.on()
                .map(day -> Answers.NONE.with(Asks.REVIEW_ON, day.toString()))
                .orElse(Answers.NONE);
        return answers.with(Asks.NO_REVIEW, review.reason());
    }
}
