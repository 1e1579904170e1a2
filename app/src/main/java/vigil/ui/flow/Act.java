package vigil.ui.flow;

import vigil.engine.Snapshot;

/**
 * What a person can do at a prompt beside charting observations. Its words stand under {@code act.<name>}, what it means
 * under {@code act.<name>.what}.
 */
public enum Act {
    /** R15: the pump is to be paused for one hour. */
    PAUSE,
    /** The answers at the end of the hour (C29). */
    EASED,
    NOT_EASED,
    /** After the decision to cease, where no data can tell: a person has seen the pump stand still. */
    STOP_SEEN,
    /** The specialist's daily review (R7). */
    REVIEW,
    /** The patient is on the ward again (R10). */
    BACK,

    /** R16: who, when, direction. */
    DIRECTION(Way.FORM),
    OVERRIDE_PAUSE(Way.FORM),
    OVERRIDE_TERMINATION(Way.FORM),
    OVERRIDE_MAXIMUM(Way.FORM),
    /** R17: the decision to end the infusion for a dissociative or amnestic effect. */
    TERMINATE(Way.FORM),
    CEASE(Way.FORM),
    /** Why the pump stands still although the course goes on. */
    STOP_REASON(Way.FORM),
    /** R26. */
    CAUSE(Way.FORM),
    /** A21. */
    PURGE(Way.FORM),
    /** R10. */
    AWAY(Way.FORM),
    /** C01. */
    CONCERN(Way.FORM),
    CONCERN_OVER(Way.FORM),
    /** An item of the day beside the review: site, bowels and bladder, liver tests, opioids given. */
    DAILY(Way.FORM),
    /** A prompt below high goes with a reason (R32). */
    SET_ASIDE(Way.FORM),

    /** R21 to R24, before the session is closed. */
    PLAN(Way.FORM),
    /** R25: the date of the review, or why there is none. */
    REVIEW_PLAN(Way.FORM),

    /** A rule that holds the start back is set aside by a physician: R1, R2, R3, R19. */
    OVERRIDE_SET_UP(Way.FORM),

    /** Another view, where it is done. */
    OBSERVE(Way.OBSERVE),
    STEPS(Way.EFFECTS),
    CHECK(Way.PUMP),
    CHART_STOP(Way.PUMP),
    AFTER(Way.AFTER);

    /** How it is done. */
    public enum Way {
        /** One press. */
        HERE,
        /** A few words. */
        FORM,
        OBSERVE,
        EFFECTS,
        PUMP,
        AFTER,
        SETUP
    }

    private final Way way;

    Act() {
        this(Way.HERE);
    }

    Act(Way way) {
        this.way = way;
    }

    public Way way() {
        return way;
    }

    /** The view in which its form stands: the time after cessation and the set-up keep what belongs there. */
    public Way place() {
        return switch (this) {
            case PLAN, REVIEW_PLAN -> Way.AFTER;
            case OVERRIDE_SET_UP -> Way.SETUP;
            default -> Way.EFFECTS;
        };
    }

    /** True when its form stands in that view. */
    public boolean isAt(Way view) {
        return place() == view;
    }

    /** Whether the session would take it now. */
    public boolean isOffered(Snapshot snapshot) {
        return new Possible(snapshot).can(this);
    }

    String key() {
        return "act." + name();
    }
}
