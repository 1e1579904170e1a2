package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.engine.RecordingState;
import vigil.journal.DataDirectory;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.pump.Moment;
import vigil.resume.ResumePoints;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.PinHash;
import vigil.session.Staff;
import vigil.store.SessionStore;

/** A start that goes on from a point stands where one stands that has replayed the whole journal. */
class ResumingTest {
    private static final String BUILD = "ab".repeat(32);
    private static final String DATABASE = "sessions.mv.db";
    private static final Staff ADMIN = new Staff("aa01", "A. Admin", Staff.Role.ADMINISTRATOR);

    @TempDir
    Path dir;

    private Path data;

    @BeforeEach
    void folder() {
        data = dir.resolve("data");
    }

    private static Optional<Resuming.Way> way(String build) {
        return Optional.of(new Resuming.Way(build, Runnable::run));
    }

    private static Bedside resumed(Path folder) throws Exception {
        return Bedside.open(folder, Runnable::run, way(BUILD));
    }

    private static Moment second(int second) {
        return Openings.after(Duration.ofSeconds(second));
    }

    private static void accept(Bedside bedside, List<? extends Event> events) {
        events.forEach(event -> assertThat(bedside.accept(event)).isEmpty());
    }

    private static void read(Bedside bedside, int from, int to) {
        for (int second = from; second <= to; second++) {
            accept(bedside, List.of(Openings.said(Openings.reading(second(second), "0." + (1000 + second)))));
            bedside.settle(second(second));
        }
    }

    private static Bedside begun(Bedside bedside) {
        accept(bedside, Openings.opened("s-test1"));
        accept(
                bedside,
                List.of(new PeopleEvent.UserAdded(
                        Openings.START, ADMIN, new PinHash("$argon2id$v=19$m=65536,t=3,p=1$abc$def"), ADMIN)));
        accept(bedside, Openings.dosed());
        return bedside;
    }

    /** As a power cut leaves it at {@code until} seconds: the directory is copied while the console runs. */
    private Path cut(int until) throws Exception {
        Path left = dir.resolve("left");
        try (Bedside bedside = begun(resumed(data))) {
            read(bedside, 1, until);
            copy(data, left);
        }
        return left;
    }

    private static void copy(Path from, Path to) throws Exception {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /** Opens {@code folder} with its points and a copy without, lets both go on, and compares all that is known. */
    private void assertGoesOnAlike(Path folder) throws Exception {
        Path whole = dir.resolve("whole");
        copy(folder, whole);
        try (Bedside expected = Bedside.open(whole);
                Bedside bedside = resumed(folder)) {
            assertSame(bedside, expected);
            for (Bedside each : List.of(bedside, expected)) {
                accept(each, List.of(new Event.ConsoleStarted(second(2_000), "boot", Version.NUMBER, false)));
                read(each, 2_001, 2_100);
            }
            assertSame(bedside, expected);
            assertThat(bedside.store().sessions()).isEqualTo(expected.store().sessions());
        }
        for (Path each : List.of(folder, whole)) {
            assertThat(new Verification(each).run().lines())
                    .allMatch(line -> line.matches("journal sound.*|database equals.*"));
        }
    }

    private static void assertSame(Bedside bedside, Bedside expected) {
        Moment now = second(2_200);
        assertThat(bedside.session()).isEqualTo(expected.session());
        assertThat(bedside.people()).isEqualTo(expected.people());
        assertThat(bedside.seen(now)).isEqualTo(expected.seen(now));
        assertThat(bedside.snapshot(now)).isEqualTo(expected.snapshot(now));
        assertThat(bedside.head()).isEqualTo(expected.head());
    }

    private static long points(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("resume-[1-3]\\.vc"))
                    .count();
        }
    }

    /** Sequence of the point a start in {@code folder} would take; 0 for none. */
    private static long taken(Path folder, String build) throws Exception {
        try (DataDirectory directory = DataDirectory.open(folder);
                Journal journal = Journal.open(directory)) {
            return Resuming.in(folder, journal, way(build).orElseThrow())
                    .point(journal, journal.head().sequence())
                    .map(point -> point.database().sequence())
                    .orElse(0L);
        }
    }

    /** What the database that a cut left holds; else it writes only every ten minutes, and no point would be of use. */
    private static long databaseReaches(Path folder) throws Exception {
        try (SessionStore store = SessionStore.open(folder, _ -> true)) {
            return store.projectedSequence();
        }
    }

    @Test
    void aStartAfterAPowerCutStandsWhereAWholeReplayStands() throws Exception {
        Path left = cut(1_500);
        assertThat(points(left)).isEqualTo(3);
        assertThat(taken(left, BUILD)).isGreaterThan(1_200);
        assertThat(databaseReaches(left)).isGreaterThanOrEqualTo(taken(left, BUILD));
        assertGoesOnAlike(left);
    }

    @Test
    void aStartAfterANormalEndReplaysNothing() throws Exception {
        long head;
        try (Bedside bedside = begun(resumed(data))) {
            read(bedside, 1, 30);
            head = bedside.head();
        }
        assertThat(taken(data, BUILD)).isEqualTo(head);
        assertGoesOnAlike(data);
    }

    /** The first point is due at once, and a console may be told to end while it is being written. */
    @Test
    void anEndWaitsForThePointThatIsBeingWrittenAndWritesItsOwn() throws Exception {
        Thread session = Thread.currentThread();
        Executor slow = task -> Thread.ofVirtual().start(() -> {
            while (session.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            task.run();
        });
        long head;
        try (Bedside bedside = begun(Bedside.open(data, Runnable::run, Optional.of(new Resuming.Way(BUILD, slow))))) {
            read(bedside, 1, 30);
            head = bedside.head();
        }
        assertThat(taken(data, BUILD)).isEqualTo(head);
        assertThat(points(data)).isEqualTo(2);
    }

    @Test
    void onlyWhatCameAfterThePointIsReplayed() throws Exception {
        Path left = cut(650);
        long from = taken(left, BUILD);
        try (DataDirectory directory = DataDirectory.open(left);
                Journal journal = Journal.open(directory)) {
            long[] given = {0};
            journal.replay(from, entry -> {
                assertThat(entry.sequence()).isGreaterThan(from);
                given[0]++;
            });
            assertThat(given[0]).isEqualTo(journal.head().sequence() - from).isLessThan(60);
        }
    }

    @Test
    void aPointAheadOfTheDatabaseIsLeftAlone() throws Exception {
        Path left = cut(1_300);
        try (DataDirectory directory = DataDirectory.open(left);
                Journal journal = Journal.open(directory)) {
            Resuming resuming = Resuming.in(left, journal, way(BUILD).orElseThrow());
            assertThat(resuming.point(journal, 0)).isEmpty();
            assertThat(resuming.point(journal, 900).orElseThrow().database().sequence())
                    .isBetween(600L, 700L);
        }
        Files.delete(left.resolve(DATABASE));
        assertGoesOnAlike(left);
    }

    @ParameterizedTest
    @Tag("E7")
    @ValueSource(doubles = {0, 0.002, 0.01, 0.02, 0.3, 0.7, 0.9999})
    void aDamagedPointIsLeftAlone(double place) throws Exception {
        Path left = cut(5);
        Path point = left.resolve("resume-1.vc");
        byte[] bytes = Files.readAllBytes(point);
        bytes[(int) (bytes.length * place)] ^= 4;
        Files.write(point, bytes);
        assertThat(taken(left, BUILD)).isZero();
        assertGoesOnAlike(left);
    }

    @Test
    void aPointThatWasCutShortIsLeftAlone() throws Exception {
        Path left = cut(5);
        Path point = left.resolve("resume-1.vc");
        byte[] bytes = Files.readAllBytes(point);
        for (int length : new int[] {0, 5, 79, 85, 100, bytes.length - 1}) {
            Files.write(point, java.util.Arrays.copyOf(bytes, length));
            assertThat(taken(left, BUILD)).as("%d bytes", length).isZero();
        }
    }

    @Test
    void aPointOfAnotherBuildIsLeftAlone() throws Exception {
        Path left = cut(5);
        assertThat(taken(left, "cd".repeat(32))).isZero();
        assertThat(taken(left, BUILD)).isPositive();
    }

    @Test
    void aPointOfAnotherRecordIsLeftAlone() throws Exception {
        Path left = cut(5);
        Path other = dir.resolve("other");
        try (Bedside bedside = begun(Bedside.open(other))) {
            read(bedside, 1, 50);
        }
        Files.copy(left.resolve("resume-1.vc"), other.resolve("resume-1.vc"));
        assertThat(taken(other, BUILD)).isZero();
        assertGoesOnAlike(other);
    }

    /** The same key, the same length, other entries: a journal that was restored to an earlier state and went on. */
    @Test
    void aPointWhoseHeadTheJournalDoesNotHoldIsLeftAlone() throws Exception {
        Path left = dir.resolve("left");
        try (Bedside bedside = begun(Bedside.open(data))) {
            read(bedside, 1, 5);
        }
        copy(data, left);
        try (Bedside bedside = resumed(data)) {
            read(bedside, 6, 20);
        }
        try (Bedside bedside = Bedside.open(left)) {
            read(bedside, 106, 120);
        }
        Files.copy(data.resolve("resume-1.vc"), left.resolve("resume-1.vc"));
        assertThat(taken(data, BUILD)).isEqualTo(6 + 5 + 15);
        assertThat(taken(left, BUILD)).isZero();
        assertGoesOnAlike(left);
    }

    /** Readings that the journal could not take were on the screen and are in no entry: a point knows nothing of them. */
    @Test
    @Tag("E2")
    void aPointOfARunWhoseRecordWasInTroubleGivesWhatAReplayGives() throws Exception {
        try (Bedside bedside = resumed(data)) {
            obstruct(true);
            begun(bedside);
            read(bedside, 1, 20);
            obstruct(false);
            read(bedside, 21, 1_500);
            assertThat(bedside.snapshot(second(1_500)).recording()).isEqualTo(new RecordingState.Recording());
            assertThat(bedside.forced()).isEqualTo(bedside.head());
        }
        assertThat(points(data)).isPositive();
        assertGoesOnAlike(data);
    }

    /** Puts something in the way of every file that the journal would make next. */
    private void obstruct(boolean there) throws Exception {
        for (int number = 1; number <= 100; number++) {
            Path obstacle = data.resolve("journal-%06d.vj.new".formatted(number));
            if (there) {
                Files.createDirectories(obstacle.resolve("in the way"));
            } else {
                Files.delete(obstacle.resolve("in the way"));
                Files.delete(obstacle);
            }
        }
    }

    @Test
    @Tag("F1")
    void nothingInAPointCanBeRead() throws Exception {
        Path left = cut(5);
        byte[] bytes = Files.readAllBytes(left.resolve("resume-1.vc"));
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(text).doesNotContain("Winter", "Alex", "0412", "ketamine", "vigil.session");
    }

    @Test
    @Tag("F1")
    @DisabledOnOs(OS.WINDOWS)
    void aPointIsForItsOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cut(5).resolve("resume-1.vc"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aPointThatCannotBeWrittenCostsNothing() throws Exception {
        for (int number = 1; number <= ResumePoints.KEPT; number++) {
            Files.createDirectories(
                    data.resolve("resume-%d.vc.new".formatted(number)).resolve("in the way"));
        }
        try (Bedside bedside = begun(resumed(data))) {
            read(bedside, 1, 700);
            assertThat(bedside.head()).isEqualTo(706);
        }
        assertThat(points(data)).isZero();
    }

    @Test
    void aPurgeTakesThePointsWithIt() throws Exception {
        try (Bedside bedside = resumed(data)) {
            accept(bedside, List.of(new Event.ConsoleStarted(Openings.START, "boot", Version.NUMBER, false)));
            bedside.settle(second(1));
        }
        assertThat(points(data)).isPositive();
        assertThat(new Purge(data).run(new Purge.Order(second(100).utc(), "A. Admin", "it is over"), second(200)))
                .isNotNull();
        assertThat(points(data)).isZero();
    }

    @Test
    void theProgramKeepsNoPointsWhileItRunsFromClassesThatMayChange() {
        assertThat(OwnCode.fingerprint()).isEmpty();
    }

    @Test
    void thePointsKeptAreTheNewest() throws Exception {
        cut(2_500);
        try (DataDirectory directory = DataDirectory.open(data);
                Journal journal = Journal.open(directory)) {
            ResumePoints points = new ResumePoints(data, journal.secretFor(ResumePoints.PURPOSE), BUILD);
            List<Long> sequences = points.newestFirst().stream()
                    .map(ResumePoints.Found::head)
                    .map(Head::sequence)
                    .toList();
            assertThat(sequences).hasSize(3).first().isEqualTo(journal.head().sequence());
            assertThat(sequences.getLast()).isGreaterThan(1_700);
        }
    }
}
