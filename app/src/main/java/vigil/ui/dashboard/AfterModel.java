package vigil.ui.dashboard;

import java.time.Duration;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Ceased;
import vigil.engine.Snapshot.Paused;
import vigil.pump.Moment;
import vigil.ui.parts.Phrases;

/**
 * The four hours after cessation, or the hour of a side-effect pause, in ready words; elapsed time, never wall clock (ruling A23).
 *
 * @param done part of that time that has passed, 0 to 1, for drawing
 */
public record AfterModel(String title, String elapsed, String of, double done, String text) {
    public static Optional<AfterModel> of(Snapshot snapshot, Phrases phrases) {
        Snapshot.Course course = snapshot.course();
        return course.paused()
                .map(pause -> of(pause, phrases))
                .or(() -> course.ceased().flatMap(ceased -> course.observed().map(gone -> of(ceased, gone, phrases))));
    }

    private static AfterModel of(Paused pause, Phrases phrases) {
        Duration whole = pause.wanted();
        Duration shown = pause.elapsed().compareTo(whole) > 0 ? whole : pause.elapsed();
        String answer = pause.eased()
                .map(eased -> phrases.text(eased ? "pause.eased" : "pause.not-eased"))
                .orElse("");
        return new AfterModel(
                phrases.text("pause.title"),
                phrases.stopwatch(pause.elapsed()),
                phrases.text("after.of", phrases.stopwatch(whole)),
                (double) shown.toMillis() / whole.toMillis(),
                (phrases.text("pause.text", phrases.time(pause.lastDelivery().utc())) + " " + answer).strip());
    }

    private static AfterModel of(Ceased ceased, Duration gone, Phrases phrases) {
        Duration whole = ceased.observation();
        Duration shown = gone.compareTo(whole) > 0 ? whole : gone;
        return new AfterModel(
                phrases.text("after.title"),
                phrases.stopwatch(shown),
                phrases.text("after.of", phrases.stopwatch(whole)),
                (double) shown.toMillis() / whole.toMillis(),
                phrases.text(
                        "after.text",
                        ceased.lastDelivery()
                                .map(Moment::utc)
                                .map(phrases::time)
                                .orElse(Phrases.NO_VALUE),
                        phrases.text("cessation." + ceased.reason().name()),
                        ceased.decidedBy()));
    }
}
