package vigil.alarm;

import java.util.List;
import java.util.Optional;
import vigil.pump.Moment;
import vigil.rules.Finding.BasisLine;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SoundProblem;
import vigil.session.Staff;

/**
 * Whether this console can be heard, as far as it knows (decision N12). A start of the console forgets it all: sound is
 * checked anew. Immutable.
 *
 * @param present a loudspeaker has reported since the start; without one the console makes no sound and asks for none
 * @param fault what the loudspeaker found wrong, while it lasts
 * @param check what a person said last about the test tone of this device
 * @param asks a test tone was played, and nobody has said yet whether it was heard
 * @param tests how many test tones people have asked for since the start
 */
public record SoundState(
        boolean present, Optional<SoundProblem> fault, Optional<Check> check, boolean asks, int tests) {
    /** Nothing has been heard of any loudspeaker. */
    public static final SoundState UNKNOWN = new SoundState(false, Optional.empty(), Optional.empty(), false, 0);

    /** Who heard the test tone, or did not. */
    public record Check(boolean heard, Moment at, Staff by) {}

    SoundState after(Event event) {
        return switch (event) {
            case Event.ConsoleStarted _ -> UNKNOWN;
            case Event.SoundReported it -> reported(it.problem());
            case Event.SoundTestAsked _ -> new SoundState(present, fault, check, present && fault.isEmpty(), tests + 1);
            case Event.SoundChecked it -> checked(new Check(it.heard(), it.at(), it.by()));
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> this;
        };
    }

    /** A device that has failed may be another one when it comes back: who heard the first has not heard this one. */
    private SoundState reported(Optional<SoundProblem> problem) {
        boolean works = problem.isEmpty();
        boolean isNew = !present || fault.isPresent();
        return new SoundState(true, problem, works ? check : Optional.empty(), works && (asks || isNew), tests);
    }

    private SoundState checked(Check said) {
        return new SoundState(present, fault, Optional.of(said), false, tests);
    }

    /** Why nobody can hear this console; empty while all is well or nothing is known. */
    public Optional<SoundProblem> problem() {
        return fault.or(() -> check.filter(it -> !it.heard()).map(_ -> SoundProblem.NOT_HEARD));
    }

    Optional<Cause> cause() {
        return problem().map(it -> Cause.technical(AlarmKind.NO_SOUND, List.of(line(it))));
    }

    /** The words for people stand in the message bundles under this key. */
    private static BasisLine line(SoundProblem problem) {
        return new BasisLine("sound.problem." + problem.name(), "", "");
    }
}
