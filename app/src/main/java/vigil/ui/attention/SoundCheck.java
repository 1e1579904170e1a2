package vigil.ui.attention;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/**
 * Asks in the alarm region whether the test tone was heard, in the place of the second condition: it covers nothing, moves
 * nothing, holds nothing up, and stays until somebody has answered. Belongs to the JavaFX thread.
 */
final class SoundCheck extends HBox {
    private static final double TARGET = 48;
    private static final double GAP = 8;

    private final Label question = Texts.label("semi");
    private final Button again;
    private final double narrow;

    /** {@code narrow}: width where a condition stands beside it. */
    SoundCheck(double narrow, Phrases phrases, SignalActions actions) {
        super(GAP);
        this.narrow = narrow;
        getStyleClass().add("sound-check");
        setId("sound-check");
        setAlignment(Pos.CENTER_RIGHT);
        question.setText(phrases.text("sound.ask"));
        question.setWrapText(true);
        again = button("sound-again", phrases.text("sound.again"), actions::testSound);
        // Both as wide as a finger.
        Button missed = button("sound-not-heard", phrases.text("sound.no"), () -> actions.soundHeard(false));
        Button heard = button("sound-heard", phrases.text("sound.yes"), () -> actions.soundHeard(true));
        missed.setMinWidth(TARGET);
        heard.setMinWidth(TARGET);
        missed.setAccessibleText(phrases.text("sound.not-heard"));
        heard.setAccessibleText(phrases.text("sound.heard"));
        getChildren().addAll(question, again, missed, heard);
        Texts.present(this, false);
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setId(id);
        button.setAccessibleText(words);
        button.getStyleClass().setAll("button", "action-button");
        button.setMinSize(USE_PREF_SIZE, TARGET);
        button.setPrefHeight(TARGET);
        button.setOnAction(pressed -> action.run());
        return button;
    }

    /** {@code alone}: no condition needs the room. */
    void show(boolean asked, boolean alone) {
        Texts.present(this, asked);
        Texts.present(again, alone);
        double width = alone ? USE_COMPUTED_SIZE : narrow;
        setMinWidth(alone ? USE_PREF_SIZE : width);
        setPrefWidth(width);
        setMaxWidth(alone ? USE_PREF_SIZE : width);
    }
}
