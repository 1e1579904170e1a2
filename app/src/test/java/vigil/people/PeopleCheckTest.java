package vigil.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.people.Persons.ADMIN;
import static vigil.people.Persons.AT;
import static vigil.people.Persons.ENGINEER;
import static vigil.people.Persons.NURSE;
import static vigil.people.Persons.OTHER_NURSE;
import static vigil.people.Persons.OTHER_PIN;
import static vigil.people.Persons.PHYSICIAN;
import static vigil.people.Persons.added;
import static vigil.people.Persons.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.pump.Concentration;
import vigil.session.Direction;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SignatureMeaning;
import vigil.session.Solution;
import vigil.session.Staff;

class PeopleCheckTest {
    private static Optional<String> refusal(Event event) {
        return PeopleCheck.refusal(ward(), event);
    }

    @Test
    void theFirstUserIsAnAdministratorWhoAddsHimself() {
        assertThat(PeopleCheck.refusal(People.NONE, added(ADMIN, ADMIN))).isEmpty();
        assertThat(PeopleCheck.refusal(People.NONE, added(NURSE, NURSE))).isPresent();
        assertThat(PeopleCheck.refusal(People.NONE, added(ADMIN, NURSE))).isPresent();
    }

    @Test
    void onlyAnAdministratorAddsUsers() {
        assertThat(refusal(added(OTHER_NURSE, ADMIN))).isEmpty();
        assertThat(refusal(added(OTHER_NURSE, NURSE))).contains("users are changed by an administrator");
        assertThat(refusal(added(OTHER_NURSE, People.BREAK_GLASS))).contains("users are changed by an administrator");
    }

    @Test
    void anIdBelongsToOnePerson() {
        assertThat(refusal(added(NURSE, ADMIN))).contains("there is a user with this id already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-ab", "AB12", "a b", "console", "break-glass", "abcdefghijklmnopqrstu", "a;b"})
    void anIdIsShortAndStandsForAPerson(String id) {
        assertThat(refusal(added(new Staff(id, "A. Name", Staff.Role.NURSE), ADMIN)))
                .isPresent();
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(refusal(new PeopleEvent.RoleChanged(AT, "root1", Staff.Role.NURSE, ADMIN)))
                .contains("this is the last administrator");
        assertThat(refusal(new PeopleEvent.AccessChanged(AT, "root1", false, "leaves", ADMIN)))
                .contains("this is the last administrator");
        People two =
                ward().after(new PeopleEvent.RoleChanged(AT, "cd34", Staff.Role.ADMINISTRATOR, ADMIN), Duration.ZERO);
        assertThat(PeopleCheck.refusal(two, new PeopleEvent.AccessChanged(AT, "root1", false, "leaves", ADMIN)))
                .isEmpty();
    }

    @Test
    void aPinIsSetByItsOwnerOrAnAdministrator() {
        assertThat(refusal(new PeopleEvent.PinSet(AT, "ab12", OTHER_PIN, NURSE)))
                .isEmpty();
        assertThat(refusal(new PeopleEvent.PinSet(AT, "ab12", OTHER_PIN, ADMIN)))
                .isEmpty();
        assertThat(refusal(new PeopleEvent.PinSet(AT, "ab12", OTHER_PIN, PHYSICIAN)))
                .isPresent();
        assertThat(refusal(new PeopleEvent.PinSet(AT, "nobody", OTHER_PIN, ADMIN)))
                .isPresent();
    }

    @Test
    void onlyAnAdministratorIsRecovered() {
        assertThat(refusal(new PeopleEvent.AdministratorRecovered(AT, "root1", OTHER_PIN)))
                .isEmpty();
        assertThat(refusal(new PeopleEvent.AdministratorRecovered(AT, "ab12", OTHER_PIN)))
                .isPresent();
    }

    @Test
    void whoMayNotSignInDoesNot() {
        People without = ward().after(new PeopleEvent.AccessChanged(AT, "ab12", false, "left", ADMIN), Duration.ZERO);
        assertThat(PeopleCheck.refusal(without, Persons.signedIn(NURSE))).isPresent();
        assertThat(refusal(Persons.signedIn(NURSE))).isEmpty();
        assertThat(refusal(Persons.signedIn(OTHER_NURSE))).isPresent();
    }

    @Test
    void theBedsideIsForNursesAndPhysicians() {
        Event.ByPerson direction = new Event.PhysicianDirected(
                AT, new Direction("C. Doe", Instant.parse("2026-03-02T09:00:00Z"), "stop"), NURSE);
        assertThat(refusal(direction)).isEmpty();
        Event.ByPerson back = new Event.PatientBack(AT, PHYSICIAN);
        assertThat(refusal(back)).isEmpty();
        assertThat(refusal(new Event.PatientBack(AT, ENGINEER))).contains("this is entered by a nurse or a physician");
        assertThat(refusal(new Event.PatientBack(AT, ADMIN))).contains("this is entered by a nurse or a physician");
    }

    @Test
    @Tag("R7")
    void theDailyReviewIsThePhysiciansAndEverybodyElseIsToldSo() {
        assertThat(refusal(new Event.ReviewDone(AT, PHYSICIAN))).isEmpty();
        for (Staff other : new Staff[] {NURSE, ENGINEER, ADMIN}) {
            assertThat(refusal(new Event.ReviewDone(AT, other))).contains("the daily review is the specialist's (R7)");
        }
    }

    @Test
    void everybodyAttendsToAnAlarm() {
        for (Staff who : new Staff[] {ADMIN, NURSE, PHYSICIAN, ENGINEER, People.BREAK_GLASS}) {
            assertThat(refusal(new Event.ConditionAcknowledged(AT, "R12", who))).isEmpty();
            assertThat(refusal(new Event.AudioPaused(AT, who))).isEmpty();
        }
    }

    @Test
    @Tag("R29")
    void aSecondCheckIsAClinicians() {
        Solution solution = new Solution("ketamine", new Concentration(new java.math.BigDecimal("4")), "");
        assertThat(refusal(new Event.SolutionConfirmed(AT, solution, NURSE, PHYSICIAN)))
                .isEmpty();
        assertThat(refusal(new Event.SolutionConfirmed(AT, solution, NURSE, ENGINEER)))
                .isPresent();
        assertThat(refusal(new Event.Signed(AT, SignatureMeaning.HANDED_OVER, "ab", ENGINEER)))
                .isPresent();
    }

    @Test
    void aConsoleWithoutUsersAllowsEverything() {
        assertThat(PeopleCheck.refusal(People.NONE, new Event.ReviewDone(AT, ENGINEER)))
                .isEmpty();
    }
}
