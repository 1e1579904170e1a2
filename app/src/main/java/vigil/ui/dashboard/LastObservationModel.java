package vigil.ui.dashboard;

import java.util.List;
import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.LastObservation;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.Vitals;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The last charted set in ready words; what was not taken is a dash.
 *
 * @param by initials, or empty when there is no set yet
 */
public record LastObservationModel(String heading, String by, List<Figure> figures) {

    public static LastObservationModel of(Snapshot snapshot, Phrases phrases) {
        return snapshot.lastObservation()
                .map(last -> of(last, isAmended(snapshot), phrases))
                .orElseGet(() -> new LastObservationModel(phrases.text("observation.none"), "", List.of()));
    }

    private static boolean isAmended(Snapshot snapshot) {
        return !snapshot.care().sets().isEmpty()
                && snapshot.care().sets().getLast().amended();
    }

    private static LastObservationModel of(LastObservation last, boolean amended, Phrases phrases) {
        return new LastObservationModel(
                phrases.text(amended ? "observation.last-amended" : "observation.last", phrases.clock(last.at())),
                phrases.text("observation.by", last.by().initials()),
                figures(last.set(), phrases));
    }

    private static List<Figure> figures(ObservationSet set, Phrases phrases) {
        Vitals vitals = set.vitals();
        return List.of(
                figure("sedation", Optional.of(set.sedation()), phrases),
                figure("rr", vitals.respiratoryRatePerMin(), phrases),
                figure("spo2", vitals.spo2Percent().map(percent -> percent + " %"), phrases),
                figure("hr", vitals.heartRatePerMin(), phrases),
                figure("bp", pressure(vitals), phrases),
                figure("pain-rest", set.pain().map(Pain::atRest), phrases),
                figure("pain-moving", set.pain().map(Pain::moving), phrases),
                figure("nausea", set.nausea(), phrases));
    }

    private static Optional<String> pressure(Vitals vitals) {
        return vitals.systolicMmHg().flatMap(high -> vitals.diastolicMmHg().map(low -> high + "/" + low));
    }

    private static Figure figure(String key, Optional<?> value, Phrases phrases) {
        return new Figure(
                phrases.text("observation." + key),
                value.map(String::valueOf).orElseGet(() -> phrases.text("value.none")));
    }
}
