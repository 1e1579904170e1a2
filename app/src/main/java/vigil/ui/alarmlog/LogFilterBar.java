package vigil.ui.alarmlog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import vigil.alarm.AlarmPriority;
import vigil.alarm.log.LogFilter;
import vigil.look.Icon;
import vigil.ui.attention.Sign;
import vigil.ui.parts.Arrows;
import vigil.ui.parts.Density;
import vigil.ui.parts.OnScreen;
import vigil.ui.parts.Phrases;
import vigil.ui.parts.Symbol;
import vigil.ui.parts.Texts;

/** What of the log is shown: priorities, inactivations, one kind, one day. */
final class LogFilterBar extends HBox {
    private static final double SIGN = 18;

    private final LogBook book;
    private final boolean compact;
    private final Map<AlarmPriority, ToggleButton> priorities = new EnumMap<>(AlarmPriority.class);
    private final ToggleButton sound = new ToggleButton();
    private final MenuButton kind = menu("alarmlog-kind");
    private final MenuButton day = menu("alarmlog-day");
    private final Label count = Texts.label("small", "soft");
    private final OnScreen<List<Object>> choices = new OnScreen<>();

    LogFilterBar(Density density, Phrases phrases, LogBook book) {
        super(8);
        this.book = book;
        compact = density.isCompact();
        setAlignment(Pos.CENTER_LEFT);
        for (AlarmPriority priority : List.of(AlarmPriority.values()).reversed()) {
            ToggleButton toggle = new ToggleButton(phrases.text("priority." + priority.name()), sign(priority));
            toggle.setId("alarmlog-" + priority.name());
            toggle.setOnAction(_ -> book.choose(it -> it.with(priority, toggle.isSelected())));
            priorities.put(priority, look(toggle));
            getChildren().add(toggle);
        }
        sound.setText(phrases.text("alarmlog.sound"));
        sound.setGraphic(Symbol.of(Icon.BELL_PAUSED, SIGN));
        sound.setId("alarmlog-sound");
        sound.setOnAction(_ -> book.choose(it -> it.withInactivations(sound.isSelected())));
        List<ToggleButton> row =
                new ArrayList<>(List.copyOf(priorities.values()).reversed());
        row.add(sound);
        Arrows.move(row);
        count.setId("alarmlog-count");
        getChildren().addAll(look(sound), kind, day, Texts.spacer(), count);
    }

    private static Symbol sign(AlarmPriority priority) {
        Symbol symbol = Sign.of(priority, SIGN);
        symbol.getStyleClass().addAll("log-sign", Sign.styleClass(priority));
        return symbol;
    }

    private ToggleButton look(ToggleButton toggle) {
        toggle.getStyleClass().setAll("button", "action-button", "log-toggle");
        toggle.setAccessibleText(toggle.getText());
        toggle.setMinSize(compact ? 74 : 96, 48);
        toggle.setMaxHeight(48);
        return toggle;
    }

    private static MenuButton menu(String id) {
        MenuButton menu = new MenuButton();
        menu.setId(id);
        menu.getStyleClass().setAll("menu-button", "action-button", "log-menu");
        menu.setMinHeight(48);
        menu.setMaxHeight(48);
        menu.setMinWidth(0);
        menu.accessibleTextProperty().bind(menu.textProperty());
        return menu;
    }

    void show(Phrases phrases) {
        LogFilter filter = book.filter();
        priorities.forEach(
                (priority, toggle) -> toggle.setSelected(filter.priorities().contains(priority)));
        sound.setSelected(filter.inactivations() && filter.kind().isEmpty());
        sound.setDisable(filter.kind().isPresent());
        LogWords words = new LogWords(phrases);
        kind.setText(filter.kind().map(words::kind).orElseGet(() -> phrases.text("alarmlog.every-kind")));
        day.setText(filter.day().map(phrases::date).orElseGet(() -> phrases.text("alarmlog.every-day")));
        if (book.state() instanceof LogBook.State.Known(var page, long _)
                && choices.changesTo(List.of(page.days(), page.kinds()))) {
            Map<Optional<String>, String> kinds = new LinkedHashMap<>();
            page.kinds().stream()
                    .sorted((one, other) -> words.kind(one).compareTo(words.kind(other)))
                    .forEach(it -> kinds.put(Optional.of(it), words.kind(it)));
            fill(kind, phrases.text("alarmlog.every-kind"), kinds, it -> book.choose(now -> now.ofKind(it)));
            Map<Optional<LocalDate>, String> days = new LinkedHashMap<>();
            page.days().forEach(it -> days.put(Optional.of(it), phrases.weekday(it) + " " + phrases.date(it)));
            fill(day, phrases.text("alarmlog.every-day"), days, it -> book.choose(now -> now.on(it)));
        }
        count.setText(count(phrases));
    }

    private String count(Phrases phrases) {
        return switch (book.state()) {
            case LogBook.State.Asking _ -> phrases.text("alarmlog.asking");
            case LogBook.State.Refused _ -> "";
            case LogBook.State.Known(var page, long behind) ->
                behind > 0
                        ? phrases.text("archive.behind", Long.toString(behind))
                        : page.more() > 0
                                ? phrases.text(
                                        "alarmlog.more",
                                        Integer.toString(page.rows().size()),
                                        Long.toString(page.more()))
                                : phrases.text(
                                        "alarmlog.count",
                                        Integer.toString(page.rows().size()));
        };
    }

    private static <T> void fill(
            MenuButton menu, String every, Map<Optional<T>, String> choices, Consumer<Optional<T>> choose) {
        ToggleGroup one = new ToggleGroup();
        menu.getItems().setAll(item(every, one, () -> choose.accept(Optional.empty())));
        choices.forEach((choice, name) -> menu.getItems().add(item(name, one, () -> choose.accept(choice))));
    }

    private static RadioMenuItem item(String name, ToggleGroup one, Runnable chosen) {
        RadioMenuItem item = new RadioMenuItem(name);
        item.setToggleGroup(one);
        item.setOnAction(_ -> chosen.run());
        return item;
    }
}
