package vigil.ui.flow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import vigil.session.CessationReason;
import vigil.session.Concern;
import vigil.session.DailyItem;
import vigil.session.DeliveryCause;
import vigil.session.Overridable;
import vigil.session.StopReason;
import vigil.ui.form.Question;

/** What the entries beside observations ask for. */
final class Asks {
    static final Question<String> PHYSICIAN = Question.text("flow.physician");
    static final Question<LocalTime> CALLED = Question.time("flow.called");
    static final Question<String> WORDS = Question.text("flow.words");
    static final Question<String> REASON = Question.text("flow.reason");
    static final Question<String> OVERRIDDEN = Question.oneOf(
            "flow.overridden",
            Arrays.stream(Overridable.values())
                    .filter(Overridable::isOfSetUp)
                    .map(Enum::name)
                    .toList());
    static final Question<String> DECIDED_BY = Question.text("flow.decided-by");
    /** A dissociative effect has an entry of its own. */
    static final Question<String> CESSATION =
            Question.oneOf("flow.cessation", CessationReason.PLANNED, CessationReason.PHYSICIAN_ORDER);

    /** A side-effect pause has an entry of its own. */
    static final Question<String> STOP = Question.oneOf(
            "flow.why",
            Arrays.stream(StopReason.values())
                    .filter(reason -> reason != StopReason.SIDE_EFFECT_PAUSE)
                    .map(Enum::name)
                    .toList());

    static final Question<BigDecimal> PLANNED_MIN = Question.number("flow.planned", "1", "720", 0, "min");
    static final Question<String> CAUSE = Question.oneOf("flow.cause", DeliveryCause.values());
    static final Question<BigDecimal> PURGED_ML = Question.number("flow.purged", "0.01", "20", 2, "mL");
    static final Question<String> WHERE = Question.text("flow.where");
    static final Question<String> CONCERN = Question.oneOf("flow.concern", Concern.values());
    static final Question<String> DAILY = Question.oneOf("flow.daily", DailyItem.values());
    static final Question<Boolean> LETTER = Question.tick("flow.letter");
    static final Question<Boolean> RELAPSE = Question.tick("flow.relapse");
    static final Question<Boolean> EMERGENCY_PLAN = Question.tick("flow.emergency-plan");
    static final Question<Boolean> INFORMED = Question.tick("flow.informed");
    static final Question<Boolean> BOOKED = Question.tick("flow.booked");
    static final Question<LocalDate> REVIEW_ON =
            Question.day("flow.review-on", LocalDate.of(2020, 1, 1), LocalDate.of(2099, 12, 31));
    static final Question<String> NO_REVIEW = Question.text("flow.no-review");
    static final Question<String> NOTE = Question.text("flow.note");

    private Asks() {}

    /** What it cannot do without. */
    static List<Question<?>> needed(Act act) {
        return switch (act) {
            case DIRECTION -> List.of(PHYSICIAN, WORDS);
            case OVERRIDE_PAUSE, OVERRIDE_TERMINATION, OVERRIDE_MAXIMUM -> List.of(PHYSICIAN, REASON);
            case OVERRIDE_SET_UP -> List.of(OVERRIDDEN, PHYSICIAN, REASON);
            case TERMINATE -> List.of(DECIDED_BY);
            case CEASE -> List.of(CESSATION, DECIDED_BY);
            case STOP_REASON -> List.of(STOP);
            case CAUSE -> List.of(CAUSE);
            case PURGE -> List.of(PURGED_ML);
            case AWAY -> List.of(WHERE);
            case CONCERN -> List.of(CONCERN);
            case DAILY -> List.of(DAILY);
            case SET_ASIDE -> List.of(REASON);
            case PAUSE,
                    EASED,
                    NOT_EASED,
                    STOP_SEEN,
                    REVIEW,
                    BACK,
                    OBSERVE,
                    STEPS,
                    CHECK,
                    CHART_STOP,
                    AFTER,
                    CONCERN_OVER,
                    PLAN,
                    REVIEW_PLAN -> List.of();
        };
    }

    /** What may be said beside that. */
    static List<Question<?>> further(Act act) {
        return switch (act) {
            case DIRECTION -> List.of(CALLED);
            case STOP_REASON -> List.of(PLANNED_MIN, NOTE);
            case CAUSE, CONCERN, CONCERN_OVER, DAILY -> List.of(NOTE);
            case PLAN -> List.of(LETTER, RELAPSE, EMERGENCY_PLAN, INFORMED, BOOKED);
            case REVIEW_PLAN -> List.of(REVIEW_ON, NO_REVIEW);
            case PAUSE,
                    EASED,
                    NOT_EASED,
                    STOP_SEEN,
                    REVIEW,
                    BACK,
                    OBSERVE,
                    STEPS,
                    CHECK,
                    CHART_STOP,
                    AFTER,
                    OVERRIDE_PAUSE,
                    OVERRIDE_TERMINATION,
                    OVERRIDE_MAXIMUM,
                    OVERRIDE_SET_UP,
                    TERMINATE,
                    CEASE,
                    PURGE,
                    AWAY,
                    SET_ASIDE -> List.of();
        };
    }
}
