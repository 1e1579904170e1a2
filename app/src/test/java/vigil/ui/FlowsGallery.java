package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import vigil.engine.Foresight;
import vigil.look.Theme;

/** Draws the flows, the pump check and the four hours into a directory, to be looked at. Not a test. */
public final class FlowsGallery {
    private FlowsGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            draw(Album.in(Path.of(arguments[0])));
        } finally {
            Platform.exit();
        }
    }

    static void draw(Album out) throws IOException {
        for (String size : ViewsGallery.SIZES) {
            for (Theme theme : Theme.values()) {
                for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                    draw(out, size, theme, language);
                }
            }
        }
    }

    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        flows(out, new ViewsGallery.Console(size, theme, language, new Refusing()));
        checks(out, new ViewsGallery.Console(size, theme, language, new Refusing()));
        after(out, new ViewsGallery.Console(size, theme, language, new Refusing()));
    }

    private static void flows(Album out, ViewsGallery.Console console) throws IOException {
        console.show(FlowSamples.running().snapshot(), View.EFFECTS).write(out, "flow-idle");
        console.show(FlowSamples.troubled().snapshot(), View.BEDSIDE).write(out, "flow-prompt");
        console.show(FlowSamples.troubled().snapshot(), View.EFFECTS).write(out, "flow-1-troubled");
        console.show(FlowSamples.pauseRecorded().snapshot(), View.EFFECTS).write(out, "flow-2-recorded");
        console.show(FlowSamples.paused().snapshot(), View.EFFECTS).write(out, "flow-3-paused");
        console.show(FlowSamples.hourOver().snapshot(), View.EFFECTS).write(out, "flow-4-over");
        console.show(FlowSamples.eased().snapshot(), View.EFFECTS).write(out, "flow-5-eased");
        console.show(FlowSamples.notEased().snapshot(), View.EFFECTS).write(out, "flow-6-not-eased");
        console.fire("#act-DIRECTION").write(out, "flow-7-direction");
        console.fire("#flow-save").write(out, "flow-8-lacking");
        console.fire("#flow-back");
        console.show(FlowSamples.dissociated().snapshot(), View.EFFECTS).write(out, "flow-9-dissociated");
        console.show(FlowSamples.terminated().snapshot(), View.EFFECTS).write(out, "flow-10-terminated");
        console.show(FlowSamples.stopped().snapshot(), View.BEDSIDE).write(out, "flow-11-stopped");
        console.fire("#act-STOP_REASON").write(out, "flow-12-why");
        console.fire("#flow-back");
    }

    private static void after(Album out, ViewsGallery.Console console) throws IOException {
        console.show(FlowSamples.running().snapshot(), View.AFTER).write(out, "after-0-none");
        console.show(FlowSamples.after(Duration.ofMinutes(135)).snapshot(), View.AFTER)
                .write(out, "after-1-going");
        console.show(FlowSamples.after(Duration.ofMinutes(243)).snapshot(), View.AFTER)
                .write(out, "after-2-met");
        console.show(FlowSamples.after(Duration.ofMinutes(243)).releases().snapshot(), View.AFTER)
                .write(out, "after-3-released");
        console.fire("#hours-plan").write(out, "after-4-plan");
    }

    private static void checks(Album out, ViewsGallery.Console console) throws IOException {
        console.show(FlowSamples.running().snapshot(), View.PUMP).write(out, "check-1-wire");
        console.focus("#field-check-rate-text").write(out, "check-2-focus");
        console.show(FlowSamples.charted().snapshot(), View.PUMP).write(out, "check-3-charted");
        console.fire("#check-all").write(out, "check-4-all");
    }

    /** Refuses every entry. */
    private static final class Refusing implements ConsoleActions {
        @Override
        public void acknowledge(String conditionKey) {
            throw new IllegalStateException(conditionKey);
        }

        @Override
        public void pauseAudio() {
            throw new IllegalStateException("a picture has no sound");
        }

        @Override
        public void enter(Entry entry, Consumer<Optional<String>> answer) {
            answer.accept(Optional.of("a picture enters nothing"));
        }

        @Override
        public void foresee(Entry entry, Consumer<Foresight> answer) {
            answer.accept(new Foresight(Optional.empty(), List.of()));
        }
    }
}
