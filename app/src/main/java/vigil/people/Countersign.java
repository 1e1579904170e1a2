package vigil.people;

import java.util.Optional;
import vigil.session.Event;
import vigil.session.Staff;

/** Which entries ask a person for his PIN at the moment they are made, whoever is signed in. */
public enum Countersign {
    /**
     * Who, when and what it means (records page, section 1.4): the person who signs proves it himself. The specialist's
     * review (R7) is signed while somebody else is signed in.
     */
    SIGNATURE,
    /** A second person has looked at the same thing (R28, R29, section 10 of the clinical rules). */
    SECOND_CHECK;

    /** What {@code entry} asks for; empty when it asks for nothing more than who is signed in. */
    public static Optional<Countersign> neededBy(Event.ByPerson entry) {
        return switch (entry) {
            case Event.Signed _ -> Optional.of(SIGNATURE);
            case Event.ReviewDone it -> Right.REVIEW.isOf(it.by().role()) ? Optional.empty() : Optional.of(SIGNATURE);
            case Event.SolutionConfirmed _ -> Optional.of(SECOND_CHECK);
            case Event.PumpChecked it -> it.secondChecker().map(_ -> SECOND_CHECK);
            case Event.WeightConfirmed it -> it.secondChecker().map(_ -> SECOND_CHECK);
            case Event.ByPerson _ -> Optional.empty();
        };
    }

    /** Who {@code entry} says has signed or checked, before he has proved it. */
    public static Optional<Staff> claimedBy(Event.ByPerson entry) {
        return switch (entry) {
            case Event.Signed it -> Optional.of(it.by());
            case Event.SolutionConfirmed it -> Optional.of(it.secondChecker());
            case Event.PumpChecked it -> it.secondChecker();
            case Event.WeightConfirmed it -> it.secondChecker();
            case Event.ByPerson _ -> Optional.empty();
        };
    }

    /** The same entry, signed or checked by the person who has proved who he is. */
    public static Event.ByPerson by(Staff proved, Event.ByPerson entry) {
        return switch (entry) {
            case Event.Signed it -> new Event.Signed(it.at(), it.meaning(), it.contentHash(), proved);
            case Event.ReviewDone it -> new Event.ReviewDone(it.at(), proved);
            case Event.SolutionConfirmed it -> new Event.SolutionConfirmed(it.at(), it.solution(), it.by(), proved);
            case Event.PumpChecked it -> new Event.PumpChecked(it.at(), it.check(), it.by(), Optional.of(proved));
            case Event.WeightConfirmed it ->
                new Event.WeightConfirmed(it.at(), it.weight(), it.by(), Optional.of(proved));
            case Event.ByPerson it -> it;
        };
    }
}
