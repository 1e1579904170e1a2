package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vigil.engine.Charts;

/** Ruling A11: hallucinations with insight and vivid dreams are side effects unless the site counts them as D. */
@Tag("A11")
class DissociationTest {
    private static final CareChoices MOVED = new CareChoices(Duration.ofMinutes(10), true, false);

    private static List<Sign> event(ObservationSet set, CareChoices choices) {
        List<Sign> risen = Dissociation.risen(set, Optional.empty(), choices);
        return Dissociation.event(risen, Observations.NONE, Duration.ZERO, choices);
    }

    @ParameterizedTest
    @CsvSource({"S9:2", "S10:2", "S10:3"})
    void theyAreSideEffectsByDefault(String effects) {
        ObservationSet set = Charts.with(effects);

        assertThat(SideEffects.qualifying(set, Optional.empty(), CareChoices.STANDARD))
                .hasSize(1);
        assertThat(event(set, CareChoices.STANDARD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"S9:2", "S10:2", "S10:3", "S9:1 S10:1"})
    void theyAreDissociationWhereTheSiteMovesThem(String effects) {
        ObservationSet set = Charts.with(effects);

        assertThat(event(set, MOVED)).isNotEmpty();
        assertThat(SideEffects.qualifying(set, Optional.empty(), MOVED)).isEmpty();
    }

    @Test
    void aSlightOneIsASingleUnsureAnswerThere() {
        assertThat(event(Charts.with("S10:1"), MOVED)).isEmpty();
        assertThat(Dissociation.risen(Charts.with("S10:1"), Optional.empty(), MOVED))
                .containsExactly(new Sign("S10", 0, 1));
    }
}
