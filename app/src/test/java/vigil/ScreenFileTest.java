package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vigil.look.Theme;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Lighting;

class ScreenFileTest {
    private static final Appearance SITE = Appearance.of(Appearance.ENGLISH, Theme.DARK);

    @TempDir
    Path dir;

    @Test
    void whatWasChosenStandsAtTheNextStart() {
        Appearance chosen = new Appearance(Appearance.GERMAN, Lighting.BY_TIME, 150);
        new ScreenFile(dir).write(SITE);
        new ScreenFile(dir).write(chosen);

        assertThat(new ScreenFile(dir).read(SITE)).isEqualTo(chosen);
    }

    @Test
    void beforeAnyChoiceTheSiteDecides() {
        assertThat(new ScreenFile(dir).read(SITE)).isEqualTo(SITE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "language = de",
                "lighting = purple\nscale = 100",
                "lighting = dark\nscale = 5000",
                "lighting = dark\nscale = many",
                "\\u00zz"
            })
    void aFileThatMakesNoSenseCostsALookAndNoStart(String text) throws IOException {
        Files.writeString(dir.resolve(ScreenFile.FILE), text);

        assertThat(new ScreenFile(dir).read(SITE)).isEqualTo(SITE);
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        new ScreenFile(dir).write(SITE);

        try (Stream<Path> files = Files.list(dir)) {
            assertThat(files).containsExactly(dir.resolve(ScreenFile.FILE));
        }
    }

    @Test
    void aFolderThatIsGoneStopsNothing() throws IOException {
        Path gone = Files.createDirectory(dir.resolve("gone"));
        ScreenFile file = new ScreenFile(gone);
        Files.delete(gone);
        file.write(SITE);

        assertThat(file.read(SITE)).isEqualTo(SITE);
    }
}
