package vigil.ui.people;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.people.PeopleSight.Person;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/**
 * Where somebody says who he is: id and PIN, by keyboard or keypad, at the foot of the view. Everything above it goes on.
 * Belongs to the JavaFX thread.
 */
public final class SignInPanel extends HBox {
    private static final String DIGITS = "1234567890";
    private static final int COLUMNS = 6;
    private static final double KEY = 48;
    private static final int MOST_RECENT = 3;

    private final Phrases phrases;
    private final SignIn signIn;
    private final Label title = Texts.label("strong");
    private final Label line = Texts.label("small");
    private final HBox recent = new HBox(6);
    private final TextField id;
    private final PasswordField pin;
    private final PasswordField chosen;
    private final PasswordField again;
    private final Button enter = new Button();
    private TextInputControl last;
    private SignIn.Mode shown = new SignIn.Mode.Closed();

    public SignInPanel(Density density, Phrases phrases, SignIn signIn) {
        this.phrases = phrases;
        this.signIn = signIn;
        getStyleClass().add("sign-in");
        setId("sign-in");
        setAlignment(Pos.CENTER_LEFT);
        setMaxHeight(USE_PREF_SIZE);
        double width = density.isCompact() ? 170 : 220;
        id = field(new TextField(), "sign-in-id", "people.id", width);
        pin = field(new PasswordField(), "sign-in-pin", "people.pin", width);
        chosen = field(new PasswordField(), "sign-in-chosen", "people.pin-new", width);
        again = field(new PasswordField(), "sign-in-again", "people.pin-again", width);
        last = id;
        id.setOnAction(_ -> pin.requestFocus());
        pin.setOnAction(_ -> submit());
        chosen.setOnAction(_ -> again.requestFocus());
        again.setOnAction(_ -> submit());
        getChildren().addAll(words(density), new VBox(6, id, pin, chosen, again), keypad(), buttons(density));
        Texts.present(this, false);
        signIn.whenChanged(this::refresh);
        refresh();
    }

    private <F extends TextInputControl> F field(F field, String name, String key, double width) {
        field.setId(name);
        field.getStyleClass().add("note-field");
        field.setPromptText(phrases.text(key));
        field.setAccessibleText(phrases.text(key));
        field.setMinSize(width, KEY);
        field.setMaxSize(width, KEY);
        field.focusedProperty().subscribe(focused -> last = focused ? field : last);
        return field;
    }

    private VBox words(Density density) {
        line.setWrapText(true);
        line.setId("sign-in-line");
        VBox words = new VBox(2, title, line, recent);
        words.setAlignment(Pos.CENTER_LEFT);
        double width = density.isCompact() ? 220 : 330;
        words.setMinWidth(width);
        words.setMaxWidth(width);
        return words;
    }

    private GridPane keypad() {
        GridPane keys = new GridPane();
        keys.setHgap(6);
        keys.setVgap(6);
        for (int i = 0; i < DIGITS.length(); i++) {
            String digit = DIGITS.substring(i, i + 1);
            Button key = key(digit);
            key.setOnAction(_ -> last.appendText(digit));
            keys.add(key, i % COLUMNS, i / COLUMNS);
        }
        Button erase = key("");
        erase.setGraphic(Symbol.of(Icon.BACKSPACE, 24));
        erase.setAccessibleText(phrases.text("entry.erase"));
        erase.setOnAction(_ -> last.deletePreviousChar());
        keys.add(erase, DIGITS.length() % COLUMNS, 1);
        Button next = key("");
        next.setGraphic(Symbol.of(Icon.NEXT, 24));
        next.setAccessibleText(phrases.text("people.next"));
        next.setOnAction(_ -> next());
        keys.add(next, DIGITS.length() % COLUMNS + 1, 1);
        return keys;
    }

    private void next() {
        boolean own = signIn.mode() instanceof SignIn.Mode.ChooseOwn;
        TextInputControl first = own ? chosen : id;
        TextInputControl second = own ? again : pin;
        (Objects.equals(last, first) ? second : first).requestFocus();
    }

    private static Button key(String face) {
        Button key = new Button(face);
        key.getStyleClass().setAll("button", "keypad-key");
        key.setFocusTraversable(false);
        key.setAccessibleText(face);
        key.setMinSize(KEY, KEY);
        key.setMaxSize(KEY, KEY);
        return key;
    }

    private VBox buttons(Density density) {
        double width = density.isCompact() ? 130 : 170;
        enter.setId("sign-in-enter");
        enter.getStyleClass().setAll("button", "action-button", "primary");
        enter.setOnAction(_ -> submit());
        Button close = new Button(phrases.text("people.close"));
        close.setId("sign-in-close");
        close.getStyleClass().setAll("button", "action-button");
        close.setOnAction(_ -> signIn.close());
        for (Button button : List.of(enter, close)) {
            button.setMinSize(width, KEY);
            button.setMaxSize(width, KEY);
        }
        return new VBox(6, enter, close);
    }

    private void submit() {
        switch (signIn.mode()) {
            case SignIn.Mode.ChooseOwn _ -> signIn.choose(chosen.getText(), again.getText());
            case SignIn.Mode _ -> signIn.submit(id.getText(), pin.getText());
        }
        List.of(pin, chosen, again).forEach(TextInputControl::clear);
        (signIn.mode() instanceof SignIn.Mode.ChooseOwn ? chosen : pin).requestFocus();
    }

    private void refresh() {
        Texts.present(this, signIn.isOpen());
        if (!signIn.mode().equals(shown)) {
            shown = signIn.mode();
            turn();
        }
        line.setText(line());
        enter.setDisable(signIn.isLooking());
    }

    private void turn() {
        boolean own = shown instanceof SignIn.Mode.ChooseOwn;
        for (TextInputControl field : List.of(id, pin, chosen, again)) {
            field.clear();
        }
        id.setText(signIn.expected());
        Texts.present(id, !own);
        Texts.present(pin, !own);
        Texts.present(chosen, own);
        Texts.present(again, own);
        title.setText(phrases.text(titleKey()));
        enter.setText(phrases.text(shown instanceof SignIn.Mode.Sign ? "people.sign" : "people.sign-in"));
        recent.getChildren().setAll(own ? List.of() : recent());
        if (signIn.isOpen()) {
            (own ? chosen : id.getText().isEmpty() ? id : pin).requestFocus();
        }
    }

    private String titleKey() {
        return switch (shown) {
            case SignIn.Mode.Closed(), SignIn.Mode.Open() -> "people.title.who";
            case SignIn.Mode.ChooseOwn _ -> "people.title.own";
            case SignIn.Mode.Sign it ->
                switch (it.what()) {
                    case SIGNATURE -> "people.title.sign";
                    case SECOND_CHECK -> "people.title.second";
                };
        };
    }

    private String line() {
        SignIn.Said said = signIn.said();
        if (!said.key().isEmpty()) {
            return phrases.text(said.key(), said.argument());
        }
        return switch (signIn.mode()) {
            case SignIn.Mode.ChooseOwn _ -> phrases.text("people.pin-rule");
            case SignIn.Mode _ -> "";
        };
    }

    private List<? extends Node> recent() {
        return signIn.people().recent().stream()
                .map(signIn.people()::person)
                .flatMap(java.util.Optional::stream)
                .filter(person -> person.allowed() && person.left().compareTo(Duration.ZERO) == 0)
                .limit(MOST_RECENT)
                .map(this::chip)
                .toList();
    }

    private Button chip(Person person) {
        Button chip = new Button(person.staff().userId());
        chip.getStyleClass().setAll("button", "action-button");
        chip.setAccessibleText(person.staff().name());
        chip.setMinHeight(KEY);
        chip.setFocusTraversable(false);
        chip.setOnAction(_ -> {
            id.setText(person.staff().userId());
            pin.requestFocus();
        });
        return chip;
    }
}
