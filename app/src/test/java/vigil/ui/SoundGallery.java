package vigil.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Platform;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.alarm.SoundState;
import vigil.engine.Snapshot;
import vigil.look.Theme;
import vigil.rules.Finding.BasisLine;
import vigil.session.SoundProblem;

/** Draws the states of the sound into a directory, to be looked at. Not a test. */
public final class SoundGallery {
    private SoundGallery() {}

    public static void main(String[] arguments) throws IOException {
        Picture.startHeadless();
        try {
            Album out = Album.in(Path.of(arguments[0]));
            for (Theme theme : Theme.values()) {
                for (String size : ViewsGallery.SIZES) {
                    for (Locale language : List.of(Locale.ENGLISH, Locale.GERMANY)) {
                        draw(out, size, theme, language);
                    }
                }
            }
        } finally {
            Platform.exit();
        }
    }

    static void draw(Album out, String size, Theme theme, Locale language) throws IOException {
        ViewsGallery.Console console = new ViewsGallery.Console(size, theme, language);
        console.show(heard(), View.BEDSIDE).write(out, "sound-heard");
        console.show(unconfirmed(), View.BEDSIDE).write(out, "sound-asks");
        console.show(unconfirmedAmongOthers(), View.BEDSIDE).write(out, "sound-asks-alarm");
        console.show(missing(SoundProblem.NO_DEVICE), View.BEDSIDE).write(out, "sound-none");
        console.show(missing(SoundProblem.NOT_HEARD), View.BEDSIDE).write(out, "sound-not-heard");
    }

    static Snapshot heard() {
        Samples.Builder builder = new Samples.Builder();
        SoundState.Check check = new SoundState.Check(true, Samples.at(Samples.NOW.minusSeconds(600)), Samples.NURSE);
        builder.sound = new SoundState(true, Optional.empty(), Optional.of(check), false, 0);
        return builder.build();
    }

    static Snapshot unconfirmed() {
        Samples.Builder builder = new Samples.Builder();
        builder.sound = new SoundState(true, Optional.empty(), Optional.empty(), true, 0);
        return builder.build();
    }

    static Snapshot unconfirmedAmongOthers() {
        Samples.Builder builder = new Samples.Builder();
        builder.sound = unconfirmed().attention().sound();
        builder.conditions = List.of(Samples.aboveMaximum(), Samples.occlusion(), Samples.lowBattery());
        return builder.build();
    }

    static Snapshot missing(SoundProblem problem) {
        Samples.Builder builder = new Samples.Builder();
        boolean device = problem != SoundProblem.NOT_HEARD;
        Optional<SoundState.Check> check = device
                ? Optional.empty()
                : Optional.of(new SoundState.Check(false, Samples.at(Samples.NOW.minusSeconds(9)), Samples.NURSE));
        builder.sound = new SoundState(true, device ? Optional.of(problem) : Optional.empty(), check, false, 0);
        builder.conditions = List.of(condition(problem), Samples.lowBattery());
        return builder.build();
    }

    private static AlarmCondition condition(SoundProblem problem) {
        return new AlarmCondition(
                "NO_SOUND",
                AlarmKind.NO_SOUND,
                Origin.TECHNICAL,
                AlarmPriority.MEDIUM,
                Samples.at(Samples.NOW.minusSeconds(14)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new BasisLine("sound.problem." + problem.name(), "", "")),
                "");
    }
}
