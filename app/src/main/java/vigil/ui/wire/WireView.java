package vigil.ui.wire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.pump.LinkCounters;
import vigil.ui.parts.Density;
import vigil.ui.parts.Figure;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * The wire view: how the pump is connected and why not, what is counted, and the last of what passed over the line, until
 * a person holds it still. Belongs to the JavaFX thread.
 */
public final class WireView extends VBox {
    private static final int MOST_REASONS = 3;

    private Phrases phrases;
    private final OnScreen<List<Figure>> shownConnection = new OnScreen<>();
    private final OnScreen<List<Figure>> shownCounters = new OnScreen<>();
    private final HBox connection = new HBox();
    private final HBox counters = new HBox();
    private final Label state = Texts.label("strong");
    private final Label advice = Texts.label("small", "soft");
    private final Label rejected = Texts.label("small", "soft");
    private final Label receiver = Texts.label("small", "soft");
    private final ListView<WireSight.Row> list = new ListView<>();
    private final Label bytes = Texts.label("mono", "small");
    private final ToggleButton hold = new ToggleButton();
    private Optional<WireSight> sight = Optional.empty();

    public WireView(Density density, Phrases phrases) {
        super(density.gap());
        this.phrases = phrases;
        getStyleClass().add("wire");
        setId("wire");
        setMinSize(0, 0);
        connection.getStyleClass().add("figures");
        counters.getStyleClass().add("figures");
        state.setId("wire-state");
        advice.setWrapText(true);
        rejected.setWrapText(true);
        rejected.setId("wire-rejected");
        VBox card = new VBox(2, state, advice, connection);
        card.getStyleClass().addAll("card", "wire-card");
        receiver.setWrapText(true);
        receiver.setId("hl7-receiver");
        receiver.setMinHeight(USE_PREF_SIZE);
        VBox counted = new VBox(2, counters, rejected, receiver);
        counted.getStyleClass().addAll("card", "wire-card");
        buildList(density);
        VBox.setVgrow(list, Priority.ALWAYS);
        bytes.setWrapText(true);
        bytes.setId("wire-bytes");
        bytes.setMinHeight(USE_PREF_SIZE);
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> Texts.show(bytes, row == null ? "" : row.hex()));
        getChildren().addAll(card, counted, head(density), list, bytes);
        sight(Optional.empty());
        hl7(Optional.empty());
    }

    /** How it stands with the receiver of HL7 messages; nothing where the site has none. */
    public void hl7(Optional<Hl7Sight> now) {
        Texts.show(receiver, now.map(it -> Hl7Words.all(it, phrases)).orElse(""));
    }

    private void buildList(Density density) {
        list.setId("wire-list");
        list.getStyleClass().add("wire-list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(phrases.text("wire.list"));
        list.setFixedCellSize(density.isCompact() ? 24 : 26);
        list.setCellFactory(_ -> new WireRow(density, () -> phrases));
        Label none = Texts.label("soft");
        none.setText(phrases.text("wire.none"));
        list.setPlaceholder(none);
        list.setMinHeight(0);
    }

    private HBox head(Density density) {
        Label title = Texts.firm("strong");
        title.setText(phrases.text("wire.title"));
        Label how = Texts.label("small", "soft");
        how.setText(phrases.text("wire.how"));
        hold.setId("wire-hold");
        hold.getStyleClass().setAll("button", "action-button", "hold-button");
        hold.setMinSize(density.isCompact() ? 150 : 180, 48);
        hold.setMaxHeight(48);
        hold.selectedProperty().subscribe(held -> holding(held));
        HBox head = new HBox(12, title, how, Texts.spacer(), hold);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void holding(boolean held) {
        hold.setText(phrases.text(held ? "wire.go-on" : "wire.hold"));
        hold.setAccessibleText(hold.getText());
        if (!held) {
            sight.ifPresent(this::rows);
        }
    }

    /** Puts the focus where the keyboard begins. */
    public void enter() {
        hold.requestFocus();
    }

    /** The way to the pump as the session knows it. */
    public void show(Snapshot snapshot, Phrases words) {
        phrases = words;
        WireWords said = WireWords.of(snapshot.link().state(), words);
        state.setText(said.state());
        Texts.show(advice, said.advice());
    }

    /** What has passed; counters go on while the list is held still. */
    public void sight(Optional<WireSight> now) {
        sight = now;
        List<Figure> line =
                now.map(WireSight::connection).map(this::connection).orElse(List.of(figure("wire.model", "–")));
        if (shownConnection.changesTo(line)) {
            fill(connection, line);
        }
        List<Figure> counted = counters(now.map(WireSight::counters).orElse(LinkCounters.NONE));
        if (shownCounters.changesTo(counted)) {
            fill(counters, counted);
        }
        Texts.show(rejected, now.map(WireSight::rejections).map(this::reasons).orElse(""));
        if (!hold.isSelected()) {
            now.ifPresent(this::rows);
        }
    }

    private void rows(WireSight now) {
        list.getItems().setAll(now.rows());
        list.scrollTo(now.rows().size() - 1);
    }

    private List<Figure> connection(WireSight.Connection line) {
        return List.of(
                figure("wire.model", line.model().humanName()),
                figure(
                        "wire.known",
                        phrases.text("wire.confidence." + line.model().confidence())),
                figure("wire.port", line.port()),
                figure(
                        "wire.settings",
                        line.settings().map(Object::toString).orElseGet(() -> phrases.text("wire.no-settings"))));
    }

    private List<Figure> counters(LinkCounters counted) {
        return List.of(
                figure("wire.bytes", counted.bytesReceived()),
                figure("wire.accepted", counted.framesAccepted()),
                figure("wire.rejected", counted.framesRejected()),
                figure("wire.queries", counted.queriesSent()),
                figure("wire.timeouts", counted.timeouts()));
    }

    private Figure figure(String key, long count) {
        return figure(key, Long.toString(count));
    }

    private Figure figure(String key, String value) {
        return new Figure(phrases.text(key), value);
    }

    private String reasons(List<WireSight.Rejection> rejections) {
        Stream<String> named = rejections.stream()
                .limit(MOST_REASONS)
                .map(it -> phrases.text("wire.reason", Long.toString(it.count()), it.reason()));
        return String.join("  ·  ", named.toList());
    }

    private static void fill(HBox row, List<Figure> figures) {
        row.getChildren().setAll(figures.stream().map(WireView::cell).toList());
    }

    private static VBox cell(Figure figure) {
        Label caption = Texts.label("caption");
        caption.setText(figure.label());
        Label value = Texts.label("semi");
        value.setText(figure.value());
        VBox cell = new VBox(-1, caption, value);
        cell.setMinWidth(0);
        cell.setAccessibleRole(AccessibleRole.TEXT);
        cell.setAccessibleText(figure.spoken());
        return cell;
    }
}
