package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.journal.Backup;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.journal.Verify;
import vigil.keys.KeyFile;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.SessionId;
import vigil.session.Staff;

class PurgeTest {
    private static final Staff ADMIN = new Staff("ad01", "A. Admin", Staff.Role.ADMINISTRATOR);
    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);
    private static final Moment NOW = Openings.after(Duration.ofDays(40));
    private static final Purge.Order ALL = new Purge.Order(NOW.utc(), "A. Admin", "retention of 30 days is over");

    @TempDir
    Path dir;

    private Path data;
    private Event user;

    @BeforeEach
    void folders() {
        data = dir.resolve("data");
        user = new PeopleEvent.UserAdded(
                Openings.START, ADMIN, new PinHash("$argon2id$v=19$m=65536,t=3,p=1$abc$def"), ADMIN);
    }

    /** A start, a user, and a session that nobody has closed, or the form of a patient who had none. */
    private Head record(boolean open) throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            take(bedside, new Event.ConsoleStarted(Openings.START, "boot", Version.NUMBER, false));
            take(bedside, user);
            if (open) {
                Patient patient = new Patient("Winter", "Alex", "0412", LocalDate.of(1971, 3, 14), "none", "12");
                ZoneId zone = ZoneId.of("Australia/Sydney");
                take(bedside, new Event.SessionOpened(Openings.START, new SessionId("s-test1"), patient, zone, NURSE));
            } else {
                take(bedside, new Event.DraftKept(Openings.START, "patient", Map.of("family", "Winter")));
            }
            bedside.settle(Openings.START);
        }
        return ((Verify.Verdict.Sound) Verify.journal(data)).head();
    }

    private static void take(Bedside bedside, Event event) {
        assertThat(bedside.accept(event)).isEmpty();
    }

    private List<Event> events() throws Exception {
        List<Event> events = new ArrayList<>();
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            journal.replay(entry -> events.add(entry.event()));
        }
        return events;
    }

    @Test
    void thePurgedRecordLeavesItsCertificateAndThePeopleOfTheConsole() throws Exception {
        Head old = record(false);
        Event.RecordPurged certificate = new Purge(data).run(ALL, NOW);
        assertThat(certificate)
                .isEqualTo(new Event.RecordPurged(
                        NOW, old.sequence(), old.chainHash(), 0, "A. Admin", "retention of 30 days is over"));
        assertThat(events()).containsExactly(certificate, user);
        assertThat(new Verification(data).run().sound()).isTrue();
    }

    @Test
    void theKeyAndTheBackupGoWithTheRecord() throws Exception {
        record(false);
        Path backup = data.resolve("backup");
        Backup.Note note = new Backup(data, backup).make(Instant.EPOCH);
        assertThat(Backup.noted(backup)).contains(note);
        byte[] key = Files.readAllBytes(data.resolve(KeyFile.NAME));
        assertThat(new Purge(data).run(ALL, NOW)).isNotNull();
        assertThat(Files.readAllBytes(data.resolve(KeyFile.NAME))).isNotEqualTo(key);
        assertThat(backup).isEmptyDirectory();
        assertThat(new Backup(data, backup).make(NOW.utc()).head().sequence()).isEqualTo(2);
    }

    @Test
    void aRecordWithoutAnyPatientIsNotPurged() throws Exception {
        try (Bedside bedside = Bedside.open(data)) {
            take(bedside, new Event.ConsoleStarted(Openings.START, "boot", Version.NUMBER, false));
            take(bedside, user);
            bedside.settle(Openings.START);
        }
        assertNothingPurged(ALL, "there is no session in");
    }

    /** As by the same command run twice: the certificate stays what it is. */
    @Test
    void aPurgedRecordIsNotPurgedAgain() throws Exception {
        record(false);
        Event.RecordPurged certificate = new Purge(data).run(ALL, NOW);
        assertNothingPurged(ALL, "there is no session in");
        assertThat(events()).containsExactly(certificate, user);
    }

    @Test
    void aFormOfTodayKeepsTheRecord() throws Exception {
        record(false);
        assertNothingPurged(
                new Purge.Order(Openings.START.utc(), "A. Admin", "retention"), "nor anything else about a patient");
    }

    private void assertNothingPurged(Purge.Order order, String reason) throws Exception {
        byte[] key = Files.readAllBytes(data.resolve(KeyFile.NAME));
        byte[] journal = Files.readAllBytes(data.resolve("journal-000001.vj"));
        assertThatThrownBy(() -> new Purge(data).run(order, NOW)).hasMessageContainingAll(reason, "nothing was purged");
        assertThat(data.resolve(KeyFile.NAME)).hasBinaryContent(key);
        assertThat(data.resolve("journal-000001.vj")).hasBinaryContent(journal);
        assertThat(data.resolve(Journal.PURGING)).doesNotExist();
        assertThat(data.resolve("purge.new")).doesNotExist();
    }

    /** Each says what was destroyed and who asked: nothing else is left of it. */
    @Test
    void theCertificatesOfEarlierPurgesStayBeforeTheNewOne() throws Exception {
        record(false);
        Event.RecordPurged first = new Purge(data).run(ALL, NOW);
        Moment later = Openings.after(Duration.ofDays(90));
        try (Bedside bedside = Bedside.open(data)) {
            take(bedside, new Event.ConsoleStarted(later, "later boot", Version.NUMBER, false));
            take(bedside, new Event.DraftKept(later, "patient", Map.of("family", "Sommer")));
            bedside.settle(later);
        }
        long longBoot = Duration.ofDays(200).toNanos();
        Moment now = new Moment(Openings.after(Duration.ofDays(130)).utc(), longBoot, longBoot);

        Event.RecordPurged second =
                new Purge(data).run(new Purge.Order(now.utc(), "B. Admin", "retention is over again"), now);

        assertThat(second.by()).isEqualTo("B. Admin");
        assertThat(events()).hasSize(3).last().isEqualTo(user);
        assertThat(events().get(1)).isEqualTo(second);
        assertThat(events().getFirst())
                .usingRecursiveComparison()
                .ignoringFields("at.monotonicNanos", "at.bootNanos")
                .isEqualTo(first);
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.snapshot(now).attention().conditions()).isEmpty();
        }
        assertThat(new Verification(data).run().sound()).isTrue();
    }

    @Test
    void nothingIsPurgedWhileTheOnlySessionIsOpen() throws Exception {
        Head old = record(true);
        assertThatThrownBy(() -> new Purge(data).run(ALL, NOW))
                .hasMessageContainingAll("the only session in", "is open; nothing was purged");
        assertThat(Verify.journal(data, Optional.of(old))).isInstanceOf(Verify.Verdict.Sound.class);
    }

    /** Cut after the old record was destroyed and before the new one was moved in. */
    @Test
    @Tag("E4")
    void aPurgeThatWasCutShortIsNoRecordUntilItIsFinished() throws Exception {
        record(false);
        Path other = dir.resolve("other");
        copy(data, other);
        assertThat(new Purge(other).run(ALL, NOW)).isNotNull();
        copy(other, data.resolve("purge.new"));
        Files.delete(data.resolve("journal-000001.vj"));
        Files.writeString(data.resolve(Journal.PURGING), "");
        assertThatThrownBy(this::events).hasMessageContaining("cut short");

        assertThat(new Purge(data).run(ALL, Openings.after(Duration.ofDays(41))).at())
                .isEqualTo(NOW);
        assertThat(events()).hasSize(2);
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        for (String name : List.of(KeyFile.NAME, "journal-000001.vj")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }
}
