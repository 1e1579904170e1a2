package vigil.ui.dashboard;

import java.util.Optional;
import vigil.engine.Snapshot;
import vigil.ui.gauge.CumulativeGaugeModel;
import vigil.ui.gauge.DoseGaugeModel;
import vigil.ui.parts.Phrases;

/** The bedside view as words and positions: a projection of one snapshot, made without a toolkit. */
public record BedsideModel(
        DoseGaugeModel dose,
        CumulativeGaugeModel given,
        ValueStripModel values,
        DueModel due,
        LastObservationModel lastObservation,
        Optional<PromptModel> prompt,
        Optional<AfterModel> after) {

    public static BedsideModel of(Snapshot snapshot, Phrases phrases) {
        return new BedsideModel(
                DoseGaugeModel.of(snapshot, phrases),
                CumulativeGaugeModel.of(snapshot, phrases),
                ValueStripModel.of(snapshot, phrases),
                DueModel.of(snapshot, phrases),
                LastObservationModel.of(snapshot, phrases),
                PromptModel.of(snapshot, phrases),
                AfterModel.of(snapshot, phrases));
    }
}
