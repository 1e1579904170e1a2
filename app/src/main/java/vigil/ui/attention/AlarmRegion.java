package vigil.ui.attention;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vigil.alarm.AlarmPriority;
import vigil.look.Icon;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/**
 * The alarm region: a permanent part of the scene at the top of every view; nothing covers or moves it. Belongs to the
 * JavaFX thread.
 */
public final class AlarmRegion extends HBox {
    private final AlarmCell first;
    private final AlarmCell second;
    private final HBox quiet = new HBox();
    private final Label quietTitle = Texts.label("title");
    private final Label quietText = Texts.label("small", "soft");
    private final Label quietSound = Texts.firm("small", "soft");
    private final VBox rest = new VBox();
    private final Label restCount = Texts.firm("strong");
    private final Label restWord = Texts.firm("caption");
    private final Button audio = new Button();
    private final Label audioWord = Texts.firm("caption");
    private final Label audioLeft = Texts.firm("left");
    private final VBox audioWords = new VBox(-3, audioWord, audioLeft);
    private final HBox audioFace = new HBox(audioWords);
    private final Button acknowledge = new Button();
    private final Button test = new Button();
    private final SoundCheck check;
    private final SignalActions actions;
    private final boolean compact;
    private FlashClock clock = new FlashClock(0);
    private @Nullable Icon audioBell;
    private Optional<String> acknowledgeKey = Optional.empty();
    private SoundModel.Press press = SoundModel.Press.PAUSE;
    private Optional<AlarmPriority> restPriority = Optional.empty();

    public AlarmRegion(Density density, Phrases phrases, SignalActions actions) {
        this.actions = actions;
        compact = density.isCompact();
        check = new SoundCheck(compact ? 206 : 268, phrases, actions);
        first = AlarmCell.wide(compact ? 36 : 50, compact ? -1 : -4);
        second = AlarmCell.side(compact ? 28 : 38, compact ? 206 : 268, compact ? 330 : 430);
        first.setMinWidth(compact ? 380 : 500);
        fixHeight(density.alarmHeight());
        setMinWidth(0);
        getStyleClass().add("alarm-region");
        setId("alarm-region");
        buildTest(phrases);
        buildQuiet();
        buildRest();
        buildAudio(phrases);
        buildAcknowledge(phrases, actions::acknowledge);
        getChildren().addAll(first, quiet, check, second, rest, audio, acknowledge);
        setFillHeight(true);
    }

    private void fixHeight(double height) {
        setMinHeight(height);
        setMaxHeight(height);
        setPrefHeight(height);
    }

    private void buildQuiet() {
        VBox words = new VBox(1, quietTitle, quietText);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        quiet.getStyleClass().add("alarm-quiet");
        quiet.setAlignment(Pos.CENTER_LEFT);
        quiet.getChildren().addAll(Symbol.of(Icon.BELL, compact ? 24 : 30), words, quietSound, test);
        HBox.setHgrow(quiet, Priority.ALWAYS);
        quiet.setMaxWidth(Double.MAX_VALUE);
    }

    private void buildTest(Phrases phrases) {
        test.setText(phrases.text("sound.test"));
        test.setAccessibleText(phrases.text("sound.test"));
        test.setId("sound-test");
        test.getStyleClass().setAll("button", "action-button");
        test.setMinSize(USE_PREF_SIZE, 48);
        test.setOnAction(pressed -> actions.testSound());
    }

    private void buildRest() {
        rest.setAlignment(Pos.CENTER);
        rest.getStyleClass().addAll("alarm-cell", "rest");
        rest.setMinWidth(compact ? 56 : 68);
        rest.setMaxWidth(compact ? 56 : 68);
        rest.setAccessibleRole(AccessibleRole.TEXT);
    }

    private void buildAudio(Phrases phrases) {
        audio.getStyleClass().setAll("audio-cell");
        audio.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        audio.setMinWidth(compact ? 96 : 112);
        audio.setMaxWidth(compact ? 96 : 112);
        audio.setMaxHeight(Double.MAX_VALUE);
        audio.setOnAction(pressed -> bell());
        audio.setId("audio-pause");
        audio.setText(phrases.text("alarm.pause"));
        audioWords.setAlignment(Pos.CENTER_LEFT);
        audioFace.setSpacing(compact ? 6 : 10);
        audioFace.setAlignment(Pos.CENTER);
        audio.setGraphic(audioFace);
    }

    private void buildAcknowledge(Phrases phrases, Consumer<String> acknowledged) {
        Label key = Texts.firm("key-hint");
        key.setText("F9");
        acknowledge.setText(phrases.text("alarm.acknowledge"));
        acknowledge.setGraphic(key);
        acknowledge.setContentDisplay(ContentDisplay.RIGHT);
        acknowledge.setAccessibleText(phrases.text("alarm.acknowledge"));
        acknowledge.getStyleClass().setAll("button", "action-button");
        acknowledge.setId("acknowledge");
        acknowledge.setMinSize(compact ? 142 : 148, compact ? 50 : 54);
        acknowledge.setMaxHeight(compact ? 50 : 54);
        HBox.setMargin(acknowledge, new javafx.geometry.Insets(compact ? 4 : 8, compact ? 8 : 12, 0, 0));
        acknowledge.setOnAction(pressed -> acknowledgeKey.ifPresent(acknowledged));
    }

    /** What the key F9 does. */
    public void acknowledge() {
        acknowledge.fire();
    }

    private void bell() {
        switch (press) {
            case PAUSE -> actions.pauseAudio();
            case RESUME -> actions.resumeAudio();
            case TEST -> actions.testSound();
        }
    }

    /** What the key F10 does. */
    public void pauseAudio() {
        audio.fire();
    }

    /** It keeps its size, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    public void show(AlarmRegionModel model, Phrases phrases) {
        first.show(model.first());
        second.show(model.second());
        boolean anything = model.first().isPresent();
        Texts.present(quiet, !anything);
        quietTitle.setText(model.quiet().title());
        quietText.setText(model.quiet().text());
        quietSound.setText(model.sound().words());
        Texts.present(quietSound, !model.sound().asks());
        Texts.present(test, model.sound().canTest());
        check.show(model.sound().asks(), !anything);
        press = model.sound().press();
        Texts.present(rest, model.rest().isPresent());
        model.rest().ifPresent(this::showRest);
        showAudio(model, phrases);
        Texts.present(audio, anything || model.pauseLeft().isPresent());
        acknowledgeKey = model.acknowledgeKey();
        Texts.present(acknowledge, acknowledgeKey.isPresent());
        flash();
    }

    private void showRest(AlarmRegionModel.Rest others) {
        restCount.setText("+" + others.count());
        restWord.setText(others.priorityWord());
        rest.setAccessibleText(restCount.getText() + " " + restWord.getText());
        if (!restPriority.equals(Optional.of(others.highest()))) {
            restPriority.map(Sign::styleClass).ifPresent(rest.getStyleClass()::remove);
            rest.getStyleClass().add(Sign.styleClass(others.highest()));
            restPriority = Optional.of(others.highest());
            HBox line = new HBox(4, Sign.of(others.highest(), compact ? 18 : 24), restCount);
            line.setAlignment(Pos.CENTER);
            rest.getChildren().setAll(line, restWord);
        }
    }

    private void showAudio(AlarmRegionModel model, Phrases phrases) {
        Optional<String> left = model.pauseLeft();
        boolean silent = model.sound().silent() && left.isEmpty();
        audioWord.setText(phrases.text(silent ? "sound.none" : left.isPresent() ? "alarm.paused" : "alarm.pause"));
        audioLeft.setText(left.orElse("F10"));
        String does = phrases.text("sound.press." + model.sound().press());
        audio.setAccessibleText(
                String.join(" ", audioWord.getText(), left.orElse("")).strip() + ". " + does);
        Icon bell = silent ? Icon.BELL_OFF : left.isPresent() ? Icon.BELL_PAUSED : Icon.BELL;
        if (audioBell != bell) {
            audioBell = bell;
            audioFace.getChildren().setAll(Symbol.of(bell, compact ? 24 : 28), audioWords);
        }
    }

    /** Lets the flash go on by a number of beats. */
    public void beat(int beats) {
        clock = clock.after(beats);
        flash();
    }

    private void flash() {
        first.flash(clock);
        second.flash(clock);
    }
}
