package vigil.session;

/** What must be present before a session is closed: R21 to R24. */
public record DischargePlan(
        boolean gpLetterSent,
        boolean relapsePlan,
        boolean emergencyPlan,
        boolean practitionerInformed,
        boolean followUpBooked) {

    /** True when R21 to R24 are all present; {@code letter}: whether R21 asks for one. */
    boolean isComplete(boolean letter) {
        return (gpLetterSent || !letter) && relapsePlan && emergencyPlan && practitionerInformed && followUpBooked;
    }
}
