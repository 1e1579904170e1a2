package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.look.Theme;

/**
 * The screens in the guides are those of this build. Where a view is meant to look otherwise, {@code -Dvigil.golden.write=true}
 * draws them anew, as with {@link GoldenTest}.
 */
class GuidePicturesTest {
    private static final Path GUIDES = Path.of("../docs/images");
    private static final String SIZE = "1280x800";

    private final Map<String, BufferedImage> drawn = new TreeMap<>();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    @Test
    void theScreensInTheGuidesAreThoseOfThisBuild() throws IOException {
        bedside("bedside-light", Theme.LIGHT, Samples.calm());
        bedside("bedside-dark", Theme.DARK, Samples.calm());
        bedside("bedside-alarm", Theme.DARK, Samples.alarming());
        observations();
        wire(Theme.LIGHT);
        wire(Theme.DARK);
        order();
        if (Boolean.getBoolean("vigil.golden.write")) {
            write();
        }
        Map<String, Golden.Verdict> verdicts = new TreeMap<>();
        drawn.forEach((name, picture) -> verdicts.put(name, new Golden(file(name)).compareForPeople(picture)));
        assertThat(verdicts.values()).as("%s", verdicts).hasSize(7).hasOnlyElementsOfType(Golden.Verdict.Alike.class);
    }

    private void bedside(String name, Theme theme, Snapshot state) throws IOException {
        new ViewsGallery.Console(SIZE, theme, Locale.ENGLISH)
                .show(state, View.BEDSIDE)
                .write(keeping(name), name);
    }

    /** The first half of a set, as after six seconds. */
    private void observations() throws IOException {
        ViewsGallery.Console console = new ViewsGallery.Console(SIZE, Theme.DARK, Locale.ENGLISH);
        console.show(Samples.calm(), View.OBSERVE).type("015970").enter();
        console.fire("#rest-S").fire("#rest-D").write(keeping("observe-dark"), "");
    }

    private void wire(Theme theme) throws IOException {
        String name = "wire-" + theme.name().toLowerCase(Locale.ROOT);
        new ViewsGallery.Console(SIZE, theme, Locale.ENGLISH)
                .wire(WireSamples.sight(300))
                .show(Samples.calm(), View.LINE)
                .write(keeping(name), name);
    }

    private void order() throws IOException {
        Album all = (name, scene) -> {
            if (name.startsWith("setup-order")) {
                keep("set-up-light", scene);
            }
        };
        SetUpGallery.draw(all, SIZE, Theme.LIGHT, Locale.ENGLISH);
    }

    private Album keeping(String name) {
        return (_, scene) -> keep(name, scene);
    }

    private void keep(String name, Scene scene) {
        BufferedImage image =
                new BufferedImage((int) scene.getWidth(), (int) scene.getHeight(), BufferedImage.TYPE_INT_RGB);
        drawn.put(name, SwingFXUtils.fromFXImage(scene.snapshot(null), image));
    }

    private static Path file(String name) {
        return GUIDES.resolve(name + ".png");
    }

    private void write() throws IOException {
        for (Map.Entry<String, BufferedImage> picture : drawn.entrySet()) {
            new Golden(file(picture.getKey())).writeForPeople(picture.getValue());
        }
    }
}
