package vigil.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
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
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.ui.history.Archive;
import vigil.ui.station.Opened;
import vigil.ui.station.StationActions;
import vigil.ui.station.WardSamples;

/** The station as it stands on the wall. */
class StationPaneTest {
    private final List<String> asked = new ArrayList<>();
    private final RecordSamples record = new RecordSamples();

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
        public Archive past(String room) {
            return record;
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

    @Test
    void whatIsPastInARoomIsLookedAtUnderItsAlarmsOfNowAndLeftAgain() {
        Snapshot now = Samples.alarming();
        StationPane pane = on(12, it -> {
            ((Button) it.lookup("#tile-12")).fire();
            it.show(WardSamples.ward(12).with(Optional.of(new Opened("12", 9, Optional.of(now), Optional.empty()))));
            ((Button) it.lookup("#room-past")).fire();
            return it;
        });
        WaitForAsyncUtils.waitForFxEvents();
        List<Boolean> past = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            layOut(pane);
            Node alarms = pane.lookup("#alarm-region");
            return List.of(
                    pane.lookup("#replay") != null,
                    pane.lookup("#replay-slider").isDisabled(),
                    pane.lookup("#replay-end").isVisible()
                            && pane.lookup("#replay-play").isVisible(),
                    alarms != null && alarms.isVisible(),
                    pane.lookup("#acknowledge").isDisabled(),
                    pane.lookup("#room-past").isVisible());
        });
        assertThat(past).containsExactly(true, false, true, true, true, false);
        assertThat(record.replayed).containsExactly(now.sessionId().orElseThrow());
        assertThat(record.sought).containsExactly(Duration.ofHours(38));

        List<Boolean> back = WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            ((Button) pane.lookup("#replay-end")).fire();
            layOut(pane);
            return List.of(
                    pane.lookup("#replay") == null, pane.lookup("#room-past").isVisible());
        });
        assertThat(back).containsExactly(true, true);
    }

    @Test
    void theUnitOfADoseStandsWithinItsTileHoweverManyRoomsThereAre() {
        for (int rooms : new int[] {1, 3, 8, 12, 24, 40, 60}) {
            List<Double> beyond = on(
                    rooms,
                    pane -> pane.lookupAll(".station-tile").stream()
                            .flatMap(tile -> tile.lookupAll(".station-tile-unit").stream()
                                    .filter(Node::isVisible)
                                    .map(unit -> right(unit) - right(tile)))
                            .toList());
            assertThat(beyond).as("%d rooms", rooms).isNotEmpty().allMatch(it -> it < -4);
        }
    }

    private static double right(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMaxX();
    }
}
