package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.Window.ADMIN;
import static vigil.Window.FIRST;
import static vigil.Window.NURSE;
import static vigil.Window.OTHER;
import static vigil.Window.RIGHT;
import static vigil.Window.UNSIGNED;
import static vigil.Window.WRONG;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.dose.DosingWeight;
import vigil.people.Answer;
import vigil.people.Change;
import vigil.people.People;
import vigil.people.Pin;
import vigil.people.Presence;
import vigil.pump.Concentration;
import vigil.session.Concern;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;
import vigil.ui.ConsoleActions.Entry;

class DoorkeeperTest {
    private static final Answer ACCEPTED = new Answer.Accepted();
    private static final Answer NOT_ACCEPTED = new Answer.NotAccepted(Duration.ZERO);
    private static final Entry NOTE = (at, by) -> new Event.NoteAdded(at, "sleeps", by);
    private static final Solution SOLUTION =
            new Solution("ketamine", new Concentration(new java.math.BigDecimal("4")), "200 mg in 50 mL");
    private static final Staff SOMEBODY = new Staff("", "", Staff.Role.NURSE);

    @TempDir
    Path dir;

    private static Entry solution(Staff second) {
        return (at, by) -> new Event.SolutionConfirmed(at, SOLUTION, by, second);
    }

    private static Entry handover(SignatureMeaning meaning) {
        return (at, by) -> new Event.Signed(at, meaning, "ab".repeat(32), by);
    }

    // The daily review

    @Test
    @Tag("R7")
    void theSpecialistSignsTheReviewWhileANurseIsSignedIn() throws Exception {
        Staff specialist = new Staff("dr09", "Dr P. Okafor", Staff.Role.PHYSICIAN);
        Entry review = Event.ReviewDone::new;
        try (Window window = Window.ward(dir)) {
            window.signsIn(ADMIN, RIGHT, Optional.empty());
            assertThat(window.changes(new Change.Add(specialist, FIRST))).isEqualTo(ACCEPTED);
            assertThat(window.signsIn(specialist, FIRST, Optional.of(RIGHT))).isEqualTo(ACCEPTED);
            window.signsIn(NURSE, RIGHT, Optional.empty());

            assertThat(window.enters(review)).contains("this needs the PIN of the person who signs or checks");
            assertThat(window.countersigns(NURSE, RIGHT, review))
                    .isEqualTo(new Answer.Refused("the daily review is the specialist's (R7)"));
            assertThat(window.countersigns(specialist, RIGHT, review)).isEqualTo(ACCEPTED);
            assertThat(window.taken()).contains(new Event.ReviewDone(window.now(), specialist));
            assertThat(window.people().presence()).isEqualTo(new Presence.SignedIn(NURSE));

            window.signsIn(specialist, RIGHT, Optional.empty());
            assertThat(window.enters(review)).isEmpty();
        }
    }

    // A console without users

    @Test
    void aConsoleWithoutUsersWorksAsBefore() throws Exception {
        try (Window window = new Window(dir)) {
            assertThat(window.enters(NOTE)).isEmpty();
            assertThat(window.enters(solution(NURSE))).isEmpty();
            assertThat(window.enters(handover(SignatureMeaning.HANDED_OVER))).isEmpty();
            assertThat(window.taken()).contains(new Event.NoteAdded(window.now(), "sleeps", UNSIGNED));
        }
    }

    @Test
    void theFirstUserIsTheAdministratorAndIsSignedInAtOnce() throws Exception {
        try (Window window = new Window(dir)) {
            assertThat(window.changes(new Change.Add(NURSE, RIGHT))).isInstanceOf(Answer.Refused.class);
            assertThat(window.changes(new Change.Add(ADMIN, RIGHT))).isEqualTo(ACCEPTED);
            assertThat(window.people().presence()).isEqualTo(new Presence.SignedIn(ADMIN));
        }
    }

    // Sign-in

    @Test
    void whoeverSignsInIsWhoMadeTheEntry() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.signsIn(NURSE, RIGHT)).isEqualTo(ACCEPTED);
            assertThat(window.enters(NOTE)).isEmpty();
            assertThat(window.taken()).contains(new Event.NoteAdded(window.now(), "sleeps", NURSE));
        }
    }

    @Test
    void anIdIsTakenInCapitalsAndWithSpaces() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.asksToSignIn(" AB12 ", RIGHT, Optional.empty())).containsExactly(ACCEPTED);
        }
    }

    @Test
    void aWrongPinAnUnknownIdAndAUserWhoMayNotAreAnsweredAlike() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.signsIn(ADMIN, RIGHT)).isEqualTo(ACCEPTED);
            assertThat(window.changes(new Change.SetAccess("ef56", false, "has left")))
                    .isEqualTo(ACCEPTED);

            assertThat(window.signsIn(NURSE, WRONG)).isEqualTo(NOT_ACCEPTED);
            assertThat(window.signsIn(OTHER, RIGHT)).isEqualTo(NOT_ACCEPTED);
            assertThat(window.asksToSignIn("zz99", RIGHT, Optional.empty())).containsExactly(NOT_ACCEPTED);
        }
    }

    @Test
    void anUnknownIdIsNotRecordedBecauseItMayBeAPin() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.asksToSignIn("493027", RIGHT, Optional.empty());
            assertThat(window.taken().getLast())
                    .isEqualTo(new PeopleEvent.SignInFailed(window.now(), Optional.empty()));
        }
    }

    @Test
    void afterFiveWrongPinsTheRightOneHasToWaitAsWell() throws Exception {
        try (Window window = Window.ward(dir)) {
            wrongly(window, "ab12", 5);
            assertThat(window.signsIn(NURSE, RIGHT)).isEqualTo(new Answer.Wait(Duration.ofSeconds(30)));
            assertThat(window.passes(Duration.ofSeconds(29)).signsIn(NURSE, RIGHT))
                    .isEqualTo(new Answer.Wait(Duration.ofSeconds(1)));
            assertThat(window.signsIn(OTHER, RIGHT)).isEqualTo(ACCEPTED);
            assertThat(window.passes(Duration.ofSeconds(1)).signsIn(NURSE, RIGHT))
                    .isEqualTo(ACCEPTED);
        }
    }

    @Test
    void anUnknownIdHasToWaitLikeAKnownOne() throws Exception {
        try (Window window = Window.ward(dir)) {
            List<Answer> known = wrongly(window, "ab12", 6);
            assertThat(wrongly(window, "zz99", 6)).isEqualTo(known);
        }
    }

    private static List<Answer> wrongly(Window window, String id, int times) {
        return java.util.stream.IntStream.range(0, times)
                .mapToObj(_ -> window.asksToSignIn(id, WRONG, Optional.empty()).getFirst())
                .toList();
    }

    @Test
    void theWaitSurvivesARestart() throws Exception {
        try (Window window = Window.ward(dir)) {
            wrongly(window, "ab12", 5);
            assertThat(window.startsAgain().signsIn(NURSE, RIGHT)).isEqualTo(new Answer.Wait(Duration.ofSeconds(30)));
        }
    }

    @Test
    void onePinIsLookedAtAtATime() throws Exception {
        try (Window window = Window.ward(dir).slowly()) {
            List<Answer> first = window.asksToSignIn("ab12", RIGHT, Optional.empty());
            assertThat(window.signsIn(NURSE, WRONG)).isInstanceOf(Answer.Wait.class);
            assertThat(first).isEmpty();
            window.looked();
            assertThat(first).containsExactly(ACCEPTED);
        }
    }

    @Test
    void aUserWhoIsShutOutWhileHisPinIsLookedAtDoesNotSignIn() throws Exception {
        try (Window window = Window.ward(dir).slowly()) {
            List<Answer> answers = window.asksToSignIn("ab12", RIGHT, Optional.empty());
            window.accept(new PeopleEvent.AccessChanged(window.now(), "ab12", false, "has left", ADMIN));
            window.looked();
            assertThat(answers).containsExactly(NOT_ACCEPTED);
        }
    }

    // PINs that somebody else has set

    @Test
    void aPinThatAnAdministratorSetOpensOnlyTheChoiceOfAnOwnOne() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(ADMIN, RIGHT);
            assertThat(window.changes(new Change.SetPin("ab12", FIRST))).isEqualTo(ACCEPTED);
            window.leaves(true);

            assertThat(window.signsIn(NURSE, FIRST)).isEqualTo(new Answer.ChooseOwn());
            assertThat(window.people().presence().acting()).isEmpty();
            assertThat(window.countersigns(NURSE, FIRST, handover(SignatureMeaning.TAKEN_OVER)))
                    .isEqualTo(new Answer.ChooseOwn());
            assertThat(window.signsIn(NURSE, FIRST, Optional.of(FIRST))).isEqualTo(new Answer.PinFault(Pin.Fault.SAME));
            assertThat(window.signsIn(NURSE, FIRST, Optional.of(new Pin("123456"))))
                    .isEqualTo(new Answer.PinFault(Pin.Fault.SEQUENCE));
            assertThat(window.signsIn(NURSE, FIRST, Optional.of(new Pin("778010"))))
                    .isEqualTo(ACCEPTED);
            assertThat(window.signsIn(NURSE, new Pin("778010"))).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void whoDoesNotKnowThePinDoesNotChangeIt() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.signsIn(NURSE, WRONG, Optional.of(new Pin("778010"))))
                    .isEqualTo(NOT_ACCEPTED);
            assertThat(window.signsIn(NURSE, RIGHT)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    void onlyTheAdministratorWhoIsSignedInChangesUsers() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.changes(new Change.GiveRole("ab12", Staff.Role.ADMINISTRATOR)))
                    .isEqualTo(new Answer.Refused("users are changed by an administrator"));
            window.signsIn(NURSE, RIGHT);
            assertThat(window.changes(new Change.GiveRole("ab12", Staff.Role.ADMINISTRATOR)))
                    .isEqualTo(new Answer.Refused("users are changed by an administrator"));
        }
    }

    // Nobody signed in

    @Test
    @Tag("C9")
    void nothingTouchedForFiveMinutesLocksTheConsole() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            window.passes(Duration.ofSeconds(299)).touches();
            assertThat(window.passes(Duration.ofSeconds(299)).people().presence())
                    .isEqualTo(new Presence.SignedIn(NURSE));
            assertThat(window.passes(Duration.ofSeconds(1)).people().presence()).isEqualTo(new Presence.Locked(NURSE));
            assertThat(window.taken().getLast())
                    .isEqualTo(new PeopleEvent.ConsoleLeft(window.now(), NURSE, PeopleEvent.Leaving.IDLE));
        }
    }

    @Test
    @Tag("C9")
    void aLockedConsoleTakesNoEntryAndHidesNothing() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            var open = window.bedside().snapshot(window.now());
            window.leaves(false);
            var locked = window.bedside().snapshot(window.now());

            assertThat(locked)
                    .usingRecursiveComparison()
                    .ignoringFields("people")
                    .isEqualTo(open);
            assertThat(window.enters(NOTE))
                    .hasValueSatisfying(reason -> assertThat(reason).startsWith("sign in first"));
            assertThat(window.foresees(NOTE).refusal()).isPresent();
        }
    }

    @Test
    void anAlarmIsAcknowledgedWithoutSignInAndTheRecordSaysSo() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.acknowledges("LINK_LOST");
            assertThat(window.taken().getLast())
                    .isEqualTo(new Event.ConditionAcknowledged(window.now(), "LINK_LOST", People.BREAK_GLASS));
        }
    }

    @Test
    @Tag("C01")
    void anEmergencyIsCalledWithoutSignIn() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.enters((at, by) -> new Event.ConcernRaised(at, Concern.AIRWAY, "", by)))
                    .isEmpty();
        }
    }

    @Test
    void aRestartSignsEverybodyOut() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            assertThat(window.startsAgain().enters(NOTE)).isPresent();
        }
    }

    // Signatures and second checks

    @Test
    void aSignatureAsksForThePinOfWhoSigns() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            assertThat(window.enters(handover(SignatureMeaning.HANDED_OVER)))
                    .contains("this needs the PIN of the person who signs or checks");
            assertThat(window.countersigns(NURSE, WRONG, handover(SignatureMeaning.HANDED_OVER)))
                    .isEqualTo(NOT_ACCEPTED);
            assertThat(window.countersigns(OTHER, RIGHT, handover(SignatureMeaning.TAKEN_OVER)))
                    .isEqualTo(ACCEPTED);
            assertThat(window.taken().getLast())
                    .isEqualTo(new Event.Signed(window.now(), SignatureMeaning.TAKEN_OVER, "ab".repeat(32), OTHER));
            assertThat(window.people().presence()).isEqualTo(new Presence.SignedIn(NURSE));
        }
    }

    @Test
    @Tag("R29")
    void theSecondCheckIsByASecondPersonWithHisPin() throws Exception {
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            assertThat(window.enters(solution(OTHER))).contains("this needs the PIN of the person who signs or checks");
            assertThat(window.countersigns(NURSE, RIGHT, solution(SOMEBODY)))
                    .isEqualTo(new Answer.Refused("the second check must be by a second person (R29)"));
            assertThat(window.countersigns(OTHER, RIGHT, solution(SOMEBODY))).isEqualTo(ACCEPTED);
            assertThat(window.taken().getLast())
                    .isEqualTo(new Event.SolutionConfirmed(window.now(), SOLUTION, NURSE, OTHER));
        }
    }

    @Test
    @Tag("R28")
    void theSecondEntryOfTheWeightIsByASecondPerson() throws Exception {
        WeightEntry weight = new WeightEntry(
                DosingWeight.ofKg("70"), WeightEntry.Basis.MEASURED, "ward scales", LocalDate.of(2026, 3, 2));
        Entry entry = (at, by) -> new Event.WeightConfirmed(at, weight, by, Optional.of(SOMEBODY));
        try (Window window = Window.ward(dir)) {
            window.signsIn(NURSE, RIGHT);
            assertThat(window.countersigns(NURSE, RIGHT, entry))
                    .isEqualTo(new Answer.Refused("the second entry of the weight must be by a second person (R28)"));
            assertThat(window.countersigns(OTHER, RIGHT, entry)).isEqualTo(ACCEPTED);
        }
    }

    @Test
    @Tag("R29")
    void aSecondCheckNeedsAFirstPerson() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.countersigns(OTHER, RIGHT, solution(SOMEBODY))).isInstanceOf(Answer.Refused.class);
        }
    }

    @Test
    void anAdministratorSignsNothingForThePatient() throws Exception {
        try (Window window = Window.ward(dir)) {
            assertThat(window.countersigns(ADMIN, RIGHT, handover(SignatureMeaning.TAKEN_OVER)))
                    .isEqualTo(new Answer.Refused("this is entered by a nurse or a physician"));
        }
    }
}
