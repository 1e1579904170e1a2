package vigil.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vigil.look.Icon;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** Where the course stands; pump, age of the newest value, and whether it is being recorded. */
final class PhaseLine extends HBox {
    private final OnScreen<FrameModel.Status> shown = new OnScreen<>();
    private final Symbol going = Symbol.solid(Icon.DOT, 24);
    private final Symbol stopped = Symbol.of(Icon.PAUSE, 20);
    private final Label phase = Texts.firm("strong");
    private final HBox tag = new HBox();
    private final Label detail = Texts.label("detail");
    private final Symbol linked = Symbol.of(Icon.LINK, 20);
    private final Symbol broken = Symbol.of(Icon.LINK_BROKEN, 20);
    private final HBox linkSign = new HBox();
    private final Label link = Texts.label("small");
    private final Label newest = Texts.firm("small", "soft");
    private final Label age = Texts.firm("small", "semi");
    private final Label recording = Texts.firm("small");
    private final Symbol recordingDot = Symbol.solid(Icon.DOT, 20);

    PhaseLine(double height, Phrases phrases) {
        getStyleClass().add("phase-line");
        setId("phase");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        setMinHeight(height);
        setMaxHeight(height);
        setPrefHeight(height);
        tag.getStyleClass().add("phase-tag");
        tag.setAlignment(Pos.CENTER_LEFT);
        tag.setMinWidth(USE_PREF_SIZE);
        tag.setMaxHeight(USE_PREF_SIZE);
        linkSign.setAlignment(Pos.CENTER);
        newest.setText(phrases.text("link.newest"));
        HBox value = new HBox(4, newest, age);
        value.setAlignment(Pos.BASELINE_LEFT);
        value.setMaxHeight(USE_PREF_SIZE);
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(tag, detail, Texts.spacer(), linkSign, link, value, recording);
    }

    /** It keeps its size, whatever it says. */
    @Override
    public void requestLayout() {
        setNeedsLayout(true);
    }

    /** Nothing is known of course, pump and record yet. */
    void showWaiting() {
        age.setText(Phrases.NO_VALUE);
        tag.setVisible(false);
    }

    void show(FrameModel model) {
        age.setText(model.age());
        if (shown.changesTo(model.status())) {
            change(model.status());
        }
    }

    private void change(FrameModel.Status status) {
        tag.setVisible(true);
        phase.setText(status.phase());
        tag.getChildren().setAll(List.of(status.stopped() ? stopped : going, phase));
        detail.setText(status.detail());
        linkSign.getChildren().setAll(List.of(status.linked() ? linked : broken));
        link.setText(status.link());
        mark(link, !status.linked());
        recording.setText(status.record());
        recording.setGraphic(status.recording() ? recordingDot : null);
        mark(recording, !status.recording());
    }

    private static void mark(Label label, boolean bad) {
        label.getStyleClass().remove("bad");
        if (bad) {
            label.getStyleClass().add("bad");
        }
    }
}
