package vigil.session;

/** What must be present before a session is closed: R21 to R24. */
public record DischargePlan(
        boolean gpLetterSent,
        boolean relapsePlan,
        boolean emergencyPlan,
        boolean practitionerInformed,
        boolean followUpBooked) {

    /** True when R21 to R24 are all present. */
    public boolean isComplete() {
        return gpLetterSent && relapsePlan && emergencyPlan && practitionerInformed && followUpBooked;
    }
}
