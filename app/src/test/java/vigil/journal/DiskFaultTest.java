package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.keys.DeviceKey;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

/** What the journal does while its disk is full, refuses, or fails to confirm: nothing acknowledged is lost. */
class DiskFaultTest {
    private static final DeviceKey KEY = DeviceKey.random();
    private static final int SEGMENT = 4_000;
    private static final Limits LIMITS = new Limits(SEGMENT, Duration.ofHours(1), 3 * SEGMENT, 8_000);
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    private SimulatedDisk disk = new SimulatedDisk();
    private Moment now = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 0, 0);

    private Journal open() throws JournalException {
        return Journal.open(disk, KEY, LIMITS);
    }

    private Event note(String text) {
        return new Event.NoteAdded(now, text, NURSE);
    }

    private Event tick() {
        return new Event.Tick(now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private void record(Journal journal, Event event) throws JournalException {
        journal.append(event);
        journal.force();
    }

    private List<Event> found() throws JournalException {
        List<Event> events = new ArrayList<>();
        open().replay(entry -> events.add(entry.event()));
        return events;
    }

    /** Fills the segment in use, so that the next entry needs a new one. */
    private void fillSegment(Journal journal) throws JournalException {
        Random random = new Random(1);
        String noise = random.ints(7_200, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        record(journal, note(noise));
    }

    @Test
    @Tag("E1")
    void onAFullDiskEntriesAreRecordedInTheReserveAndItIsSaid() throws Exception {
        Journal journal = open();
        fillSegment(journal);
        disk.setCapacity(disk.used() + 100);
        record(journal, note("acknowledged on a full disk"));
        assertThat(journal.trouble())
                .hasValueSatisfying(reason -> assertThat(reason).contains("nearly full", "No space left", "make room"));
        disk = disk.afterPowerCut(new Random(1));
        assertThat(found()).contains(note("acknowledged on a full disk"));
    }

    @Test
    @Tag("E1")
    void onAFullDiskOneReadingInTenSecondsIsTakenAndEveryEntry() throws Exception {
        Journal journal = open();
        fillSegment(journal);
        disk.setCapacity(disk.used() + 100);
        record(journal, note("full"));
        int taken = 0;
        for (int second = 0; second < 50; second++) {
            pass(Duration.ofSeconds(1));
            taken += isTaken(journal, tick()) ? 1 : 0;
            assertThat(isTaken(journal, note("n"))).isTrue();
        }
        assertThat(taken).isEqualTo(5);
    }

    private static boolean isTaken(Journal journal, Event event) {
        try {
            journal.append(event);
            return true;
        } catch (JournalException e) {
            assertThat(e).hasMessageContaining("a reading was left out");
            return false;
        }
    }

    @Test
    @Tag("E1")
    void onceThereIsRoomTheReserveIsHeldAgainAndAllIsTakenWithoutARestart() throws Exception {
        Journal journal = open();
        fillSegment(journal);
        disk.setCapacity(disk.used() + 100);
        record(journal, note("full"));
        assertThat(disk.names()).doesNotContain(Reserve.NAME);
        disk.setCapacity(Long.MAX_VALUE);
        pass(Duration.ofMinutes(2));
        record(journal, note("room again"));
        assertThat(journal.trouble()).isEmpty();
        assertThat(disk.names()).contains(Reserve.NAME);
        for (int second = 0; second < 5; second++) {
            pass(Duration.ofSeconds(1));
            assertThat(isTaken(journal, tick())).isTrue();
        }
    }

    @Test
    @Tag("E1")
    @Tag("E2")
    void entriesWaitInMemoryWhileTheDiskTakesNothingAndAreWrittenOnceItDoes() throws Exception {
        Journal journal = open();
        record(journal, note("before"));
        disk.setReadOnly(true);
        journal.append(note("meanwhile"));
        assertThatThrownBy(journal::force)
                .isInstanceOf(JournalException.class)
                .hasMessageContainingAll("cannot be written", "Read-only file system", "entries wait in memory");
        assertThat(journal.append(note("and more")).sequence()).isEqualTo(3);
        assertThat(journal.forcedSequence()).isEqualTo(1);
        disk.setReadOnly(false);
        journal.force();
        assertThat(journal.forcedSequence()).isEqualTo(3);
        disk = disk.afterPowerCut(new Random(1));
        assertThat(found()).containsExactly(note("before"), note("meanwhile"), note("and more"));
    }

    @Test
    @Tag("E1")
    void theSecondHalfOfTheMemoryIsKeptForWhatMustNotBeLost() throws Exception {
        Journal journal = open();
        disk.setReadOnly(true);
        int notes = 0;
        while (isTakenWhileRefused(journal, tick())) {
            pass(Duration.ofSeconds(10));
        }
        while (isTakenWhileRefused(journal, note("n"))) {
            notes++;
        }
        assertThat(notes).isGreaterThan(10);
        long before = journal.head().sequence();
        disk.setReadOnly(false);
        assertThat(journal.append(note("room again")).sequence()).isEqualTo(before + 1);
        journal.force();
        assertThat(found()).hasSize((int) before + 1);
    }

    private static boolean isTakenWhileRefused(Journal journal, Event event) {
        try {
            journal.append(event);
            return true;
        } catch (JournalException e) {
            return false;
        }
    }

    @Test
    @Tag("E8")
    void whatAFailedForceLeftUncertainIsWrittenAnewBeforeItIsAcknowledged() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            disk = new SimulatedDisk();
            Journal journal = open();
            record(journal, note("one"));
            disk.failNextForce();
            record(journal, note("two"));
            assertThat(journal.forcedSequence()).isEqualTo(2);
            assertThat(journal.trouble())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("Input/output error", "written anew"));
            record(journal, note("three"));
            disk = disk.afterPowerCut(new Random(seed));
            assertThat(found()).containsExactly(note("one"), note("two"), note("three"));
            assertThat(Verify.journal(disk, KEY, Optional.empty())).isInstanceOf(Verify.Verdict.Sound.class);
        }
    }

    @Test
    @Tag("E8")
    void aMinuteAfterTheFailureTheTroubleIsOver() throws Exception {
        Journal journal = open();
        record(journal, note("one"));
        disk.failNextForce();
        record(journal, note("two"));
        pass(Duration.ofMinutes(1));
        record(journal, note("three"));
        assertThat(journal.trouble()).isEmpty();
    }
}
