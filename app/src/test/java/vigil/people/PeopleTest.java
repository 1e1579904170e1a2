package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.people.Persons.ADMIN;
import static vigil.people.Persons.AT;
import static vigil.people.Persons.NURSE;
import static vigil.people.Persons.OTHER_PIN;
import static vigil.people.Persons.PHYSICIAN;
import static vigil.people.Persons.signedIn;
import static vigil.people.Persons.ward;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PeopleEvent.Leaving;
import vigil.session.Staff;

class PeopleTest {
    private static final Duration NOW = Duration.ofHours(3);

    private static User user(People people, Staff who) {
        return people.user(who.userId()).orElseThrow();
    }

    private static People failing(int times) {
        People people = ward();
        for (int i = 0; i < times; i++) {
            people = people.after(new PeopleEvent.SignInFailed(AT, Optional.of("ab12")), NOW);
        }
        return people;
    }

    @Test
    void theFirstUserHasChosenHisPinAndTheOthersHaveNot() {
        assertThat(user(ward(), ADMIN).temporary()).isFalse();
        assertThat(user(ward(), NURSE).temporary()).isTrue();
    }

    @Test
    void aPinSetByItsOwnerIsHisOwn() {
        People people = ward().after(new PeopleEvent.PinSet(AT, "ab12", OTHER_PIN, NURSE), NOW);
        assertThat(user(people, NURSE).temporary()).isFalse();
        assertThat(user(people, NURSE).pin()).isEqualTo(OTHER_PIN);
    }

    @Test
    void whoSignsInActsUntilHeLeaves() {
        People people = ward().after(signedIn(NURSE), NOW);
        assertThat(people.presence().acting()).contains(NURSE);
        assertThat(people.after(new PeopleEvent.ConsoleLeft(AT, NURSE, Leaving.SIGNED_OUT), NOW)
                        .presence())
                .isEqualTo(new Presence.Nobody());
    }

    @Test
    @Tag("C9")
    void aConsoleLeftAloneIsStillTheConsoleOfWhoWasThereButNobodyActs() {
        People people =
                ward().after(signedIn(NURSE), NOW).after(new PeopleEvent.ConsoleLeft(AT, NURSE, Leaving.IDLE), NOW);
        assertThat(people.presence()).isEqualTo(new Presence.Locked(NURSE));
        assertThat(people.presence().acting()).isEmpty();
    }

    @Test
    void aStartOfTheProgramSignsEverybodyOut() {
        People people = ward().after(signedIn(NURSE), NOW).after(new Event.ConsoleStarted(AT, "b", "1", false), NOW);
        assertThat(people.presence()).isEqualTo(new Presence.Nobody());
    }

    @Test
    void aStartOfTheProgramForgivesNoWrongPin() {
        People people = failing(5).after(new Event.ConsoleStarted(AT, "b", "1", false), NOW);
        assertThat(user(people, NURSE).throttle().left(NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void aRightPinForgivesTheWrongOnes() {
        assertThat(user(failing(7).after(signedIn(NURSE), NOW), NURSE).throttle())
                .isEqualTo(Throttle.NONE);
    }

    @Test
    void wrongPinsOfOneAreNotThoseOfAnother() {
        assertThat(user(failing(9), PHYSICIAN).throttle()).isEqualTo(Throttle.NONE);
    }

    @Test
    void whoseRoleOrAccessChangesSignsInAnew() {
        People people = ward().after(signedIn(NURSE), NOW);
        assertThat(people.after(new PeopleEvent.RoleChanged(AT, "ab12", Staff.Role.PHYSICIAN, ADMIN), NOW)
                        .presence()
                        .acting())
                .isEmpty();
        assertThat(people.after(new PeopleEvent.AccessChanged(AT, "ab12", false, "left", ADMIN), NOW)
                        .presence()
                        .acting())
                .isEmpty();
        assertThat(people.after(new PeopleEvent.RoleChanged(AT, "cd34", Staff.Role.NURSE, ADMIN), NOW)
                        .presence()
                        .acting())
                .contains(NURSE);
    }

    @Test
    void aRecoveredAdministratorMaySignInAgainAndChoosesAPin() {
        People people = ward().after(new PeopleEvent.AccessChanged(AT, "root1", false, "x", ADMIN), NOW)
                .after(new PeopleEvent.AdministratorRecovered(AT, "root1", OTHER_PIN), NOW);
        assertThat(user(people, ADMIN).allowed()).isTrue();
        assertThat(user(people, ADMIN).temporary()).isTrue();
    }

    @Test
    void theLastFourWhoSignedInAreKnownNewestFirst() {
        People people = ward().after(signedIn(NURSE), NOW)
                .after(signedIn(PHYSICIAN), NOW)
                .after(signedIn(NURSE), NOW);
        assertThat(people.recent()).containsExactly("ab12", "cd34");
    }

    @Test
    void whatAViewSeesHoldsNoHash() {
        assertThat(ward().sight(NOW).toString()).doesNotContain("one").doesNotContain("PinHash");
    }
}
