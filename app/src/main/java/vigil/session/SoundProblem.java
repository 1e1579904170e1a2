package vigil.session;

/** Why this console cannot be heard (condition C19 of the alarm page). */
public enum SoundProblem {
    /** The machine has no sound device, or none that can be opened. */
    NO_DEVICE,
    /** The device took the sound and plays it no more. */
    STOPPED,
    /** The device neither plays nor fails. */
    NO_ANSWER,
    /** Every output of the machine is muted or turned down to nothing. */
    MUTED,
    /** A person at the bed did not hear the test tone. */
    NOT_HEARD
}
