package vigil.ui.handover;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vigil.engine.Snapshot;
import vigil.session.SignatureMeaning;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;
import vigil.ui.print.PrintButton;
import vigil.ui.print.PrintedWords;

/** The shift handover: the sheet as it will print on the left, lines and signatures on the right. Belongs to the JavaFX thread. */
public final class HandoverView extends HBox {
    private static final double SCROLL_BAR = 18;

    private final Handover handover;
    private final ImageView picture = new ImageView();
    private final ScrollPane paper = new ScrollPane();
    private final Label state = Texts.label("small");
    private final List<TextField> lines = new ArrayList<>();
    private final Button add;
    private final CheckBox readBack = new CheckBox();
    private final Map<SignatureMeaning, Button> signatures = new EnumMap<>(SignatureMeaning.class);
    private final Button again;
    private final Button write;
    private final Button over;
    private final PrintButton print;
    private final Label said = Texts.label("semi");
    private final OnScreen<SheetPage> shown = new OnScreen<>();
    private Phrases phrases;
    private boolean namesHidden;

    public HandoverView(Density density, Phrases phrases, Handover handover) {
        super(density.gap());
        this.handover = handover;
        this.phrases = phrases;
        getStyleClass().add("handover");
        setId("handover");
        setMinSize(0, 0);
        add = button("handover.add", "handover-add", handover::addLines);
        again = button("handover.again", "handover-again", handover::make);
        write = button("handover.write", "handover-write", handover::write);
        over = button("history.write-over", "handover-write-over", handover::writeOver);
        print = new PrintButton("handover-print", phrases, handover.print(), handover::printNow);
        StackPane sheet = sheet();
        HBox.setHgrow(sheet, Priority.ALWAYS);
        getChildren().addAll(sheet, side(density));
        handover.whenChanged(this::refresh);
        refresh();
    }

    private StackPane sheet() {
        picture.setPreserveRatio(true);
        picture.setSmooth(true);
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(phrases.text("handover.sheet"));
        paper.setId("handover-sheet");
        paper.setContent(picture);
        paper.getStyleClass().add("paper");
        paper.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        paper.setMinSize(0, 0);
        picture.fitWidthProperty().bind(paper.widthProperty().subtract(SCROLL_BAR));
        state.setWrapText(true);
        state.setId("handover-state");
        StackPane sheet = new StackPane(paper, state);
        sheet.setMinSize(0, 0);
        return sheet;
    }

    private VBox side(Density density) {
        VBox side = new VBox(density.isCompact() ? 5 : 8);
        double width = density.isCompact() ? 370 : 440;
        side.setMinWidth(width);
        side.setMaxWidth(width);
        side.getChildren().add(title("handover.lines"));
        for (int i = 0; i < Handover.LINES; i++) {
            side.getChildren().add(line(i, density));
        }
        side.getChildren().add(density.isCompact() ? new HBox(6, lines.getLast(), add) : add);
        side.getChildren().addAll(title("handover.outgoing"), sign(SignatureMeaning.HANDED_OVER));
        readBack.setText(phrases.text("handover.read-back"));
        readBack.setAccessibleText(readBack.getText());
        readBack.setId("handover-read-back");
        readBack.getStyleClass().add("field-tick");
        readBack.setMinHeight(density.isCompact() ? 40 : 48);
        readBack.setMinWidth(USE_PREF_SIZE);
        readBack.setOnAction(_ -> handover.readBack(readBack.isSelected()));
        Button incoming = sign(SignatureMeaning.TAKEN_OVER);
        side.getChildren().add(title("handover.incoming"));
        if (density.isCompact()) {
            side.getChildren().add(new HBox(6, readBack, incoming));
        } else {
            side.getChildren().addAll(readBack, incoming);
        }
        said.setWrapText(true);
        said.setId("handover-said");
        said.setMinHeight(USE_PREF_SIZE);
        side.getChildren().addAll(said, Texts.spacer(), new HBox(8, again, write, over, print));
        VBox.setVgrow(side.getChildren().get(side.getChildren().size() - 2), Priority.ALWAYS);
        return side;
    }

    private Label title(String key) {
        Label title = Texts.label("small", "soft");
        title.setText(phrases.text(key));
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        return title;
    }

    private TextField line(int index, Density density) {
        TextField line = new TextField(handover.line(index));
        line.setId("handover-line-" + (index + 1));
        line.getStyleClass().add("note-field");
        line.setPromptText(phrases.text("handover.line", Integer.toString(index + 1)));
        line.setAccessibleText(line.getPromptText());
        line.setMinHeight(density.isCompact() ? 36 : 44);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.textProperty().subscribe(text -> handover.type(index, text == null ? "" : text));
        lines.add(line);
        return line;
    }

    private Button button(String words, String id, Runnable action) {
        Button button = new Button(phrases.text(words));
        button.setAccessibleText(button.getText());
        button.setId(id);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinSize(112, 48);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Button sign(SignatureMeaning meaning) {
        Button button = button("handover.sign." + meaning, "handover-sign-" + meaning, () -> handover.sign(meaning));
        button.getStyleClass().add("primary");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setWrapText(true);
        signatures.put(meaning, button);
        return button;
    }

    /** Puts the focus where the keyboard begins, and makes the sheet anew. */
    public void enter() {
        handover.make();
        lines.getFirst().requestFocus();
    }

    /** {@code hidden}: name and MRN must not be read from the corridor, and the sheet bears both. */
    public void show(Snapshot snapshot, Phrases words, boolean hidden) {
        boolean anew = hidden != namesHidden;
        phrases = words;
        namesHidden = hidden;
        handover.of(snapshot.sessionId());
        if (anew) {
            refresh();
        }
    }

    private void refresh() {
        if (handover.sheet() instanceof Handover.Sheet.Made(var page) && shown.changesTo(page)) {
            picture.setImage(new Image(page.picture()));
        }
        boolean made = handover.sheet() instanceof Handover.Sheet.Made;
        Texts.present(paper, made && !namesHidden);
        Texts.show(state, made && !namesHidden ? "" : words());
        for (int i = 0; i < Handover.LINES; i++) {
            if (!handover.line(i).equals(lines.get(i).getText())) {
                lines.get(i).setText(handover.line(i));
            }
        }
        readBack.setSelected(handover.isReadBack());
        signatures.forEach((meaning, button) -> button.setDisable(!handover.canSign(meaning)));
        again.setDisable(handover.isMaking());
        Texts.present(write, !handover.mayReplace());
        Texts.present(over, handover.mayReplace());
        print.refresh(made);
        said.setText(handover.isMaking() ? phrases.text("handover.making") : lastSaid());
    }

    private String lastSaid() {
        Handover.Said line = handover.said();
        return handover.print().isQuiet()
                ? phrases.words().find(line.key(), line.argument()).orElse("")
                : new PrintedWords(handover.print(), phrases).words();
    }

    private String words() {
        return switch (handover.sheet()) {
            case Handover.Sheet.None _ -> phrases.text(handover.isMaking() ? "handover.making" : "handover.none");
            case Handover.Sheet.Made _ -> phrases.text("handover.private");
            case Handover.Sheet.Refused(var reason) -> phrases.text("archive.refused", reason);
        };
    }
}
