package vigil.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.PlasmaInput;
import vigil.look.Words;
import vigil.session.InfusionLine.Route;
import vigil.session.PlasmaChoice;
import vigil.session.PlasmaChoice.Exclusion;
import vigil.session.Stamp;
import vigil.session.Supply;
import vigil.ui.Samples;
import vigil.ui.parts.Phrases;

/** When the plasma band is drawn, and when not (pharmacokinetics, section 1). */
class PlasmaModelTest {
    private static final PlasmaChoice ON = new PlasmaChoice(true, Set.of());
    private static final PlasmaInput WHOLE =
            Samples.beside(Optional.empty(), ON).plasma();

    private static PlasmaModel model(PlasmaInput input) {
        Samples.Builder builder = new Samples.Builder();
        builder.beside = new Snapshot.Beside(Optional.empty(), input);
        Snapshot snapshot = builder.build();
        Phrases phrases = new Phrases(Words.of(Locale.ENGLISH), snapshot.zone());
        return PlasmaModel.of(snapshot, new PlasmaFollower(Runnable::run).follow(snapshot), TrendRange.COURSE, phrases);
    }

    private static PlasmaInput with(PlasmaChoice choice, String drug, boolean whole) {
        return new PlasmaInput(choice, Optional.of(drug), WHOLE.route(), WHOLE.supply(), whole);
    }

    @Test
    void theBandIsDrawnFromTheFirstDeliveryToTheLastSample() {
        PlasmaModel model = model(WHOLE);
        assertThat(model.hidden()).isEmpty();
        assertThat(model.points().getFirst().at())
                .isEqualTo(WHOLE.supply().getFirst().from().at().utc());
        assertThat(model.points().getLast().at())
                .isEqualTo(WHOLE.supply().getLast().to().at().utc());
    }

    @Test
    void itIsABandAndNeverALine() {
        assertThat(model(WHOLE).points().subList(2, 100))
                .allSatisfy(point -> assertThat(point.highest()).isGreaterThan(point.lowest()));
    }

    @Test
    void itIsOffUntilSomebodySwitchedItOnForThisPatient() {
        PlasmaModel model = model(with(PlasmaChoice.OFF, "ketamine", true));
        assertThat(model.off()).isTrue();
        assertThat(model.hidden()).isPresent();
        assertThat(model.points()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Exclusion.class)
    void whatTheModelsDoNotHoldForHidesIt(Exclusion exclusion) {
        assertThat(model(with(new PlasmaChoice(true, Set.of(exclusion)), "ketamine", true))
                        .hidden())
                .isPresent();
    }

    @Test
    void anotherDrugThanRacemicKetamineHidesIt() {
        assertThat(model(with(ON, "S-ketamine", true)).hidden())
                .contains("No estimate: the models are for racemic ketamine.");
        assertThat(model(with(ON, "Ketamine", true)).hidden()).isEmpty();
    }

    @Test
    void anUnknownPartOfTheInfusionHidesIt() {
        assertThat(model(with(ON, "ketamine", false)).hidden())
                .contains("No estimate: part of the infusion is not known.");
    }

    @Test
    void aReconciledGapIsMarkedForHatching() {
        Supply gap =
                WHOLE.supply().stream().filter(Supply::reconciled).findFirst().orElseThrow();

        assertThat(model(WHOLE).points().stream().filter(PlasmaModel.Point::reconciled))
                .hasSizeGreaterThan(10)
                .allSatisfy(point -> assertThat(point.at())
                        .isBetween(
                                gap.from().at().utc().minusSeconds(60),
                                gap.to().at().utc()));
    }

    @Test
    void underTheSkinTheDelayIsSaid() {
        assertThat(model(WHOLE).note()).contains("Absorption from under the skin");
        PlasmaInput intravenous =
                new PlasmaInput(ON, Optional.of("ketamine"), Optional.of(Route.INTRAVENOUS), WHOLE.supply(), true);
        assertThat(model(intravenous).note()).isEmpty();
    }

    @Test
    void theStandingTextIsWordForWord() {
        assertThat(Words.of(Locale.ENGLISH).text("plasma.standing"))
                .isEqualTo("Population estimate, not measured, not for dosing.");
        assertThat(Words.of(Locale.ENGLISH).text("reference.standing"))
                .isEqualTo("Published regimen for reference. Not an order.");
    }

    @Test
    void anotherSessionBeginsAnew() {
        Samples.Builder builder = new Samples.Builder();
        builder.beside = Samples.beside(Optional.empty(), ON);
        PlasmaFollower follower = new PlasmaFollower(Runnable::run);
        assertThat(follower.follow(builder.build()).points()).isNotEmpty();

        builder.beside = new Snapshot.Beside(
                Optional.empty(), new PlasmaInput(ON, Optional.of("ketamine"), WHOLE.route(), List.of(), true));
        assertThat(follower.follow(builder.build()).points()).isEmpty();
    }

    @Test
    void itIsSolvedBesideTheScreenOneCalculationAtATime() {
        Samples.Builder builder = new Samples.Builder();
        builder.beside = Samples.beside(Optional.empty(), ON);
        Deque<Runnable> beside = new ArrayDeque<>();
        PlasmaFollower follower = new PlasmaFollower(beside::add);

        assertThat(follower.follow(builder.build()).points()).isEmpty();
        assertThat(follower.follow(builder.build()).points()).isEmpty();
        assertThat(beside).hasSize(1);

        beside.remove().run();
        assertThat(follower.follow(builder.build()).points()).isNotEmpty();
        assertThat(beside).isEmpty();
    }

    @Test
    void aLongCourseIsDrawnWithNoMorePointsThanColumnsAndHidesNoWidth() {
        Supply first = WHOLE.supply().getFirst();
        Supply days = new Supply(
                first.from(),
                new Stamp(
                        first.from().at().plus(Duration.ofDays(5)),
                        first.from().elapsed().plus(Duration.ofDays(5))),
                first.mgPerH(),
                first.weight(),
                false);
        PlasmaModel model = model(new PlasmaInput(ON, Optional.of("ketamine"), WHOLE.route(), List.of(days), true));

        assertThat(model.points()).hasSizeBetween(1_000, 2_001);
        assertThat(model.points().getLast().at()).isEqualTo(days.to().at().utc());
        assertThat(model.points())
                .allSatisfy(point -> assertThat(point.highest()).isGreaterThanOrEqualTo(point.lowest()));
    }
}
