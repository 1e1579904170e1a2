package vigil.ui.cessation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Bedside;
import vigil.engine.CareSight.RowState;
import vigil.look.Words;
import vigil.pump.DeliveryStatus;
import vigil.session.CessationReason;
import vigil.ui.cessation.CessationModel.GateLine;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

@Tag("R14")
class CessationModelTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.ENGLISH), Bedside.SYDNEY);

    /** Decided while the pump still runs; it is seen to stop a minute later. */
    private final Bedside bedside = Bedside.ready("1.75")
            .pumpRuns("1.75")
            .runs(Duration.ofMinutes(1))
            .ceases(CessationReason.PLANNED)
            .runs(Duration.ofMinutes(1))
            .pumpIs(DeliveryStatus.NOT_DELIVERING)
            .runs(Duration.ofSeconds(1))
            .every(Duration.ofSeconds(5));

    private CessationModel model() {
        return CessationModel.of(bedside.snapshot(), PHRASES).orElseThrow();
    }

    private List<RowState> states() {
        return model().rows().stream().map(RowLine::state).toList();
    }

    @Test
    void t0IsTheLastDeliveryWhereItCameAfterTheDecision() {
        assertThat(model().facts())
                .contains(
                        new Figure("t0", "09:02:01"),
                        new Figure("Last delivery", "09:02:01"),
                        new Figure("Decision to cease", "09:01:01"));
    }

    @Test
    void theClockCountsElapsedTimeAndNotTheClockOnTheWall() {
        bedside.runs(Duration.ofMinutes(30)).clockSteps(Duration.ofHours(1)).reads();
        assertThat(model().clock().elapsed()).isEqualTo("30:01");
        assertThat(model().clock().gate()).isEqualTo("Gate not before 14:02:01");
    }

    @Test
    void nineRowsStandWhereTheyAre() {
        bedside.observes(Bedside.fullSet()).runs(Duration.ofMinutes(31));
        assertThat(states())
                .containsExactly(
                        RowState.DONE,
                        RowState.MISSED,
                        RowState.DUE,
                        RowState.AHEAD,
                        RowState.AHEAD,
                        RowState.AHEAD,
                        RowState.AHEAD,
                        RowState.AHEAD,
                        RowState.AHEAD);
        assertThat(model().rowsDone()).isEqualTo("1 of 9 rows done");
    }

    @Test
    void aSetOutsideOfEveryRowIsCountedAsExtra() {
        bedside.runs(Duration.ofMinutes(100)).observes(Bedside.fullSet()).runs(Duration.ofSeconds(5));
        assertThat(model().rowsDone()).endsWith("and 1 extra");
    }

    @Test
    void theReleaseNamesTheLinesThatAreNotMet() {
        assertThat(model().signs().getLast().why()).isEqualTo("No release: line 1, 2, 5 is not met.");
        bedside.runs(Duration.ofMinutes(241)).observes(Bedside.fullSet());
        assertThat(model().signs()).allMatch(CessationModel.Sign::isOpen);
        assertThat(model().gate().lines()).filteredOn(GateLine::opens).allMatch(GateLine::met);
    }

    @Test
    void afterTheReleaseThePlanIsWhatIsLeft() {
        bedside.runs(Duration.ofMinutes(241)).observes(Bedside.fullSet()).releases();
        assertThat(model().planOpen()).isTrue();
        assertThat(model().signed()).anyMatch(line -> line.contains("Dr P. Okafor"));
    }

    @Test
    void aRestartVoidsTheHoursAndSaysSo() {
        bedside.runs(Duration.ofMinutes(20)).pumpRuns("1.75").runs(Duration.ofSeconds(10));
        assertThat(CessationModel.of(bedside.snapshot(), PHRASES)).isEmpty();
        assertThat(CessationModel.before(bedside.snapshot(), PHRASES)).contains("VOIDED: the four hours from 09:02:01");
    }
}
