package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vigil.alarm.AlarmCondition;
import vigil.alarm.log.LogFilter;
import vigil.journal.JournalReader;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.SessionId;
import vigil.session.Staff;

/** The end of the journal is missing and only the database had seen it (E6): a start says so, in the record and on the screen. */
@Tag("E6")
class CutOffEndTest {
    private static final Staff NURSE = new Staff("gray", "G. Gray", Staff.Role.NURSE);

    @TempDir
    Path dir;

    /** Two starts of the program: two segments; entries 1 to 5 and 6 to 65. */
    @BeforeEach
    void record() throws Exception {
        try (Bedside bedside = Bedside.open(dir)) {
            Openings.opened("s-test1").forEach(bedside::accept);
            Openings.dosed().forEach(bedside::accept);
            bedside.settle(Openings.START);
        }
        try (Bedside bedside = Bedside.open(dir)) {
            for (int second = 1; second <= 60; second++) {
                bedside.accept(Openings.said(Openings.reading(second(second), "0." + second)));
            }
            bedside.settle(second(60));
        }
    }

    private static Moment second(int number) {
        return Openings.after(Duration.ofSeconds(number));
    }

    private void cutOff() throws Exception {
        Files.delete(dir.resolve("journal-000002.vj"));
    }

    private List<Event.RecordCutOff> noted() throws Exception {
        List<Event.RecordCutOff> noted = new ArrayList<>();
        try (Bedside bedside = Bedside.open(dir)) {
            JournalReader.in(dir).read(1, bedside.head(), entry -> {
                if (entry.event() instanceof Event.RecordCutOff it) {
                    noted.add(it);
                }
                return true;
            });
        }
        return noted;
    }

    private static List<AlarmCondition> told(Bedside bedside, int second) {
        return bedside.snapshot(second(second)).attention().conditions().stream()
                .filter(it -> it.key().equals("RECORD_CUT_OFF"))
                .toList();
    }

    @Test
    void theStartRecordsWhichEntriesAreMissingAndShowsItUntilItWasSeen() throws Exception {
        cutOff();
        try (Bedside bedside = Bedside.open(dir)) {
            bedside.accept(new Event.ConsoleStarted(second(90), "boot", Version.NUMBER, false));
            assertThat(told(bedside, 90)).singleElement().satisfies(it -> {
                assertThat(it.isActive()).isTrue();
                assertThat(it.detail()).isEqualTo("6–65");
            });
            bedside.accept(new Event.ConditionAcknowledged(second(100), "RECORD_CUT_OFF", NURSE));
            assertThat(told(bedside, 100)).isEmpty();
            assertThat(bedside.store().alarms(LogFilter.all(ZoneOffset.UTC)).rows())
                    .anySatisfy(row -> assertThat(row.toString()).contains("RECORD_CUT_OFF"));
        }
        assertThat(noted()).singleElement().satisfies(it -> {
            assertThat(it.lastEntry()).isEqualTo(5);
            assertThat(it.seen()).isEqualTo(65);
        });
        assertThat(new Verification(dir).run().sound()).isTrue();
    }

    /** So that a handover sheet printed before anybody has seen it names it among what is active. */
    @Test
    void itIsAnActiveConditionOfTheSession() throws Exception {
        cutOff();
        try (Bedside bedside = Bedside.open(dir)) {
            assertThat(bedside.store()
                            .load(new SessionId("s-test1"))
                            .orElseThrow()
                            .alarms())
                    .filteredOn(alarm ->
                            alarm.text().contains("6–65") || alarm.toString().contains("RECORD_CUT_OFF"))
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.end()).isEmpty());
        }
    }

    /** The clocks of another boot would move the four hours. */
    @Test
    void theClockOfTheCourseStaysWhereItWas() throws Exception {
        cutOff();
        try (Bedside bedside = Bedside.open(dir)) {
            assertThat(bedside.session().clock().elapsed()).isZero();
            assertThat(bedside.session().clock().setBy()).isZero();
        }
    }

    @Test
    void aStartAfterAnOrderlyEndSaysNothing() throws Exception {
        assertThat(noted()).isEmpty();
    }

    @Test
    void aDatabaseThatIsBehindSaysNothing() throws Exception {
        byte[] older = Files.readAllBytes(dir.resolve("sessions.mv.db"));
        try (Bedside bedside = Bedside.open(dir)) {
            bedside.accept(Openings.said(Openings.reading(second(61), "0.61")));
            bedside.settle(second(61));
        }
        Files.write(dir.resolve("sessions.mv.db"), older);
        assertThat(noted()).isEmpty();
    }

    @Test
    void theWholeJournalMayBeGone() throws Exception {
        cutOff();
        Files.delete(dir.resolve("journal-000001.vj"));
        assertThat(noted()).singleElement().satisfies(it -> {
            assertThat(it.lastEntry()).isZero();
            assertThat(it.seen()).isEqualTo(65);
        });
    }

    /** A command that opens the record throws the witness away as a start does. */
    @Test
    void aCommandThatReadsAndARebuildRecordItAsWell() throws Exception {
        cutOff();
        Path other = Files.createDirectory(dir.resolve("other"));
        for (String name : List.of("journal-000001.vj", "sessions.mv.db", "device.key")) {
            Files.copy(dir.resolve(name), other.resolve(name));
        }
        ask("sessions --data " + dir);
        assertThat(noted()).hasSize(1);

        ask("rebuild --data " + other);
        dir = other;
        assertThat(noted()).hasSize(1);
    }

    private static void ask(String command) {
        CommandLine commands = Commands.all(new Wiring());
        commands.setOut(new PrintWriter(new StringWriter(), true));
        assertThat(commands.execute(command.split(" "))).isZero();
    }
}
