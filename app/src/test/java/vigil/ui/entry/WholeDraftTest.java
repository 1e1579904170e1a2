package vigil.ui.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vigil.engine.Charts;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Circumstance;

class WholeDraftTest {
    @Test
    void aChartedSetAsADraftIsTheSetAgain() {
        ObservationSet set = Charts.with("sedation:1 S3:2 S9:3 D2:U D4:Y D8:?", Circumstance.DISTRESSING);
        assertThat(WholeDraft.of(set).set()).hasValue(set);
    }

    @Test
    void whatWasNotTakenStaysNotTaken() {
        ObservationSet set = new ObservationSet(
                ObservationSet.Kind.CORE,
                2,
                new ObservationSet.Vitals(
                        Optional.of(11),
                        Optional.empty(),
                        Optional.of(new BigDecimal("0.5")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ObservationSet.Consciousness.NEW_CONFUSION)),
                Optional.empty(),
                Optional.empty(),
                Optional.of(4),
                Map.of(),
                Map.of(),
                Optional.of(new ObservationSet.Orientation(true, false, false, 1)),
                "a note",
                Set.of());
        assertThat(WholeDraft.of(set).set()).hasValue(set);
    }
}
