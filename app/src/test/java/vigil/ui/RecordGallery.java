package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import vigil.export.print.Outcome;
import vigil.look.Theme;
import vigil.ui.ViewsGallery.Console;
import vigil.ui.history.Archive;

/** Draws the views that read the record into a directory, to be looked at. Not a test. */
public final class RecordGallery {
    /** The longest of what a printer can say. */
    private static final Outcome JAMMED =
            new Outcome.Failed(Outcome.Reason.PAUSED, "ward-4-laser", "Paper is being changed");

    private RecordGallery() {}

    /** Arguments: the directory, and which combinations: {@code all}, or none for two of them. */
    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(arguments[0]));
            if (arguments.length > 1) {
                for (String size : List.of("1280x800", "1024x600")) {
                    for (Theme theme : Theme.values()) {
                        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                            draw(out, size, theme, language);
                        }
                    }
                }
            } else {
                draw(out, "1280x800", Theme.DARK, Locale.ENGLISH);
                draw(out, "1024x600", Theme.LIGHT, Locale.GERMANY);
            }
        } finally {
            Platform.exit();
        }
    }

    private static final class Reading extends ViewsGallery.Foreseeing {
        private final RecordSamples record = new RecordSamples();

        @Override
        public Archive archive() {
            record.realPage = true;
            return record;
        }
    }

    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        Console console = new Console(
                size,
                theme,
                language,
                Consoles.printing(theme, language, new PrintFromViewsTest.Tray().ending(JAMMED)),
                new Reading());
        console.show(Samples.alarming(), View.ALARMS).write(out, "alarms");
        console.choose("#alarmlog-rows", 1).write(out, "alarms-chosen");
        console.show(Samples.alarming(), View.HISTORY).write(out, "history");
        console.choose("#history-sessions", 1)
                .fire("#history-export")
                .fire("#history-check")
                .write(out, "history-chosen");
        console.fire("#history-settings").write(out, "history-settings");
        console.fire("#history-settings");
        console.show(FlowSamples.marked().snapshot(), View.HISTORY)
                .fire("#history-entries")
                .choose("#entries-list", 2)
                .write(out, "history-entries");
        console.choose("#entries-list", 1).write(out, "history-entries-marked");
        console.fire("#history-entries").show(Samples.alarming(), View.HISTORY);
        console.fire("#history-replay").write(out, "replay");
        console.fire("#replay-end")
                .show(Samples.calm(), View.HANDOVER)
                .fire("#handover-write")
                .write(out, "handover");
        console.fire("#handover-print").write(out, "handover-printing");
        console.show(Samples.calm(), View.HISTORY)
                .fire("#history-REPORT")
                .fire("#history-print")
                .write(out, "history-printing");
        console.show(FlowSamples.after(Duration.ofMinutes(243)).snapshot(), View.AFTER)
                .fire("#hours-print")
                .write(out, "after-printing");
        console.show(Samples.calm(), View.LINE).fire("#settings-printer").write(out, "printer");
    }
}
