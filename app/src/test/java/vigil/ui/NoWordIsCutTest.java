package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.look.Theme;
import vigil.ui.settings.Appearance;
import vigil.ui.settings.Lighting;

/** Everything the galleries show, in every size and language: no words end in dots because there is no room for them. */
class NoWordIsCutTest {
    /**
     * Where words may be cut: raw bytes of a frame, of any length; in the list of the alarm log who acknowledged, which the
     * chosen line beside it says in full; in a replay the frame, which has less room and says the same live.
     */
    private static final Set<String> MAY_BE_CUT = Set.of("wire-list", "alarmlog-rows", "replay");

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    /** Collects what is cut. */
    private static final class Looking implements Album {
        private final Set<String> cut = new TreeSet<>();

        @Override
        public void take(String name, Scene scene) {
            Consoles.visible(scene.getRoot())
                    .filter(Labeled.class::isInstance)
                    .map(Labeled.class::cast)
                    .filter(NoWordIsCutTest::isCut)
                    .forEach(labeled -> cut.add(name + ": " + place(labeled) + " " + labeled.getText()));
        }
    }

    private static String place(Labeled labeled) {
        List<String> ids = new ArrayList<>();
        for (Node node : Consoles.line(labeled)) {
            if (node.getId() != null) {
                ids.add("#" + node.getId());
            }
        }
        return String.join(" < ", ids);
    }

    private static boolean isCut(Labeled labeled) {
        return !mayBeCut(labeled)
                && ownText(labeled).anyMatch(shown -> !shown.getText().equals(labeled.getText()));
    }

    private static boolean mayBeCut(Labeled labeled) {
        return Consoles.line(labeled).stream()
                .anyMatch(node -> node.getId() != null && MAY_BE_CUT.contains(node.getId()));
    }

    /** The text of the label itself, not of what stands in it as a picture. */
    private static Stream<Text> ownText(Labeled labeled) {
        return labeled.getText() == null || labeled.getText().isEmpty()
                ? Stream.empty()
                : labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .filter(Node::isVisible);
    }

    /** 1280x720 is what a screen of 1920x1080 shows at 150 %. */
    @ParameterizedTest
    @CsvSource({
        "1280x800,en,DARK",
        "1280x800,de,LIGHT",
        "1024x600,en,LIGHT",
        "1024x600,de,DARK",
        "1280x720,en,DARK",
        "1280x720,de,LIGHT",
    })
    void noWordIsCut(String size, String language, Theme theme) throws IOException {
        Locale locale = language.equals("de") ? Appearance.GERMAN : Appearance.ENGLISH;
        Looking looking = new Looking();
        ViewsGallery.draw(looking, new ViewsGallery.Console(size, theme, locale));
        FlowsGallery.draw(looking, size, theme, locale);
        RecordGallery.draw(looking, size, theme, locale);
        PeopleGallery.draw(looking, size, theme, locale);
        SettingsGallery.draw(looking, size, new Appearance(locale, Lighting.of(theme), 100));
        SetUpGallery.draw(looking, size, theme, locale);
        SetUpGallery.drawCourse(looking, size, theme, locale);
        assertThat(looking.cut).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1280x800,en,DARK",
        "1280x800,de,LIGHT",
        "1024x600,en,LIGHT",
        "1024x600,de,DARK",
        "1280x720,en,DARK",
        "1280x720,de,LIGHT",
    })
    void noWordIsCutOfWardReceiverAndSound(String size, String language, Theme theme) throws IOException {
        Locale locale = language.equals("de") ? Appearance.GERMAN : Appearance.ENGLISH;
        Looking looking = new Looking();
        Hl7Gallery.draw(looking, size, theme, locale);
        SoundGallery.draw(looking, size, theme, locale);
        assertThat(looking.cut).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,en,DARK", "1,de,LIGHT", "1.5,en,LIGHT", "1.5,de,DARK"})
    void noWordIsCutAtTheStationOfUpTo24Rooms(double scale, String language, Theme theme) throws IOException {
        Looking looking = new Looking();
        StationGallery.draw(looking, scale, theme, language.equals("de") ? Appearance.GERMAN : Appearance.ENGLISH);
        assertThat(looking.cut).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en,DARK", "de,LIGHT"})
    void noWordIsCutAtTheStationOf60Rooms(String language, Theme theme) throws IOException {
        Looking looking = new Looking();
        StationGallery.drawSixty(looking, theme, language.equals("de") ? Appearance.GERMAN : Appearance.ENGLISH);
        assertThat(looking.cut).isEmpty();
    }
}
