package vigil.ui.people;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vigil.look.Icon;
import vigil.people.PeopleSight;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** At the foot of the rail: signs in, or locks the console of who is signed in. Belongs to the JavaFX thread. */
public final class PersonButton extends Button {
    private final OnScreen<String> shown = new OnScreen<>();
    private final Label word = Texts.label("word");

    public PersonButton(Density density, double height, SignIn signIn) {
        VBox face = new VBox(density.isCompact() ? 2 : 6, Symbol.of(Icon.PERSON, 24), word);
        face.setAlignment(Pos.CENTER);
        getStyleClass().setAll("button", "rail-entry");
        setId("person");
        setGraphic(face);
        setMinHeight(height);
        setMaxSize(Double.MAX_VALUE, height);
        setOnAction(_ -> signIn.toggle());
    }

    /** Shows what a touch does now. */
    public void show(PeopleSight people, Phrases phrases) {
        String does = PeopleWords.toggle(people, phrases);
        if (shown.changesTo(does + people.presence())) {
            word.setText(does);
            setAccessibleText(does + ". " + PeopleWords.presence(people, phrases));
        }
    }
}
