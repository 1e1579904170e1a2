package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import vigil.keys.KeyFile;

/** A command that reads a record finds none: it says so in one line and leaves the folder as it was, byte for byte. */
class NoRecordTest {
    @TempDir
    Path dir;

    private Path data;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    static Stream<String> readingCommands() {
        return Stream.of(
                "sessions",
                "verify",
                "rebuild",
                "rebuild --lock-key",
                "rebuild --unlock-key",
                "rebuild --renew-key --by A --reason B",
                "rebuild --purge-before 2026-01-01 --by A --reason B",
                "export --session s-1 --format csv --out OUT",
                "export --session s-1 --format pdf --document session-report --out OUT",
                "export --session s-1 --format csv --document patient-record --out OUT",
                "handover --session s-1 --out OUT",
                "hl7");
    }

    @BeforeEach
    void makeFolder() throws IOException {
        data = Files.createDirectory(dir.resolve("data"));
    }

    private int ask(String command) {
        CommandLine commands = Commands.all(new Wiring());
        commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String line = command.replace("OUT", dir.resolve("out").toString()) + " --data " + data;
        return commands.execute(line.split(" "));
    }

    /** Names and content of everything in the folder. */
    private Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                content.put(file.toString(), Files.isDirectory(file) ? "folder" : text(file));
            }
        }
        return content;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private void assertToldAndLeft(String command) throws IOException {
        Map<String, String> before = content();

        int status = ask(command);

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines())
                .containsExactly(
                        "vigil: %s: there is no record in this folder; give the right one with --data".formatted(data));
        assertThat(out.toString()).isEmpty();
        assertThat(content()).isEqualTo(before);
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void anEmptyFolderIsToldAndLeftEmpty(String command) throws Exception {
        assertToldAndLeft(command);
        assertThat(data).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void aFolderOfOtherFilesIsToldAndLeftAsItWas(String command) throws Exception {
        Files.writeString(data.resolve("vigil.properties"), "locale=de");
        Files.writeString(data.resolve("holiday.jpg"), "no record");
        assertToldAndLeft(command);
    }

    @ParameterizedTest
    @MethodSource("readingCommands")
    void aKeyAloneIsNoRecordAndStaysAsItIs(String command) throws Exception {
        KeyFile.in(data);
        assertToldAndLeft(command);
    }
}
