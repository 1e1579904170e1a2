package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import vigil.cli.VigilCommand;

/** The contract of the command line: what is wrong is told in one line, with the status that says whose fault it is. */
class MainTest {
    private static final String RECORD = "record --pump bcc --port tcp://127.0.0.1:4001 --data nowhere ";

    @TempDir
    Path dir;

    private record Answer(int status, List<String> out, List<String> err) {}

    private static Answer ask(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = Commands.all(new Wiring());
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int status = commands.execute(arguments.toArray(String[]::new));
        return new Answer(
                status, out.toString().lines().toList(), err.toString().lines().toList());
    }

    @Test
    void plainConsoleIsOpenedWithoutMakingTheCommands() {
        assertThat(VigilCommand.console("--data", "/srv/bed 3")).contains(Path.of("/srv/bed 3"));
        assertThat(VigilCommand.console()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--data",
                "--data=/srv/bed3",
                "demo",
                "sessions --data",
                "--data --help",
                "--data @file",
                "--data \"x\""
            })
    void everythingElseIsLeftToTheCommandLine(String arguments) {
        assertThat(VigilCommand.console(arguments.split(" "))).isEmpty();
    }

    private static Answer ask(String arguments) {
        return ask(List.of(arguments.strip().split(" ", -1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "record",
                "simulate",
                "ports",
                "sessions",
                "export",
                "handover",
                "verify",
                "rebuild",
                "hl7",
                "self-test"
            })
    void everyCommandHasHelp(String command) {
        Answer answer = ask((command + " --help").strip());
        assertThat(answer.status()).isZero();
        assertThat(answer.out().getFirst()).startsWith("Usage: vigil " + command);
        assertThat(answer.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "record",
                "simulate",
                "ports",
                "sessions",
                "export",
                "handover",
                "verify",
                "rebuild",
                "hl7",
                "self-test"
            })
    void everyCommandTellsTheVersion(String command) {
        for (String option : List.of("-V", "--version")) {
            Answer answer = ask((command + " " + option).strip());
            assertThat(answer.out()).containsExactly("Vigil " + Version.NUMBER);
            assertThat(answer.status()).isZero();
            assertThat(answer.err()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "--weight 700 --concentration 5, weight 700 kg",
                "--weight 0 --concentration 5, weight 0 kg",
                "--weight seventy --concentration 5, 'seventy' is not a number",
                "--weight 7e1 --concentration 5, '7e1' is not a number",
                "--weight 70 --concentration 0, concentration mg/mL 0",
                "--weight 70 --concentration -1, concentration mg/mL -1",
                "--weight 70 --concentration 5000, concentration mg/mL 5000",
                "--weight 70, --weight and --concentration go together",
                "--concentration 5, --weight and --concentration go together",
                "--hours 0, --hours 0",
                "--hours -1, --hours -1",
                "--hours 1001, --hours 1001",
                "--pump x, --pump",
                "--colour red, --colour",
            })
    void aWrongArgumentOfRecordIsOneLineThatNamesItAndStatus2(String arguments, String named) {
        assertWrong(ask(RECORD + arguments), named);
        assertThat(Path.of("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "record --port tcp://127.0.0.1:4001, --pump",
        "record --pump bcc --port ttyUSB0, ttyUSB0",
        "record --pump bcc --port tcp://127.0.0.1, tcp://127.0.0.1",
        "record --pump bcc --port tcp://127.0.0.1:70000, 70000",
        "record --pump bdd --port tcp://127.0.0.1:4001, bdd",
        "ports --probe --baud 100, baud rate 100",
        "ports --probe --parity mark, mark",
        "ports --baud 9600, --probe",
        "rebuild --key k, --key goes with --from",
        "rebuild --purge-before 2026-01-01, --by",
        "rebuild --purge-before soon --by A --reason B, --purge-before",
        "simulate --pump bcc, --pty",
        "simulate --pump bdd --pty, bdd",
        "simulate --pump bcc --listen 4001, 4001",
        "simulate --pump bcc --listen tcp://127.0.0.1:70000, 70000",
        "record --pump bcc --port /dev/ttyUSB0 --baud 100, baud rate 100",
        "record --pump bcc --port /dev/ttyUSB0 --baud fast, fast",
        "record --pump bcc --port /dev/ttyUSB0 --data-bits 9, data bits 9",
        "record --pump bcc --port /dev/ttyUSB0 --parity mark, mark",
        "record --pump bcc --port /dev/ttyUSB0 --stop-bits 3, stop bits 3",
        "record --pump bcc --port tcp://127.0.0.1:4001 --baud 9600, have no effect at tcp://127.0.0.1:4001",
        "simulate --pump bcc --listen rfc2217://127.0.0.1:4001, rfc2217",
        "simulate --pump bcc --pty --alarm nothing@3, nothing",
        "simulate --pump bcc --pty --alarm occlusion, occlusion",
        "simulate --pump bcc --pty --fault nothing@3, nothing@3",
        "simulate --pump bcc --pty --event dance@3, dance",
        "simulate --pump bcc --pty --accuracy 11, --accuracy 11",
        "simulate --pump bcc --pty --ramp 601, ramp 601",
        "simulate --pump fresenius --pty --fault wrong-unit@3, wrong-unit",
        "simulate --pump bcc --pty --speed 0, --speed 0",
        "simulate --pump bcc --pty --speed fast, fast",
        "simulate --pump bcc --pty --rate 10000, 10000",
        "simulate --pump bcc --pty --syringe -1, -1",
        "demo --headless --scenario nothing, nothing",
        "demo --headless --scenario ../secret, ../secret",
        "demo --headless --speed 0, --speed 0",
        "export --session s1 --format doc --out x, doc",
        "export --format pdf --out x, --session",
        "export --session s1 --format hl7 --out x --document letter, letter",
        "export --session s1 --format fhir --out x --document session-report, fhir",
        "export --session s1 --format csv --out x --document gp-letter, csv",
        "export --session s1 --format hl7 --out x --send nowhere, nowhere",
        "export --session s1 --format hl7 --out x --send localhost:70000, 70000",
        "export --session s1 --format pdf --out x --send localhost:2575, --send",
        "sing, sing",
    })
    void aWrongArgumentIsOneLineThatNamesItAndStatus2(String arguments, String named) {
        assertWrong(ask(arguments), named);
    }

    private static void assertWrong(Answer answer, String named) {
        assertThat(answer.err())
                .singleElement()
                .asString()
                .startsWith("vigil: ")
                .contains(named);
        assertThat(answer.err().getFirst()).doesNotContain("java.", "Error:");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sessions",
                "verify",
                "rebuild",
                "export --session s-1 --format csv --out x.csv",
                "handover --session s-1 --out x.pdf"
            })
    void aCommandThatReadsTellsThatTheDirectoryIsMissingAndMakesNone(String command) {
        Path missing = dir.resolve("missing");
        assertFailed(ask(command + " --data " + missing), missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void anUnknownSessionIsNamed() throws Exception {
        assertFailed(
                ask("export --session s-unknown --format csv --out %s --data %s".formatted(dir.resolve("x"), data())),
                "s-unknown");
        assertThat(dir.resolve("x")).doesNotExist();
    }

    @Test
    void anExportOntoAFileThatIsThereLeavesItAsItIs() throws Exception {
        Path file = Files.writeString(dir.resolve("kept.csv"), "kept");
        assertFailed(
                ask("export --session s-test1 --format csv --out %s --data %s".formatted(file, data())),
                file.toString());
        assertThat(file).hasContent("kept");
    }

    @ParameterizedTest
    @CsvSource({
        "session-report, pdf, %PDF-",
        "session-report, csv, PK",
        "gp-letter, pdf, %PDF-",
        "observation-record, hl7, MSH|",
        "observation-record, fhir, {"
    })
    void aDocumentIsWrittenInItsFormat(String document, String format, String beginning) throws Exception {
        Path file = dir.resolve("document");

        Answer answer = ask("export --session s-test1 --document %s --format %s --out %s --data %s"
                .formatted(document, format, file, data()));

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).startsWith(beginning);
    }

    @Test
    void messagesThatNobodyTakesAreInTheFileAllTheSame() throws Exception {
        Path file = dir.resolve("messages.hl7");
        int nobody;
        try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
            nobody = free.getLocalPort();
        }

        assertFailed(
                ask("export --session s-test1 --format hl7 --out %s --send 127.0.0.1:%d --data %s"
                        .formatted(file, nobody, data())),
                "0 messages acknowledged by 127.0.0.1:" + nobody);
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aFileWhereTheDirectoryShouldBeIsNamed() throws Exception {
        Path file = Files.createFile(dir.resolve("file"));
        assertFailed(ask(RECORD.replace("nowhere", file.toString())), file.toString());
    }

    @Test
    void aPlaceWhereNoDirectoryCanBeMadeIsNamed() {
        assertFailed(ask(RECORD.replace("nowhere", "/proc/vigil")), "/proc/vigil");
    }

    @Test
    void aFolderThatNoDemoMadeIsRefusedAndLeftAlone() throws Exception {
        Path data = Files.createDirectories(dir.resolve("out").resolve("data"));
        Files.writeString(data.resolve("precious"), "kept");
        assertFailed(ask("demo --headless --scenario first-hour --out " + dir.resolve("out")), data.toString());
        try (var files = Files.walk(dir.resolve("out"))) {
            assertThat(files).containsExactlyInAnyOrder(dir.resolve("out"), data, data.resolve("precious"));
        }
        assertThat(data.resolve("precious")).hasContent("kept");
    }

    @Test
    void sessionsListsWhatIsThere() throws Exception {
        Answer answer = ask("sessions --data " + data());
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).singleElement().asString().startsWith("s-test1  opened 2026-03-02 09:00 +11:00");
    }

    @Test
    void aDirectoryWithoutSessionsSaysSo() throws Exception {
        Path empty = Files.createDirectory(dir.resolve("empty"));
        assertThat(ask("sessions --data " + empty).out()).containsExactly("No session in " + empty);
    }

    private static void assertFailed(Answer answer, String named) {
        assertThat(answer.err())
                .singleElement()
                .asString()
                .startsWith("vigil: ")
                .contains(named);
        assertThat(answer.err().getFirst()).doesNotContain("java.", "Exception");
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void theSelfTestHasOneLineForEachPartAndLeavesTheRecordAlone() throws Exception {
        Answer answer = ask("self-test --data " + dir);
        assertThat(answer.out())
                .extracting(line -> line.substring(0, 17).strip())
                .containsExactly("display", "sound", "disk", "printer", "serial permission", "clock");
        boolean failed = answer.out().stream()
                .anyMatch(line -> line.substring(19, 26).strip().equals("failed"));
        assertThat(answer.status()).isEqualTo(failed ? 1 : 0);
        assertThat(answer.err()).isEmpty();
        assertThat(dir.resolve("vigil.lock")).doesNotExist();
    }

    @Test
    void theSelfTestAsJsonIsOneObject() throws Exception {
        Answer answer = ask("self-test --json --data " + dir);
        JsonNode told = new ObjectMapper().readTree(String.join("\n", answer.out()));
        assertThat(told.get("version").asText()).isEqualTo(Version.NUMBER);
        assertThat(told.get("passed").asBoolean()).isEqualTo(answer.status() == 0);
        assertThat(told.get("checks")).hasSize(6);
        assertThat(told.get("checks").get(4).get("part").asText()).isEqualTo("serial-permission");
        assertThat(told.get("checks").get(4).get("verdict").asText()).isIn("ok", "warning", "failed");
        assertThat(told.get("checks").get(4).get("found").asText()).isNotBlank();
    }

    /** A data directory with one opened session {@code s-test1}. */
    private Path data() throws Exception {
        Path data = dir.resolve("data");
        try (Bedside bedside = Bedside.open(data)) {
            Openings.opened("s-test1")
                    .forEach(event -> assertThat(bedside.accept(event)).isEmpty());
        }
        return data;
    }

    @Test
    void whatIsWrittenWithSpacesIsOneArgument() {
        List<String> arguments = new ArrayList<>(
                List.of("sessions", "--data", dir.resolve("no such place").toString()));
        assertFailed(ask(arguments), "no such place");
    }
}
