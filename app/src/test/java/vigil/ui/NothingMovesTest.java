package vigil.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/**
 * Motion is as reduced as it can be, for everybody: nothing moves but the flash of an alarm, which has to, and what changes
 * because a value has changed. So there is no setting for it. One clock makes the flash, on a thread of its own.
 */
@AnalyzeClasses(packages = "vigil", importOptions = DoNotIncludeTests.class)
class NothingMovesTest {
    private static final int BEATS_OF_EVERY_FLASH = 8;

    @ArchTest
    static final ArchRule nothingIsAnimated =
            noClasses().should().dependOnClassesThat().resideInAPackage("javafx.animation..");

    @ArchTest
    static final ArchRule nothingFadesInOrOut = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.controlsfx.control.PopOver")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.controlsfx.control.HiddenSidesPane")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.scene.control.Accordion");

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @Test
    void withoutAnAlarmNoBeatChangesAPixelOfAnyView() {
        List<String> moved = Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.SMALL);
            return List.of(View.values()).stream()
                    .filter(view -> {
                        Consoles.show(console, view, Samples.calm());
                        // A caret blinks where one types.
                        console.requestFocus();
                        WritableImage before = console.getScene().snapshot(null);
                        for (int beat = 0; beat < BEATS_OF_EVERY_FLASH; beat++) {
                            console.beat(1);
                        }
                        return !same(before, console.getScene().snapshot(null));
                    })
                    .map(View::name)
                    .toList();
        });
        assertThat(moved).isEmpty();
    }

    @Test
    void theFlashOfAnAlarmMoves() {
        boolean moved = Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.SMALL);
            Consoles.show(console, View.BEDSIDE, Samples.alarming());
            WritableImage before = console.getScene().snapshot(null);
            console.beat(1);
            return !same(before, console.getScene().snapshot(null));
        });
        assertThat(moved).isTrue();
    }

    @Test
    void noProgressIsShownAsAMovementWithoutAnEnd() {
        List<String> endless = Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(Theme.DARK, Locale.ENGLISH, Size.NORMAL);
            return List.of(View.values()).stream()
                    .flatMap(view -> {
                        Consoles.show(console, view, Samples.calm());
                        return Consoles.visible(console);
                    })
                    .filter(ProgressIndicator.class::isInstance)
                    .map(ProgressIndicator.class::cast)
                    .filter(ProgressIndicator::isIndeterminate)
                    .map(Objects::toString)
                    .toList();
        });
        assertThat(endless).isEmpty();
    }

    private static boolean same(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                if (a.getArgb(x, y) != b.getArgb(x, y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
