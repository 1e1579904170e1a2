package vigil.session;

/**
 * What can move a session from one phase to another, each with its guard (clinical rules, section 5). Those of the pump
 * are facts and fit every phase; those of people are refused where the table of {@link Transitions} has no target.
 */
public enum Trigger {
    /** Every entry before READY is there, or overridden. */
    SET_UP_COMPLETE("the set-up was complete before"),

    /** The bound pump delivers; KVO does too (A3). */
    DELIVERY("the pump is seen, not asked"),
    /** The same after a dissociative effect has ended the course (A14). */
    DELIVERY_AFTER_TERMINATION("the pump is seen, not asked"),
    /** Flow 0, and neither a pause nor a decision to cease is recorded: no cessation (A2). */
    STANDSTILL("the pump is seen, not asked"),
    /** Flow 0, and a side-effect pause is recorded. */
    STANDSTILL_FOR_PAUSE("the pump is seen, not asked"),
    /** Flow 0, and the decision to cease is recorded (A1). */
    STANDSTILL_FOR_GOOD("the pump is seen, not asked"),
    /** The bound pump has no current sample: delivery is unknown. */
    SILENCE("the pump is seen, not asked"),
    /** The same with the decision to cease recorded. */
    SILENCE_BEFORE_END("the pump is seen, not asked"),

    PAUSE_RECORDED("no infusion is running that could be paused, or it is paused already"),
    STOP_EXPLAINED(
            "no infusion is running that could stand still; a side-effect pause ends with delivery or cessation"),
    /** A person has seen the pump stand still where no data can tell, after the decision to cease. */
    STOP_CONFIRMED("no infusion is about to cease"),
    PAUSE_ASSESSED("no side-effect pause is running"),
    RATE_ORDERED("the infusion has ceased; a new order needs a new session"),
    /** An ordered rate above the one in force. */
    INCREASE_ORDERED("the infusion has ceased; a new order needs a new session"),
    WEAN_STEP_ORDERED("a wean step needs a running infusion"),
    CESSATION_DECIDED("no infusion is running that could cease"),
    /** The release signature while the gate is met (R14). */
    RELEASED("no observation after cessation is going on that could be released"),
    /** R21 to R24 are present. */
    DISCHARGE_PLANNED("the observation after cessation is not complete");

    private final String refusal;

    Trigger(String refusal) {
        this.refusal = refusal;
    }

    /** Why it changes nothing where the table has no target for it; one English line. */
    public String refusal() {
        return refusal;
    }
}
