package vigil.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vigil.look.Theme;
import vigil.look.Words;
import vigil.pump.DeliveryStatus;

/** Draws every part of the set-up into a directory, to be looked at: half done, ready, and during a course. Not a test. */
public final class SetUpGallery {
    private static final Map<String, Map<String, String>> TYPED = Map.of(
            "setup.PATIENT",
            Map.of(
                    "setup.patient.family", "Winter",
                    "setup.patient.given", "Alex",
                    "setup.patient.mrn", "0412 7785",
                    "setup.patient.born", "14.3.1971",
                    "setup.patient.allergies", "Penicillin: rash",
                    "setup.patient.room", "12"),
            "setup.WEIGHT",
            Map.of(
                    "setup.weight.value", "154.3",
                    "setup.weight.unit", "LB",
                    "setup.weight.again", "154.3",
                    "setup.weight.basis", "MEASURED",
                    "setup.weight.source", "bed scale",
                    "setup.weight.date", "1.3.2026"),
            "setup.PURPOSE",
            Map.of(
                    "setup.purpose.purposes", "LESS_OPIOID QUALITY_OF_LIFE",
                    "setup.purpose.central", "yes",
                    "setup.purpose.reasons", "POOR_RESPONSE",
                    "setup.purpose.plan", "REDUCE"),
            "setup.ASSESSMENT",
            Map.of(
                    "setup.assessment.care", "Pregabalin, physiotherapy for two years, little effect",
                    "setup.assessment.expectancy", "Less pain, no more tablets",
                    "setup.assessment.goal", "Half the oxycodone within six weeks",
                    "setup.assessment.harm", "None known"),
            "setup.OPIOIDS",
            Map.of(
                    "setup.opioids.substance.1", "oxycodone",
                    "setup.opioids.route.1", "ORAL",
                    "setup.opioids.amount.1", "80",
                    "setup.opioids.unit.1", "MG_PER_DAY",
                    "setup.opioids.substance.2", "tapentadol",
                    "setup.opioids.route.2", "ORAL",
                    "setup.opioids.amount.2", "200",
                    "setup.opioids.unit.2", "MG_PER_DAY"),
            "setup.DRUG",
            Map.of(
                    "setup.drug.drug", "ketamine",
                    "setup.drug.amount", "200",
                    "setup.drug.volume", "50",
                    "setup.drug.diluent", "sodium chloride 0.9 %"),
            "setup.ORDER",
            Map.of(
                    "setup.order.rate", "1.00",
                    "setup.order.lowest", "0.05",
                    "setup.order.highest", "0.6",
                    "setup.order.prescriber", "Dr P. Okafor"),
            "setup.LINE",
            Map.of("setup.line.route", "INTRAVENOUS", "setup.line.site", "left forearm"),
            "setup.WARD",
            Map.of("setup.ward.nurses", "yes", "setup.ward.wean", "PLANNED", "setup.ward.hours", "36"),
            "setup.PUMP",
            Map.of("setup.pump.way", "WIRE", "setup.pump.serial", "1400-9999"));
    private static final Map<String, String> SIZE =
            Map.of("setup.size.height", "151", "setup.size.dosed-on", "ADJUSTED", "setup.size.reason", "pharmacy");

    private static final Map<String, Map<String, String>> WHOLE = Map.of(
            "setup.ASSESSMENT", Map.of("setup.assessment.success", "Oxycodone halved, steps a day"),
            "setup.SCORES", Map.of("setup.scores.severity", "6.25", "setup.scores.pseq", "24"),
            "setup.DRUG", Map.of("setup.drug.checker", "ab12", "setup.drug.checker-name", "A. Brown RN"),
            "setup.ORDER", Map.of("setup.order.highest", "0.1"),
            "setup.LINE", Map.of("setup.line.reason", "skin rash at every site"),
            "setup.WARD", Map.of("setup.ward.hours", "18", "setup.ward.room", "yes"),
            "setup.DISCHARGE", Map.of("setup.discharge.relapse", "yes"),
            "setup.PUMP", Map.of("setup.pump.serial", "1400-8271"));

    private SetUpGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(arguments[0]));
            draw(out, "1280x800", Theme.LIGHT, Locale.ENGLISH);
            draw(out, "1280x800", Theme.DARK, Locale.GERMANY);
            draw(out, "1024x600", Theme.LIGHT, Locale.GERMANY);
            draw(out, "1024x600", Theme.DARK, Locale.ENGLISH);
            drawCourse(out, "1280x800", Theme.LIGHT, Locale.ENGLISH);
            drawCourse(out, "1024x600", Theme.DARK, Locale.GERMANY);
        } finally {
            Platform.exit();
        }
    }

    private static <T> T onFx(Supplier<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        FxBridge.onFxThread(() -> done.completeAsync(task, Runnable::run));
        return done.join();
    }

    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        Path folder = Files.createTempDirectory("record");
        try (SetUpBench bench = SetUpBench.start(folder, 0)) {
            TYPED.forEach(bench::keep);
            bench.keep("setup.SIZE", SIZE);
            String[] lengths = size.split("x");
            ConsolePane pane = onFx(() -> new ConsolePane(Words.of(language), theme, bench));
            Scene scene = onFx(() -> new Scene(pane, Integer.parseInt(lengths[0]), Integer.parseInt(lengths[1])));
            onFx(() -> {
                bench.shows(pane::show);
                pane.select(View.SETUP);
                return pane;
            });
            for (String part : List.of("patient", "weight", "purpose", "assessment", "scores", "opioids")) {
                out.show(String.join("-", "setup", part, size, theme.name(), language.getLanguage()), scene);
                if (part.equals("assessment")) {
                    override(String.join("-", size, theme.name(), language.getLanguage()), out, scene, pane);
                }
                save(scene, pane, !part.equals("assessment") && !part.equals("scores"));
            }
            for (String part : List.of("drug", "order", "line", "ward", "discharge", "pump", "size")) {
                out.show(String.join("-", "setup", part, size, theme.name(), language.getLanguage()), scene);
                save(scene, pane, part.equals("drug"));
            }
        }
    }

    /** The form of an override, and what stands there once it is recorded. */
    private static void override(String name, Album out, Scene scene, ConsolePane pane) throws IOException {
        press(scene, pane, "#setup-override");
        out.show("setup-override-" + name, scene);
        onFx(() -> {
            ((TextField) pane.lookup("#field-flow-physician-text")).setText("Dr P. Okafor");
            ((TextField) pane.lookup("#field-flow-reason-text")).setText("assessed last week, report follows");
            return scene;
        });
        onFx(() -> {
            Event.fireEvent(
                    pane.lookup("#field-flow-overridden-input"),
                    new KeyEvent(KeyEvent.KEY_TYPED, "3", "3", KeyCode.UNDEFINED, false, false, false, false));
            return scene;
        });
        press(scene, pane, "#flow-save");
        out.show("setup-overridden-" + name, scene);
    }

    private static void press(Scene scene, ConsolePane pane, String id) {
        onFx(() -> {
            ((ButtonBase) pane.lookup(id)).fire();
            return scene;
        });
        onFx(() -> pane);
        onFx(() -> pane);
    }

    /** Everything entered, then the pump runs and the order is changed. */
    static void drawCourse(Album out, String size, Theme theme, Locale language) throws IOException {
        Path folder = Files.createTempDirectory("record");
        try (SetUpBench bench = SetUpBench.start(folder, 0)) {
            Map<String, Map<String, String>> whole = new HashMap<>(TYPED);
            WHOLE.forEach((form, texts) -> {
                Map<String, String> both = new HashMap<>(whole.getOrDefault(form, Map.of()));
                both.putAll(texts);
                whole.put(form, both);
            });
            whole.forEach(bench::keep);
            String[] lengths = size.split("x");
            ConsolePane pane = onFx(() -> new ConsolePane(Words.of(language), theme, bench));
            Scene scene = onFx(() -> new Scene(pane, Integer.parseInt(lengths[0]), Integer.parseInt(lengths[1])));
            onFx(() -> {
                bench.shows(pane::show);
                pane.select(View.SETUP);
                return pane;
            });
            for (int part = 0; part < 13; part++) {
                save(scene, pane, true);
            }
            out.show(String.join("-", "setup", "ready", size, theme.name(), language.getLanguage()), scene);
            onFx(() -> {
                bench.reads("1", DeliveryStatus.DELIVERING);
                bench.reads("1", DeliveryStatus.DELIVERING);
                return pane;
            });
            for (int turn = 0; turn < 3; turn++) {
                key(scene, pane, KeyCode.PAGE_UP);
            }
            out.show(String.join("-", "setup", "course", size, theme.name(), language.getLanguage()), scene);
            onFx(() -> {
                pane.select(View.LINE);
                return pane;
            });
            out.show(String.join("-", "settings", "line", size, theme.name(), language.getLanguage()), scene);
            onFx(() -> {
                ((ToggleButton) pane.lookup("#settings-site")).fire();
                return pane;
            });
            out.show(String.join("-", "settings", "site", size, theme.name(), language.getLanguage()), scene);
        }
    }

    /** Saves the part, or turns to the next. */
    private static void save(Scene scene, ConsolePane pane, boolean whole) {
        if (!whole) {
            key(scene, pane, KeyCode.PAGE_DOWN);
            return;
        }
        onFx(() -> {
            ((ButtonBase) pane.lookup("#setup-save")).fire();
            return scene;
        });
        onFx(() -> pane);
        onFx(() -> pane);
    }

    private static void key(Scene scene, ConsolePane pane, KeyCode key) {
        onFx(() -> {
            Event.fireEvent(
                    pane.lookup("#setup-parts"),
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return scene;
        });
        onFx(() -> pane);
    }
}
