package vigil.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class LanguageOptionTest {
    @TempDir
    Path dir;

    @Command
    private static final class Asked {
        @Mixin
        private LanguageOption language = new LanguageOption();
    }

    private Locale languageOf(String... arguments) throws Exception {
        Asked asked = new Asked();
        new CommandLine(asked).parseArgs(arguments);
        return asked.language.words(dir).locale();
    }

    @Test
    void printsAreInTheLanguageOfTheSite() throws Exception {
        Files.writeString(dir.resolve("vigil.properties"), "language = de\n");
        assertThat(languageOf()).isEqualTo(Locale.GERMAN);
    }

    @Test
    void withoutSettingsTheyAreInEnglish() throws Exception {
        assertThat(languageOf()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void theCommandLineDecidesWhereItNamesOne() throws Exception {
        Files.writeString(dir.resolve("vigil.properties"), "language = de\n");
        assertThat(languageOf("--language", "en")).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void anotherLanguageIsRefused() {
        assertThatThrownBy(() -> languageOf("--language", "fr")).hasMessageContaining("--language");
    }
}
