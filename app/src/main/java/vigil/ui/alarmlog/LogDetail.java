package vigil.ui.alarmlog;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import vigil.alarm.log.LogLine;
import vigil.ui.parts.Density;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Texts;

/** The life of one row, step by step. */
final class LogDetail extends VBox {
    private final Label title = wrapped("strong");
    private final Label says = Texts.label("small", "soft");
    private final Label text = wrapped("small");
    private final VBox steps = new VBox(8);

    LogDetail(Density density) {
        super(4);
        getStyleClass().addAll("card", "log-detail");
        setId("alarmlog-detail");
        double width = density.isCompact() ? 268 : 360;
        setMinWidth(width);
        setMaxWidth(width);
        ScrollPane scroll = new ScrollPane(steps);
        scroll.getStyleClass().add("log-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(title, says, text, scroll);
    }

    private static Label wrapped(String... classes) {
        Label label = Texts.label(classes);
        label.setWrapText(true);
        return label;
    }

    void show(Optional<LogBook.Chosen> chosen, Phrases phrases) {
        LogWords words = new LogWords(phrases);
        title.setText(chosen.map(it -> words.title(it.row())).orElseGet(() -> phrases.text("alarmlog.choose")));
        Texts.show(says, chosen.map(it -> words.says(it.row())).orElse(""));
        Texts.show(text, chosen.map(it -> words.detail(it.row())).orElse(""));
        List<LogLine> lines = chosen.map(LogBook.Chosen::lines).orElse(List.of());
        steps.getChildren().setAll(lines.stream().map(line -> step(line, words)).toList());
    }

    private static VBox step(LogLine line, LogWords words) {
        Label when = Texts.label("caption");
        when.setText(words.time(line));
        Label what = wrapped("semi");
        what.setText(words.what(line));
        Label more = wrapped("small", "soft");
        Texts.show(more, words.more(line));
        VBox step = new VBox(-1, when, what, more);
        step.getStyleClass().add("log-step");
        return step;
    }
}
