package vigil.people;

import java.time.Duration;

/** What became of a PIN, or of a change to the users. */
public sealed interface Answer {
    record Accepted() implements Answer {}

    /**
     * Id or PIN is wrong, or the user may not sign in; which of them is not said.
     *
     * @param left how long no further try is looked at
     */
    record NotAccepted(Duration left) implements Answer {}

    /** Not looked at: after wrong PINs one waits. */
    record Wait(Duration left) implements Answer {}

    /** The PIN was right and was set by somebody else: an own one has to be chosen before anything else. */
    record ChooseOwn() implements Answer {}

    /** The new PIN may not be chosen. */
    record PinFault(Pin.Fault fault) implements Answer {}

    /** Not taken, and why, in one English line. */
    record Refused(String reason) implements Answer {}
}
