package vigil.ui.station;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import vigil.ui.attention.FlashClock;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The whole ward on one screen. Belongs to the JavaFX thread. */
public final class StationView extends BorderPane {
    private final Phrases phrases;
    private final StationActions actions;
    private final StationHead head;
    private final TileGrid grid;
    private final DueList due;
    private final Map<Filter, ToggleButton> filters = new EnumMap<>(Filter.class);
    private final ToggleButton list;
    private final Button printing;
    private final Label page = Texts.firm("small", "soft");
    private final Label said = Texts.label("small", "soft");
    private Filter filter = Filter.ALL;
    private int wanted = 1;
    private boolean named;
    private FlashClock clock = new FlashClock(0);
    private Optional<StationSight> shown = Optional.empty();

    public StationView(Phrases phrases, StationActions actions) {
        this.phrases = phrases;
        this.actions = actions;
        getStyleClass().add("station");
        setId("station");
        for (Filter each : Filter.values()) {
            filters.put(each, toggle("station.filter." + each.name(), _ -> choose(each)));
        }
        Arrows.choose(List.copyOf(filters.values()));
        list = toggle("station.due-list", this::list);
        list.setId("station-list");
        printing = button("station.print", this::print);
        printing.setId("station-print");
        head = new StationHead(
                phrases,
                Stream.<Node>concat(filters.values().stream(), Stream.of(list, printing))
                        .toList());
        grid = new TileGrid(actions::open);
        due = new DueList(phrases, actions::open);
        StackPane body = new StackPane(grid, due);
        body.getStyleClass().add("station-body");
        body.setMinSize(0, 0);
        setTop(head);
        setCenter(body);
        setBottom(foot());
        Texts.present(due, false);
        mark();
    }

    private ToggleButton toggle(String key, Consumer<ToggleButton> chosen) {
        ToggleButton toggle = new ToggleButton(phrases.text(key));
        toggle.getStyleClass().setAll("button", "station-choice");
        toggle.setMinSize(USE_PREF_SIZE, 48);
        toggle.setOnAction(_ -> chosen.accept(toggle));
        return toggle;
    }

    private Button button(String key, Runnable pressed) {
        Button button = new Button(phrases.text(key));
        button.getStyleClass().setAll("button", "station-choice");
        button.setMinSize(USE_PREF_SIZE, 48);
        button.setOnAction(_ -> pressed.run());
        return button;
    }

    private HBox foot() {
        Label safety = Texts.firm("safety");
        safety.setText(phrases.text("safety"));
        Label keys = Texts.label("soft");
        keys.setText(phrases.text("station.keys"));
        HBox foot = new HBox(24, safety, Texts.spacer(), said, page, keys);
        foot.getStyleClass().add("footer");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.setMinHeight(40);
        return foot;
    }

    /** Shows the ward as it is now. */
    public void show(StationSight sight) {
        shown = Optional.of(sight);
        StationModel model = StationModel.of(sight, filter, wanted, phrases);
        wanted = model.page();
        head.show(model, phrases);
        grid.show(model.tiles(), named);
        due.show(sight, phrases);
        page.setText(
                model.pages() > 1
                        ? phrases.text("station.page", Integer.toString(model.page()), Integer.toString(model.pages()))
                        : "");
    }

    /** Shows only such rooms; the strip above still names the most urgent of all. */
    public void choose(Filter next) {
        filter = next;
        wanted = 1;
        mark();
        again();
    }

    private void mark() {
        filters.forEach((each, toggle) -> toggle.setSelected(each == filter));
    }

    private void list(ToggleButton toggle) {
        Texts.present(due, toggle.isSelected());
        Texts.present(grid, !toggle.isSelected());
    }

    private void print() {
        said.setText(phrases.text("station.printing"));
        actions.print(said::setText);
    }

    /** The next page of rooms, or the one before. */
    public void turn(int pages) {
        wanted += pages;
        again();
    }

    /** Names on the tiles, or none: a wall is read by visitors, too. */
    public void switchNames() {
        named = !named;
        again();
    }

    private void again() {
        shown.ifPresent(this::show);
    }

    /** So many beats of the flash clock have passed. */
    public void beat(int beats) {
        clock = clock.after(beats);
        head.flash(clock);
        grid.flash(clock);
    }

    /** The sight that stands on the screen, for its tests. */
    List<String> rooms() {
        return shown.map(sight -> StationModel.of(sight, filter, wanted, phrases).tiles().stream()
                        .map(TileModel::room)
                        .toList())
                .orElse(List.of());
    }
}
