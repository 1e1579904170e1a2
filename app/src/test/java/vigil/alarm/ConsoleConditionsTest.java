package vigil.alarm;

import static org.assertj.core.api.Assertions.assertThat;
import static vigil.alarm.Watched.condition;
import static vigil.alarm.Watched.infusing;
import static vigil.alarm.Watched.keys;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.pump.Moment;
import vigil.session.Event;

/** What is wrong with the console itself: its record, its screen, its clock and its processor (C20, C30). */
class ConsoleConditionsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    @Tag("C20")
    void notRecordingStaysUntilTheJournalWritesAgainAndWasSeen() {
        Bedside bedside = infusing();
        bedside.engine().recordingFailed("disk full: free some space", bedside.now());
        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "NOT_RECORDING").detail()).isEqualTo("disk full: free some space");

        bedside.engine().recordingRestored(bedside.now());
        bedside.runs(SECOND);
        assertThat(condition(bedside, "NOT_RECORDING").endedAt()).isPresent();

        assertThat(keys(bedside.acknowledges("NOT_RECORDING"))).isEmpty();
    }

    @Test
    @Tag("C30")
    void aDiskInTroubleIsLowUntilItIsWellAndTurnsIntoNotRecordingWhenItRefuses() {
        Bedside bedside = infusing();
        bedside.engine().recordInDanger("the disk is nearly full", bedside.now());
        bedside.runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_IN_DANGER").priority()).isEqualTo(AlarmPriority.LOW);
        assertThat(keys(bedside)).doesNotContain("NOT_RECORDING");

        bedside.engine().recordingFailed("disk full", bedside.now());
        bedside.runs(SECOND);
        assertThat(keys(bedside)).contains("NOT_RECORDING").doesNotContain("RECORD_IN_DANGER");
    }

    @Test
    @Tag("C30")
    @Tag("E6")
    void anEndThatWasCutOffIsToldUntilItWasSeenAlsoOverAStart() {
        Bedside bedside = infusing();
        bedside.does(new Event.RecordCutOff(bedside.now(), 2, 62)).runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_CUT_OFF")).satisfies(it -> {
            assertThat(it.priority()).isEqualTo(AlarmPriority.LOW);
            assertThat(it.detail()).isEqualTo("3–62");
        });

        bedside.does(new Event.ConsoleStarted(bedside.now(), "boot", "1", false))
                .runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "RECORD_CUT_OFF").isActive()).isTrue();

        assertThat(keys(bedside.acknowledges("RECORD_CUT_OFF"))).doesNotContain("RECORD_CUT_OFF");
        bedside.runs(Duration.ofMinutes(1));
        assertThat(keys(bedside)).doesNotContain("RECORD_CUT_OFF");
    }

    @Test
    @Tag("C30")
    void aBackupThatFailedIsToldUntilOneIsMade() {
        Bedside bedside = infusing();
        bedside.does(new Event.BackupFailed(bedside.now(), "no space")).runs(Duration.ofMinutes(1));
        assertThat(condition(bedside, "NO_BACKUP").detail()).isEqualTo("no space");

        bedside.does(new Event.BackupMade(bedside.now(), 9)).runs(SECOND);
        assertThat(keys(bedside)).doesNotContain("NO_BACKUP");
    }

    @Test
    @Tag("F2")
    void aScreenThatStandsStillIsHeardUntilItAnswers() {
        Bedside bedside =
                infusing().does(new Event.ScreenStalled(infusing().now())).runs(SECOND);
        assertThat(bedside.engine().attention().sounding().orElseThrow().key()).isEqualTo("SCREEN_STALLED");

        bedside.does(new Event.ScreenAnswered(bedside.now(), Duration.ofSeconds(7)))
                .runs(SECOND);
        assertThat(bedside.engine().attention().sounding()).isEmpty();
    }

    @Test
    @Tag("C30")
    void lostEventsStayVisibleUntilTheyWereSeen() {
        Bedside bedside = infusing();
        bedside.does(new Event.EventsLost(bedside.now(), 7)).runs(Duration.ofMinutes(1));

        assertThat(condition(bedside, "LINE_QUALITY").detail()).isEqualTo("lost 7");
        assertThat(condition(bedside, "LINE_QUALITY").endedAt()).isPresent();
        assertThat(keys(bedside.acknowledges("LINE_QUALITY"))).isEmpty();
    }

    @Test
    @Tag("C30")
    @Tag("D6")
    void aStandstillOfTheProgramIsToldUntilItWasSeen() {
        Bedside bedside = infusing();
        bedside.does(new Event.ProgramStood(bedside.now(), Duration.ofSeconds(75)))
                .runs(SECOND);

        assertThat(condition(bedside, "PROGRAM_STOOD").detail()).isEqualTo("0:01:15");
        assertThat(keys(bedside.acknowledges("PROGRAM_STOOD"))).isEmpty();
    }

    @Test
    @Tag("C30")
    @Tag("D1")
    void aClockThatWasSetIsToldUntilItWasSeen() {
        Bedside bedside = infusing();
        Moment before = bedside.now();
        bedside.does(new Event.Tick(
                new Moment(before.utc().minusSeconds(5_400), before.monotonicNanos(), before.bootNanos() + 1)));

        assertThat(condition(bedside, "CLOCK_SET").detail()).isEqualTo("−1:30:00");
        assertThat(condition(bedside, "CLOCK_SET").priority()).isEqualTo(AlarmPriority.LOW);
    }

    @Test
    @Tag("C30")
    @Tag("D3")
    void aTimeThatCannotBeRightIsToldAsLongAsItStands() {
        Bedside bedside = infusing();
        Moment before = bedside.now();
        bedside.does(new Event.Tick(new Moment(Instant.EPOCH, before.monotonicNanos(), before.bootNanos() + 1)));

        assertThat(condition(bedside, "CLOCK_NOT_TRUSTED").isActive()).isTrue();
        bedside.does(new Event.Tick(new Moment(before.utc(), before.monotonicNanos(), before.bootNanos() + 2)));
        assertThat(condition(bedside, "CLOCK_NOT_TRUSTED").isActive()).isFalse();
    }
}
