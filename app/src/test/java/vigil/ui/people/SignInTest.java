package vigil.ui.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.people.Answer;
import vigil.people.Countersign;
import vigil.people.Credentials;
import vigil.people.PeopleSight;
import vigil.people.PeopleSight.Person;
import vigil.people.Pin;
import vigil.people.Presence;
import vigil.session.Event;
import vigil.session.SignatureMeaning;
import vigil.session.Staff;
import vigil.ui.ConsoleActions;
import vigil.ui.PeopleActions;

class SignInTest {
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final ConsoleActions.Entry SIGNATURE =
            (at, by) -> new Event.Signed(at, SignatureMeaning.HANDED_OVER, "ab", by);

    private final List<String> asked = new ArrayList<>();
    private final List<Optional<String>> answers = new ArrayList<>();
    private Answer next = new Answer.Accepted();
    private List<Consumer<Answer>> late = List.of();
    private final SignIn signIn = new SignIn(new Recording());

    private final class Recording implements PeopleActions {
        @Override
        public void signIn(Credentials given, Optional<Pin> chosen, Consumer<Answer> answer) {
            asked.add("sign-in " + given.userId() + " " + given.pin().digits()
                    + chosen.map(pin -> " " + pin.digits()).orElse(""));
            answer(answer);
        }

        @Override
        public void countersign(Credentials given, ConsoleActions.Entry entry, Consumer<Answer> answer) {
            asked.add("countersign " + given.userId());
            answer(answer);
        }

        private void answer(Consumer<Answer> answer) {
            if (late.isEmpty()) {
                answer.accept(next);
            } else {
                late.add(answer);
            }
        }

        @Override
        public void leave(boolean forGood) {
            asked.add(forGood ? "sign-out" : "lock");
        }
    }

    private void see(Presence presence) {
        signIn.see(new PeopleSight(
                List.of(new Person(NURSE, true, false, Duration.ZERO)), presence, List.of("ab12")));
    }

    private SignIn open() {
        see(new Presence.Nobody());
        signIn.toggle();
        return signIn;
    }

    @Test
    void aConsoleWithoutUsersLeadsToTheFirstOne() {
        List<String> wanted = new ArrayList<>();
        signIn.whenUsersWanted(() -> wanted.add("users"));
        signIn.toggle();
        assertThat(wanted).containsExactly("users");
        assertThat(signIn.isOpen()).isFalse();
    }

    @Test
    void aRightPinClosesThePanel() {
        open().submit(" AB12", "493027");
        assertThat(asked).containsExactly("sign-in ab12 493027");
        assertThat(signIn.isOpen()).isFalse();
    }

    @Test
    void aWrongPinLeavesItOpenWithTheWait() {
        next = new Answer.NotAccepted(Duration.ofMillis(29_100));
        open().submit("ab12", "493027");
        assertThat(signIn.said()).isEqualTo(new SignIn.Said("people.not-accepted-wait", "30"));
        assertThat(signIn.isOpen()).isTrue();
    }

    @Test
    void oneKeyLocksTheConsoleOfWhoIsSignedIn() {
        see(new Presence.SignedIn(NURSE));
        signIn.toggle();
        assertThat(asked).containsExactly("lock");
        assertThat(signIn.isOpen()).isFalse();
    }

    @Test
    void aLockedConsoleExpectsWhoWasThere() {
        see(new Presence.Locked(NURSE));
        signIn.toggle();
        assertThat(signIn.expected()).isEqualTo("ab12");
    }

    @Test
    void whoWasGivenAPinChoosesAnOwnOneTypedTwice() {
        next = new Answer.ChooseOwn();
        open().submit("ab12", "100200");
        next = new Answer.Accepted();
        signIn.choose("493027", "493026");
        assertThat(signIn.said().key()).isEqualTo("people.pin.DIFFERENT");
        signIn.choose("493027", "493027");
        assertThat(asked).containsExactly("sign-in ab12 100200", "sign-in ab12 100200 493027");
        assertThat(signIn.isOpen()).isFalse();
    }

    @Test
    void aPinIsLookedAtOnceHoweverOftenTheKeyIsPressed() {
        late = new ArrayList<>(List.of(_ -> {}));
        open().submit("ab12", "493027");
        signIn.submit("ab12", "493027");
        assertThat(asked).hasSize(1);
        assertThat(signIn.isLooking()).isTrue();
    }

    @Test
    void anAnswerThatComesAfterThePanelWasClosedChangesNothing() {
        late = new ArrayList<>(List.of(_ -> {}));
        open().submit("ab12", "493027");
        signIn.close();
        signIn.toggle();
        late.getLast().accept(new Answer.NotAccepted(Duration.ZERO));
        assertThat(signIn.isOpen()).isTrue();
    }

    @Test
    void aSignatureIsAnsweredOnceItIsProved() {
        see(new Presence.SignedIn(NURSE));
        signIn.sign(Countersign.SIGNATURE, "ab12", SIGNATURE, answers::add);
        assertThat(signIn.expected()).isEqualTo("ab12");
        signIn.submit("ab12", "493027");
        assertThat(asked).containsExactly("countersign ab12");
        assertThat(answers).containsExactly(Optional.empty());
    }

    @Test
    @Tag("R29")
    void aSecondCheckThatIsRefusedStaysOpenForAnotherPersonAndTellsWhyWhenClosed() {
        see(new Presence.SignedIn(NURSE));
        next = new Answer.Refused("the second check must be by a second person (R29)");
        signIn.sign(Countersign.SECOND_CHECK, "", SIGNATURE, answers::add);
        signIn.submit("ab12", "493027");
        assertThat(answers).isEmpty();
        signIn.close();
        assertThat(answers).containsExactly(Optional.of("the second check must be by a second person (R29)"));
    }

    @Test
    void aSignatureThatIsBeingLookedAtIsNeitherClosedNorOvertaken() {
        see(new Presence.SignedIn(NURSE));
        late = new ArrayList<>(List.of(_ -> {}));
        signIn.sign(Countersign.SIGNATURE, "ab12", SIGNATURE, answers::add);
        signIn.submit("ab12", "493027");
        signIn.close();
        List<Optional<String>> second = new ArrayList<>();
        signIn.sign(Countersign.SIGNATURE, "ab12", SIGNATURE, second::add);
        assertThat(second).hasSize(1).doesNotContain(Optional.empty());
        assertThat(answers).isEmpty();
        late.getLast().accept(new Answer.Accepted());
        assertThat(answers).containsExactly(Optional.empty());
    }

    @Test
    void whatIsNotSignedIsNotEntered() {
        see(new Presence.SignedIn(NURSE));
        signIn.sign(Countersign.SIGNATURE, "ab12", SIGNATURE, answers::add);
        signIn.close();
        assertThat(answers).containsExactly(Optional.of("not signed: no PIN was given"));
    }

    @Test
    @Tag("C9")
    void aPanelThatNobodyTouchesGoesAway() {
        open().passes(Duration.ofSeconds(59));
        signIn.touched();
        signIn.passes(Duration.ofSeconds(59));
        assertThat(signIn.isOpen()).isTrue();
        signIn.passes(Duration.ofSeconds(1));
        assertThat(signIn.isOpen()).isFalse();
    }
}
