package vigil.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.dose.DosingWeight;
import vigil.engine.Preparation;
import vigil.engine.Snapshot;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.session.BodySize;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SetUp;
import vigil.session.SiteSettings;
import vigil.session.Staff;
import vigil.session.WeightEntry;
import vigil.ui.form.Answers;

/** Which weight doses go by, as the set-up asks it (A15); 110 kg at 170 cm. */
class SizePartTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Moment NOW = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 1, 1);
    private static final Staff NURSE = new Staff("ce07", "C. Ellis RN", Staff.Role.NURSE);

    private final SizePart part = new SizePart();

    private static Situation weighed(Optional<WeightEntry> weight) {
        SetUp none = SetUp.NOTHING;
        SetUp setUp = new SetUp(
                none.opening(),
                weight,
                none.solution(),
                none.line(),
                none.assessment(),
                none.order(),
                none.background());
        return new Situation(
                new Preparation(
                        setUp, Optional.empty(), Optional.empty(), Optional.empty(), SiteSettings.DEFAULTS, Map.of()),
                Phase.PLANNED,
                new Snapshot.Link(new LinkState.Live(), Optional.empty(), Optional.empty()),
                List.of(),
                TODAY,
                ZoneOffset.UTC);
    }

    private static Situation now() {
        return weighed(
                Optional.of(new WeightEntry(DosingWeight.ofKg("110"), WeightEntry.Basis.MEASURED, "bed scale", TODAY)));
    }

    private static Answers typed(String height, String dosedOn, String reason) {
        return Answers.NONE
                .with(SizePart.HEIGHT, height)
                .with(SizePart.DOSED_ON, dosedOn)
                .with(SizePart.REASON, reason);
    }

    private boolean canBeSaved(Answers answers, Situation now) {
        return part.checks(answers, now).stream().allMatch(check -> check.met() || !check.blocks());
    }

    private WeightEntry saved(Answers answers) {
        assertThat(canBeSaved(answers, now())).isTrue();
        return ((Event.WeightConfirmed) part.entries(answers, now()).getFirst().made(NOW, NURSE)).weight();
    }

    @Test
    void aHeightAloneChangesNoDoseAndShowsEveryWeight() {
        WeightEntry weight = saved(typed("170", "ACTUAL", ""));
        assertThat(weight.weight()).isEqualTo(DosingWeight.ofKg("110"));
        assertThat(weight.size()).map(BodySize::isObese).contains(true);
    }

    @Test
    void theAdjustedWeightIsDosedOnForAReasonAndTheActualOneIsKept() {
        WeightEntry weight = saved(typed("170", "ADJUSTED", "advice of the pharmacy"));
        assertThat(weight.weight().kg()).isEqualByComparingTo(new BigDecimal("82.1"));
        assertThat(weight.size().orElseThrow().actual()).isEqualTo(DosingWeight.ofKg("110"));
        assertThat(weight.source()).isEqualTo("bed scale");
    }

    @Test
    void anotherWeightIsNotTakenWithoutAReason() {
        assertThat(canBeSaved(typed("170", "IDEAL", " "), now())).isFalse();
        assertThat(SizePart.size(typed("170", "IDEAL", " "), now())).isEmpty();
    }

    @Test
    void theDosingWeightComesFirst() {
        assertThat(canBeSaved(typed("170", "ACTUAL", ""), weighed(Optional.empty())))
                .isFalse();
    }
}
