package vigil.ui.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.dose.DoseLimit;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.RateOrder;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Staff;
import vigil.ui.form.Answers;

/** What the set-up asks, refuses and enters of drug and order; without a toolkit. */
class DrugAndOrderPartsTest extends AnsweredParts {
    private static Answers drug(String mg, String ml) {
        return typed(
                DrugPart.DRUG,
                "ketamine",
                DrugPart.AMOUNT,
                mg,
                DrugPart.VOLUME,
                ml,
                DrugPart.DILUENT,
                "sodium chloride 0.9 %");
    }

    @Test
    @Tag("R29")
    void strengthComesFromAmountAndVolumeAndIsNeverRounded() {
        assertThat(DrugPart.strength(drug("200", "50"))).contains(Concentration.ofMgPerMl("4"));
        assertThat(DrugPart.strength(drug("100", "48"))).isEmpty();
        assertThat(lacks(Part.DRUG, drug("100", "48"))).containsExactly("setup.lack.strength");
    }

    @Test
    @Tag("R29")
    void withoutASecondPersonTheDrugIsEnteredAsUnchecked() {
        assertThat(entered(Part.DRUG, drug("200", "50"))).containsExactly(new Event.SolutionEntered(NOW, FOUR, NURSE));
        Answers half = drug("200", "50").with(DrugPart.CHECKER, "ab12");
        assertThat(lacks(Part.DRUG, half)).containsExactly("setup.lack.checker");
        assertThat(entered(Part.DRUG, half.with(DrugPart.CHECKER_NAME, "A. Brown RN")))
                .containsExactly(new Event.SolutionConfirmed(
                        NOW, FOUR, NURSE, new Staff("ab12", "A. Brown RN", Staff.Role.NURSE)));
    }

    private static Answers order(String rate, String low, String high) {
        return typed(
                OrderPart.RATE, rate,
                OrderPart.LOWEST, low,
                OrderPart.HIGHEST, high,
                OrderPart.PRESCRIBER, "Dr P. Okafor");
    }

    @Test
    @Tag("R12")
    void anOrderUpToTheMaximumExactlyIsTakenAndAnythingAboveIsNot() {
        // 8.75 mL/h x 4 mg/mL / 70 kg = 0.5 mg/kg/h
        assertThat(lacks(Part.ORDER, order("8.75", "0.05", "0.5"))).isEmpty();
        assertThat(lacks(Part.ORDER, order("8.76", "0.05", "0.5"))).containsExactly("setup.lack.within");
        assertThat(lacks(Part.ORDER, order("8.75", "0.05", "0.501"))).containsExactly("setup.lack.maximum");
        settings = new SiteSettings(Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.4")));
        assertThat(lacks(Part.ORDER, order("7", "0.05", "0.5"))).containsExactly("setup.lack.maximum");
    }

    @Test
    void aRateBelowItsOwnRangeOrARangeTheWrongWayRoundIsNotTaken() {
        // 0.87 mL/h gives 0.0497 mg/kg/h, which would be shown as 0.050
        assertThat(lacks(Part.ORDER, order("0.87", "0.05", "0.1"))).containsExactly("setup.lack.within");
        assertThat(lacks(Part.ORDER, order("1", "0.1", "0.05"))).contains("setup.lack.range");
    }

    @Test
    void anOrderNeedsWeightAndStrength() {
        weight = Optional.empty();
        assertThat(lacks(Part.ORDER, order("1", "0.05", "0.1"))).containsExactly("setup.lack.dosing");
    }

    @Test
    void theTableSaysTheHighestStepThatStaysWithinTheMaximum() {
        assertThat(OrderPart.table(order("1", "0.05", "0.1"), now()))
                .extracting(row -> row.flowRate().mlPerH().toPlainString() + " "
                        + row.dose().toDisplay())
                .containsExactly("1 0.057", "1.75 0.100", "8.75 0.500");
    }

    @Test
    void beforeTheCourseAnOrderStartsItAndDuringItPeopleSayWhatItIs() {
        RateOrder start = new RateOrder(
                FlowRate.ofMlPerH("1"),
                DoseLimit.of("0.05"),
                DoseLimit.of("0.1"),
                RateOrder.Kind.START,
                "Dr P. Okafor");
        assertThat(entered(Part.ORDER, order("1", "0.05", "0.1")))
                .containsExactly(new Event.RateOrdered(NOW, start, NURSE));
        phase = Phase.INFUSING;
        assertThat(lacks(Part.ORDER, order("1", "0.05", "0.1"))).containsExactly("setup.order.kind");
        assertThat(entered(Part.ORDER, order("1", "0.05", "0.1").with(OrderPart.KIND, "WEAN_STEP")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Event.RateOrdered.class,
                        ordered -> assertThat(ordered.order().kind()).isEqualTo(RateOrder.Kind.WEAN_STEP));
    }

    @Test
    void whoOrdersAChangeIsSaidAnew() {
        ordered = Optional.of(new RateOrder(
                FlowRate.ofMlPerH("1"),
                DoseLimit.of("0.05"),
                DoseLimit.of("0.1"),
                RateOrder.Kind.START,
                "Dr P. Okafor"));
        assertThat(lacks(Part.ORDER, Part.ORDER.rules().recorded(now(), Answers.NONE)))
                .isEmpty();
        phase = Phase.INFUSING;
        assertThat(lacks(Part.ORDER, Part.ORDER.rules().recorded(now(), Answers.NONE)))
                .containsExactly("setup.order.kind", "setup.order.prescriber");
    }
}
