package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.ui.Consoles.Size;

/**
 * Every view in both themes and three sizes looks as it did when somebody last looked at it. Where it is meant to look
 * otherwise, {@code mvn test -pl app -am -Dtest=GoldenTest -Dsurefire.failIfNoSpecifiedTests=false -Dvigil.golden.write=true}
 * draws the pictures anew: look at each of them before it is kept. A failure leaves the picture as it is now, and one in
 * which every pixel that differs is magenta, in {@code app/target/golden}.
 */
class GoldenTest {
    private static final Path KEPT = Path.of("src/test/resources/vigil/ui/golden");
    private static final Path FAILED = Path.of("target/golden");
    private static final long MOST_BYTES = 4L << 20;
    private static final String HOW = "draw it with -Dvigil.golden.write=true, look at it, and keep it";

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    static Stream<Arguments> pictures() {
        return Arrays.stream(View.values())
                .flatMap(view -> Arrays.stream(Theme.values())
                        .flatMap(theme -> Size.ALL.stream().map(size -> Arguments.of(view, theme, size))));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theViewLooksAsItDid(View view, Theme theme, Size size) throws IOException {
        String name =
                String.join("-", view.name(), theme.name(), size.toString()).toLowerCase(Locale.ROOT);
        Golden golden = new Golden(KEPT.resolve(name + ".png"));
        BufferedImage drawn = drawn(view, theme, size, Samples.calm());
        if (Boolean.getBoolean("vigil.golden.write")) {
            golden.write(drawn);
        }
        assertThat(golden.file()).as("%s: %s", name, HOW).exists();
        switch (golden.compare(drawn)) {
            case Golden.Verdict.Alike _ -> {}
            case Golden.Verdict.Different it -> {
                Files.createDirectories(FAILED);
                ImageIO.write(drawn, "png", FAILED.resolve(name + "-now.png").toFile());
                ImageIO.write(
                        it.shown(),
                        "png",
                        FAILED.resolve(name + "-difference.png").toFile());
                fail("%s: %s; see %s. If it is meant to: %s".formatted(name, it.how(), FAILED, HOW));
            }
        }
    }

    @Test
    void aViewThatLooksOtherwiseIsNoticed() throws IOException {
        Path file = Files.createTempFile("golden", ".png");
        try {
            Golden golden = new Golden(file);
            golden.write(drawn(View.BEDSIDE, Theme.DARK, Size.NORMAL, Samples.calm()));

            assertThat(golden.compare(drawn(View.BEDSIDE, Theme.DARK, Size.NORMAL, Samples.calm())))
                    .isInstanceOf(Golden.Verdict.Alike.class);
            assertThat(golden.compare(drawn(View.BEDSIDE, Theme.DARK, Size.NORMAL, dimmed())))
                    .isInstanceOf(Golden.Verdict.Different.class);
        } finally {
            Files.delete(file);
        }
    }

    /** Another figure in one row of small print. */
    private static Snapshot dimmed() {
        Samples.Builder other = new Samples.Builder();
        other.dose = Samples.dose("7", "1.85", false);
        return other.build();
    }

    @Test
    void thePicturesTogetherStaySmall() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            List<Path> kept = files.toList();
            long bytes = 0;
            for (Path file : kept) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }

    private static BufferedImage drawn(View view, Theme theme, Size size, Snapshot state) {
        return Consoles.onFx(() -> {
            ConsolePane console = Consoles.open(theme, Locale.ENGLISH, size);
            Consoles.show(console, view, state);
            SnapshotParameters enlarged = new SnapshotParameters();
            enlarged.setTransform(Transform.scale(size.scale(), size.scale()));
            enlarged.setFill(Color.BLACK);
            int width = (int) (size.width() * size.scale());
            int height = (int) (size.height() * size.scale());
            WritableImage picture = console.snapshot(enlarged, new WritableImage(width, height));
            return SwingFXUtils.fromFXImage(picture, new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
        });
    }
}
