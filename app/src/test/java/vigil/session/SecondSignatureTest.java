package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.pump.Moment;

/** Two signatures that belong together are two people's (records and handover, sections 1.4 and 2). */
@Tag("R32")
class SecondSignatureTest {
    private static final Moment NOON = new Moment(Instant.parse("2026-03-02T12:00:00Z"), 0, 0);
    private static final Staff BROWN = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final Staff COLE = new Staff("cd34", "C. Cole RN", Staff.Role.NURSE);
    private static final Staff DOE = new Staff("ef56", "E. Doe FFPMANZCA", Staff.Role.PHYSICIAN);

    private Session session = Session.initial();

    @BeforeEach
    void open() {
        Patient patient = new Patient("Test", "Patient", "000000", LocalDate.of(1970, 1, 1), "none", "4");
        session = session.apply(
                new Event.SessionOpened(NOON, new SessionId("s-test1"), patient, ZoneId.of("Australia/Sydney"), BROWN));
    }

    private static Event.Signed by(Staff staff, SignatureMeaning meaning) {
        return new Event.Signed(NOON, meaning, "ab".repeat(32), staff);
    }

    private void signed(Staff staff, SignatureMeaning meaning) {
        Event.Signed entry = by(staff, meaning);
        assertThat(EntryCheck.refusal(session, entry)).isEmpty();
        session = session.apply(entry);
    }

    private Optional<String> refusal(Staff staff, SignatureMeaning meaning) {
        return EntryCheck.refusal(session, by(staff, meaning));
    }

    @Test
    void whoHandsOverCannotTakeOver() {
        signed(BROWN, SignatureMeaning.HANDED_OVER);
        assertThat(refusal(BROWN, SignatureMeaning.TAKEN_OVER))
                .hasValueSatisfying(reason -> assertThat(reason).contains("another person"));
        assertThat(refusal(COLE, SignatureMeaning.TAKEN_OVER)).isEmpty();
    }

    @Test
    void atTheNextShiftTheSamePersonMayTakeOverAgain() {
        signed(BROWN, SignatureMeaning.HANDED_OVER);
        signed(COLE, SignatureMeaning.TAKEN_OVER);
        signed(COLE, SignatureMeaning.HANDED_OVER);
        assertThat(refusal(BROWN, SignatureMeaning.TAKEN_OVER)).isEmpty();
        assertThat(refusal(COLE, SignatureMeaning.TAKEN_OVER)).isPresent();
    }

    @Test
    void aConsoleWithoutUsersTakesBothBecauseItCannotTellWhoSigns() {
        signed(Staff.UNSIGNED, SignatureMeaning.HANDED_OVER);
        assertThat(refusal(Staff.UNSIGNED, SignatureMeaning.TAKEN_OVER)).isEmpty();
    }

    @Test
    @Tag("R14")
    void whoMadeTheObservationsDoesNotReleaseThePatient() {
        Stamp t0 = session.clock().stamp(NOON);
        session = session.apply(by(DOE, SignatureMeaning.OBSERVATIONS_COMPLETE));
        assertThat(second(t0, DOE, SignatureMeaning.REVIEWED_AGAINST_GATE)).isPresent();
        assertThat(second(t0, COLE, SignatureMeaning.REVIEWED_AGAINST_GATE)).isEmpty();
    }

    @Test
    @Tag("R14")
    void whoReleasedThePatientDoesNotSignTheObservationsAfterwards() {
        Stamp t0 = session.clock().stamp(NOON);
        session = session.apply(by(DOE, SignatureMeaning.REVIEWED_AGAINST_GATE));
        assertThat(second(t0, DOE, SignatureMeaning.OBSERVATIONS_COMPLETE)).isPresent();
        assertThat(second(t0, BROWN, SignatureMeaning.OBSERVATIONS_COMPLETE)).isEmpty();
    }

    @Test
    @Tag("R14")
    void aSignatureUnderARecordThatARestartVoidedCountsForThatOneOnly() {
        session = session.apply(by(DOE, SignatureMeaning.OBSERVATIONS_COMPLETE));
        Moment later = NOON.plus(Duration.ofHours(3));
        session = session.apply(new Event.Tick(later));
        Stamp t0 = session.clock().stamp(later);
        assertThat(second(t0, DOE, SignatureMeaning.REVIEWED_AGAINST_GATE)).isEmpty();
    }

    private Optional<String> second(Stamp t0, Staff staff, SignatureMeaning meaning) {
        return SecondSignature.refusal(session.care().signatures(), Optional.of(t0), by(staff, meaning));
    }
}
