package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.station.Opened;
import vigil.ui.station.StationActions;
import vigil.ui.station.WardSamples;

/** The station as it stands on the wall. */
class StationPaneTest {
    private final List<String> asked = new ArrayList<>();

    @BeforeAll
    static void startToolkit() throws IOException {
        Picture.startHeadless();
    }

    private final class Noting implements StationActions {
        @Override
        public void open(String room) {
            asked.add("open " + room);
        }

        @Override
        public void leave() {
            asked.add("leave");
        }

        @Override
        public void pauseSound() {
            asked.add("pause");
        }

        @Override
        public void print(Consumer<String> answer) {
            answer.accept("printed");
        }
    }

    private <T> T on(int rooms, Function<StationPane, T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            StationPane pane = new StationPane(Words.of(Locale.of("en", "AU")), Theme.DARK, new Noting());
            Scene scene = new Scene(pane, 1920, 1080);
            assertThat(scene.getRoot()).isEqualTo(pane);
            pane.show(WardSamples.ward(rooms));
            layOut(pane);
            return look.apply(pane);
        });
    }

    private static void layOut(StationPane pane) {
        for (int i = 0; i < 3; i++) {
            pane.applyCss();
            pane.layout();
        }
    }

    private Set<String> seen(int rooms, String selector) {
        return on(rooms, pane -> texts(pane, selector));
    }

    private static Set<String> texts(StationPane pane, String selector) {
        return pane.lookupAll(selector).stream()
                .filter(node -> node.localToScene(node.getBoundsInLocal()).getWidth() > 4)
                .map(Label.class::cast)
                .map(Label::getText)
                .collect(Collectors.toSet());
    }

    @Test
    void everyTileNamesItsRoomInEitherSize() {
        assertThat(seen(12, ".station-tile .station-tile-room")).hasSize(12).contains("12", "2");
        assertThat(seen(60, ".station-tile .station-tile-room")).hasSize(60).contains("12", "63");
    }

    @Test
    void theMostUrgentRoomStandsAboveInLettersOfNineMillimetresAndMore() {
        // A 27-inch wall screen of 1920 × 1080 has 0.311 mm a pixel; digits are 0.698 em high.
        assertThat(seen(60, ".strip-room")).containsExactly("12");
        double digits =
                on(60, pane -> ((Label) pane.lookup(".strip-room")).getFont().getSize()) * 0.698 * 0.311;
        assertThat(digits).isGreaterThan(9);
    }

    @Test
    void itSaysThatItIsSecondary() {
        assertThat(seen(4, "#station-secondary"))
                .containsExactly("Secondary view. The pump and the bedside console come first.");
    }

    @Test
    void aRoomIsOpenedReadAndLeftAndNothingInItCanBePressed() {
        List<Boolean> seen = on(12, pane -> {
            ((Button) pane.lookup("#tile-12")).fire();
            pane.show(WardSamples.ward(12)
                    .with(Optional.of(new Opened("12", 9, Optional.of(Samples.alarming()), Optional.empty()))));
            layOut(pane);
            Node acknowledge = pane.lookup("#acknowledge");
            boolean inert = acknowledge.isDisabled() && !acknowledge.isVisible();
            boolean full = pane.lookup("#patient").getOpacity() == 1;
            ((Button) pane.lookup("#room-back")).fire();
            return List.of(inert, full, pane.lookup("#room") == null);
        });
        assertThat(seen).containsExactly(true, true, true);
        assertThat(asked).containsExactly("open 12", "leave");
    }

    @Test
    @Tag("G6")
    void aStationThatHearsNothingSaysSoByItselfWithinFourSeconds() {
        Set<String> before = on(4, pane -> {
            pane.beat(11);
            return texts(pane, ".strip-title");
        });
        Set<String> after = on(4, pane -> {
            pane.beat(13);
            layOut(pane);
            return texts(pane, ".strip-title");
        });
        assertThat(before).containsExactly("Dose above maximum");
        assertThat(after).containsExactly("This station sees nothing");
    }
}
