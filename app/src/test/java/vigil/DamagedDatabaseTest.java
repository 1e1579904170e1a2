package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** One block of the session database is damaged: what is said names the file, the block and the command that helps. */
@Tag("E7")
class DamagedDatabaseTest {
    /** Enough that most blocks are not read when the database is opened. */
    private static final int READINGS = 6_000;

    private static final int BLOCK = 4_096;

    @TempDir
    Path dir;

    private Path data;
    private Path database;

    @BeforeEach
    void record() throws Exception {
        data = dir.resolve("data");
        database = data.resolve("sessions.mv.db");
        try (Bedside bedside = Bedside.open(data)) {
            Openings.opened("s-test1").forEach(bedside::accept);
            Openings.dosed().forEach(bedside::accept);
            for (int second = 1; second <= READINGS; second++) {
                bedside.accept(Openings.said(
                        Openings.reading(Openings.after(Duration.ofSeconds(second)), String.valueOf(second))));
            }
            bedside.settle(Openings.after(Duration.ofSeconds(READINGS)));
        }
    }

    /** Turns over one bit of a block; on the disk a page of checksums stands before the first. */
    private void damage(long block) throws Exception {
        byte[] bytes = Files.readAllBytes(database);
        bytes[(int) (block + 1) * BLOCK + 100] ^= 1;
        Files.write(database, bytes);
    }

    private String damagedIn(long block) {
        return "the session database %s is damaged in block %d; 'vigil rebuild' makes it anew from the journal"
                .formatted(database, block);
    }

    private record Answer(int status, List<String> out, List<String> err) {}

    private Answer ask(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Commands.all(new Wiring());
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = commands.execute(arguments);
        return new Answer(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }

    private Answer verify() {
        return ask("verify", "--data", data.toString());
    }

    private Answer export(Path file) {
        return ask("export --session s-test1 --document session-report --format csv --out %s --data %s"
                .formatted(file, data)
                .split(" "));
    }

    /** Nearly half of the file: the readings that a look at the database does not touch. */
    private long middle() throws Exception {
        return Files.size(database) / BLOCK / 2 - 1;
    }

    @Test
    void verifyNamesTheBlockAndTheWayOut() throws Exception {
        long block = middle();
        damage(block);

        Answer answer = verify();

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("journal sound: "),
                        line -> assertThat(line).isEqualTo(damagedIn(block)));
    }

    /** Found while the database is opened already; the end that H2 would cut off stays as it is. */
    @Test
    void verifyNamesTheBlockOfADatabaseThatDoesNotOpenAndChangesNothing() throws Exception {
        long last = Files.size(database) / BLOCK - 2;
        damage(last);
        byte[] before = Files.readAllBytes(database);

        assertThat(verify().out().getLast()).isEqualTo(damagedIn(last));
        assertThat(database).hasBinaryContent(before);
        assertThat(verify().out().getLast()).isEqualTo(damagedIn(last));
    }

    @Test
    void verifyOfASoundRecordChangesNothingInTheDatabase() throws Exception {
        byte[] before = Files.readAllBytes(database);

        assertThat(verify().status()).isZero();

        assertThat(database).hasBinaryContent(before);
    }

    @Test
    void anExportSaysThatTheDatabaseIsDamagedAndNothingOfSpaceOrPermission() throws Exception {
        long block = middle();
        damage(block);
        Path file = dir.resolve("report.zip");

        Answer answer = export(file);

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).containsExactly("vigil: %s was not written: %s".formatted(file, damagedIn(block)));
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsAdvisedHelps() throws Exception {
        damage(middle());
        Path file = dir.resolve("report.zip");

        assertThat(ask("rebuild", "--data", data.toString()).status()).isZero();

        assertThat(verify().status()).isZero();
        assertThat(export(file).status()).isZero();
        assertThat(file).isNotEmptyFile();
    }
}
