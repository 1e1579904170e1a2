package vigil.ui.settings;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.people.PeopleSight;
import vigil.people.Right;
import vigil.session.Staff;
import vigil.ui.form.Field;
import vigil.ui.form.FormPage;
import vigil.ui.form.LineField;
import vigil.ui.form.SearchField;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** Which pump is read, and at which port: the ports of this machine, looking which pump answers, and choosing. Belongs to the JavaFX thread. */
final class PumpPage extends VBox {

    private final PumpDesk desk;
    private final FormPage page = new FormPage(this::read);
    private final ListView<PumpPorts.Port> ports = new ListView<>();
    private final OnScreen<List<PumpPorts.Port>> shown = new OnScreen<>();
    private final Label said = Pieces.wrapped("semi");
    private final Label detail = Pieces.wrapped("soft");
    private final Button again;
    private final Button look;
    private final Button read;
    private PeopleSight people = PeopleSight.NONE;
    private Phrases phrases;

    PumpPage(Density density, Phrases phrases, PumpDesk desk) {
        super(density.isCompact() ? 6 : 12);
        this.desk = desk;
        this.phrases = phrases;
        setId("pump-page");
        getStyleClass().add("site-page");
        setMinHeight(0);
        list(density);
        Field.Place place = new Field.Place(desk.form(), phrases, density);
        page.row(
                new LineField(PumpDesk.PORT, place).identifier().wide(2),
                new SearchField(PumpDesk.MODEL, place).wide(2),
                new LineField(PumpDesk.LINE, place).identifier());
        said.setId("pump-line-said");
        detail.setId("pump-line-detail");
        again = Pieces.button("pump-line-again", phrases.text("pump-line.again"), desk::list);
        look = Pieces.button("pump-line-look", phrases.text("pump-line.look"), desk::look);
        read = Pieces.button("pump-line-read", phrases.text("pump-line.read"), this::read);
        read.getStyleClass().add("primary");
        Label note = Pieces.wrapped("soft");
        note.setText(phrases.text("pump-line.note"));
        VBox card = new VBox(
                density.isCompact() ? 6 : 12, head(), ports, page, note, said, detail, new HBox(12, look, read));
        card.getStyleClass().addAll("card", "screen-card");
        card.setMinHeight(0);
        getChildren().add(card);
        desk.whenChanged(this::show);
        page.show();
    }

    private HBox head() {
        Label title = Texts.firm("strong");
        title.setText(phrases.text("pump-line.ports"));
        HBox head = new HBox(12, title, Texts.spacer(), again);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void list(Density density) {
        ports.setId("pump-line-ports");
        ports.getStyleClass().add("wire-list");
        ports.setAccessibleText(phrases.text("pump-line.ports"));
        ports.setFixedCellSize(density.isCompact() ? 26 : 30);
        double height = ports.getFixedCellSize() * (density.isCompact() ? 2 : 4) + 4;
        ports.setMinHeight(height);
        ports.setPrefHeight(height);
        ports.setMaxHeight(height);
        ports.setCellFactory(_ -> new PortRow(() -> phrases));
        Label none = Texts.label("soft");
        none.setText(phrases.text("pump-line.none"));
        none.setWrapText(true);
        ports.setPlaceholder(none);
        ports.getSelectionModel().selectedItemProperty().subscribe(port -> {
            if (port != null) {
                desk.form().put(PumpDesk.PORT, port.path());
            }
        });
    }

    private void read() {
        if (refusal().isEmpty()) {
            desk.read();
        }
    }

    void show(Snapshot snapshot, Phrases now) {
        people = snapshot.people();
        phrases = now;
        show();
    }

    /** Why who stands here may not choose; a console without users asks nobody. */
    private Optional<String> refusal() {
        Staff.Role role = people.presence().acting().map(Staff::role).orElse(Staff.Role.NOBODY);
        return people.hasUsers() ? Right.PUMP_LINE.refusal(role) : Optional.empty();
    }

    private void show() {
        page.show();
        if (shown.changesTo(desk.ports())) {
            ports.getItems().setAll(desk.ports());
        }
        Optional<String> refusal = refusal();
        boolean may = refusal.isEmpty() && !desk.isLooking();
        again.setDisable(desk.isLooking());
        look.setDisable(!may || desk.port().isEmpty());
        read.setDisable(!may || desk.choice().isEmpty());
        said.setText(
                refusal.map(reason -> phrases.text("pump-line.refused", reason)).orElseGet(this::words));
        Texts.show(detail, refusal.isEmpty() ? engineering() : "");
    }

    private String words() {
        return switch (desk.said()) {
            case PumpDesk.Said.Nothing _ ->
                phrases.text(desk.choice().isEmpty() ? "pump-line.lacks" : "pump-line.ready");
            case PumpDesk.Said.Looking(String port) -> phrases.text("pump-line.looking", port);
            case PumpDesk.Said.Seen(String port, PumpPorts.Found found) ->
                found.model()
                        .map(model -> phrases.text("pump-line.found", port, model.humanName()))
                        .orElseGet(() -> phrases.text("pump-line.not-found", port));
            case PumpDesk.Said.Refused(String reason) -> phrases.text("pump-line.refused", reason);
            case PumpDesk.Said.Reads(PumpPorts.Choice choice) ->
                phrases.text("pump-line.reads", choice.model().humanName(), choice.port());
        };
    }

    private String engineering() {
        return desk.said() instanceof PumpDesk.Said.Seen(var _, PumpPorts.Found found) ? found.said() : "";
    }

    /** Turned to: which ports there are may have changed. */
    void opened() {
        desk.list();
    }

    /** Puts the focus where the keyboard begins. */
    void enter() {
        page.enter();
    }
}
