package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.engine.Bedside;
import vigil.pump.AlarmClass;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PeopleEvent.Leaving;
import vigil.session.PinHash;
import vigil.session.Staff;

/** What an analyst reads about people: who they are and when they came and went, and never a PIN. */
class PeopleRowsTest {
    private static final Moment START = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 0, 0);
    private static final Staff ADMIN = new Staff("root1", "R. Gray", Staff.Role.ADMINISTRATOR);
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final String HASH = "$argon2id$v=19$m=65536,t=3,p=1$c2VjcmV0";
    private static final PinHash PIN = new PinHash(HASH);

    private static final List<Event> EVENTS = List.of(
            new Event.ConsoleStarted(at(0), "boot", "1", false),
            new PeopleEvent.UserAdded(at(1), ADMIN, PIN, ADMIN),
            new PeopleEvent.SignedIn(at(1), ADMIN),
            new PeopleEvent.UserAdded(at(2), NURSE, PIN, ADMIN),
            new PeopleEvent.ConsoleLeft(at(3), ADMIN, Leaving.SIGNED_OUT),
            new PeopleEvent.SignInFailed(at(4), Optional.of("ab12")),
            new PeopleEvent.SignInFailed(at(5), Optional.empty()),
            new PeopleEvent.PinSet(at(6), "ab12", PIN, NURSE),
            new PeopleEvent.SignedIn(at(6), NURSE),
            new PeopleEvent.ConsoleLeft(at(7), NURSE, Leaving.IDLE),
            new PeopleEvent.RoleChanged(at(8), "ab12", Staff.Role.PHYSICIAN, ADMIN),
            new PeopleEvent.AccessChanged(at(9), "ab12", false, "has left", ADMIN),
            new PeopleEvent.AdministratorRecovered(at(10), "root1", PIN),
            new PeopleEvent.RecoveryRefused(at(11), "not an administrator of this console"),
            new PeopleEvent.SignInFailed(at(12), Optional.of("ab12")));

    @TempDir
    Path dir;

    private static Moment at(int minute) {
        return START.plus(java.time.Duration.ofMinutes(minute));
    }

    private List<String> lines(String select) throws StoreException {
        try (SessionStore store = SessionStore.open(dir, Projector::holds)) {
            Projector.project(store, EVENTS);
            store.commit();
            return store.answer(query -> query.list(select, row -> row.text("line")));
        }
    }

    private static final String LOG =
            "SELECT what || ' ' || COALESCE(user_id, '-') || ' ' || COALESCE(by_user, '-') || ' '"
                    + " || old_value || ' ' || new_value || ' ' || reason AS line FROM people_log ORDER BY sequence";

    @Test
    void everyComingAndGoingAndEveryChangeHasItsLine() throws Exception {
        assertThat(lines(LOG).stream().map(line -> line.replaceAll(" +", " ").strip()))
                .containsExactly(
                        "USER_ADDED root1 root1 ADMINISTRATOR",
                        "SIGNED_IN root1 root1",
                        "USER_ADDED ab12 root1 NURSE",
                        "SIGNED_OUT root1 root1",
                        "SIGN_IN_FAILED ab12 -",
                        "SIGN_IN_FAILED - -",
                        "PIN_SET ab12 ab12",
                        "SIGNED_IN ab12 ab12",
                        "IDLE ab12 ab12",
                        "ROLE_CHANGED ab12 root1 NURSE PHYSICIAN",
                        "ACCESS_CHANGED ab12 root1 ALLOWED NOT_ALLOWED has left",
                        "ADMINISTRATOR_RECOVERED root1 -",
                        "RECOVERY_REFUSED - - not an administrator of this console",
                        "SIGN_IN_FAILED ab12 -");
    }

    @Test
    void theListOfStaffIsAsTheLastChangeLeftIt() throws Exception {
        assertThat(lines(
                        "SELECT user_id || ' ' || name || ' ' || role || ' ' || allowed || ' ' || temporary_pin || ' ' || failures"
                                + " || ' ' || FORMATDATETIME(added_utc, 'mm') || ' ' || FORMATDATETIME(pin_set_utc, 'mm')"
                                + " || ' ' || FORMATDATETIME(signed_in_utc, 'mm') AS line FROM staff ORDER BY user_id"))
                .containsExactly(
                        "ab12 A. Brown RN PHYSICIAN FALSE FALSE 1 02 06 06",
                        "root1 R. Gray ADMINISTRATOR TRUE TRUE 0 01 10 01");
    }

    @Test
    @Tag("E6")
    void aDatabaseThatGrewEqualsOneMadeAnew() throws Exception {
        try (SessionStore store = SessionStore.open(dir, Projector::holds)) {
            Projector.project(store, EVENTS, 9);
            store.commit();
        }
        Path fresh = Files.createDirectory(dir.resolve("fresh"));
        Files.copy(dir.resolve("device.key"), fresh.resolve("device.key"));
        try (SessionStore grown = SessionStore.open(dir, Projector::holds);
                SessionStore anew = SessionStore.open(fresh, Projector::holds)) {
            Projector.project(grown, EVENTS);
            Projector.project(anew, EVENTS);
            grown.commit();
            anew.commit();
            assertThat(StoreVerify.compare(grown, anew)).isEqualTo(new StoreVerify.Verdict.Same());
        }
    }

    @Test
    void noTableHoldsAHash() throws Exception {
        try (SessionStore store = SessionStore.open(dir, Projector::holds)) {
            Projector.project(store, EVENTS);
            store.commit();
            List<String> script = new ArrayList<>(
                    store.answer(query -> query.list("SCRIPT NOPASSWORDS NOSETTINGS", row -> row.text("script"))));
            assertThat(script).anyMatch(line -> line.contains("A. Brown RN"));
            assertThat(script).noneMatch(line -> line.contains("argon2") || line.contains("c2VjcmV0"));
        }
    }

    @Test
    void anAlarmAttendedToWithoutSignInSaysSoInItsRow() throws Exception {
        Staff breakGlass = vigil.people.People.BREAK_GLASS;
        Bedside bedside = Bedside.ready("1.75").pumpRuns("1.75");
        bedside.alarms("A", AlarmClass.OCCLUSION);
        List<Event> events = new ArrayList<>(bedside.events());
        Moment now = events.getLast().at();
        events.add(new Event.ConditionAcknowledged(now, "PUMP:50111:A", breakGlass));
        try (SessionStore store = SessionStore.open(dir, Projector::holds)) {
            Projector.project(store, events);
            store.commit();
            List<String> lines = store.answer(query -> query.list(
                    "SELECT l.by_user || ' ' || l.reason || ' ' || a.acknowledged_by AS line FROM alarm_log l"
                            + " JOIN alarm a USING (condition_key) WHERE l.what = 'ACKNOWLEDGED'",
                    row -> row.text("line")));
            assertThat(lines).containsExactly("break-glass without sign-in Break-glass (not signed in)");
        }
    }
}
