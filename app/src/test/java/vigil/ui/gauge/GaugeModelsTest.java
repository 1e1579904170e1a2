package vigil.ui.gauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.pump.DeliveryStatus;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.ui.Samples;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

class GaugeModelsTest {
    private static final Phrases ENGLISH = new Phrases(Words.of(Locale.ENGLISH), Samples.SYDNEY);
    private static final Phrases GERMAN = new Phrases(Words.of(Locale.GERMANY), Samples.SYDNEY);

    @Test
    void liveDoseIsShownWithThreeDecimalsAndItsAge() {
        DoseGaugeModel model = DoseGaugeModel.of(Samples.calm(), ENGLISH);
        assertThat(model.state()).isEqualTo(DoseGaugeModel.State.LIVE);
        assertThat(model.numeral()).isEqualTo("0.100");
        assertThat(model.corner()).isEqualTo("1 s old");
    }

    @Test
    @Tag("R31")
    void staleDoseIsTwoDashesWithAgeAndLastValue() {
        DoseGaugeModel model = DoseGaugeModel.of(Samples.stale(), ENGLISH);
        assertThat(model.state()).isEqualTo(DoseGaugeModel.State.NO_VALUE);
        assertThat(model.numeral()).isEqualTo("--");
        assertThat(model.corner()).isEqualTo("no data for 14 s, last 0.100 at 23:23:54");
        assertThat(model.value()).isEmpty();
    }

    @Test
    void aTrueZeroIsNotStale() {
        Samples.Builder stopped = new Samples.Builder();
        stopped.dose = Samples.dose("0", "0", false);
        DoseGaugeModel model = DoseGaugeModel.of(stopped.build(), ENGLISH);
        assertThat(model.state()).isEqualTo(DoseGaugeModel.State.LIVE);
        assertThat(model.numeral()).isEqualTo("0.000");
        assertThat(model.value()).hasValue(0);
    }

    @Test
    @Tag("A17")
    void aRateThatJumpedIsToBeVerifiedBesideAllElseThatIsSaidOfIt() {
        DoseGaugeModel live = DoseGaugeModel.of(Samples.jumped(), ENGLISH);
        assertThat(live.toVerify()).isTrue();
        assertThat(live.corner()).isEqualTo("verify · 1 s old");

        DoseGaugeModel above = DoseGaugeModel.of(Samples.jumpedAboveMaximum(), ENGLISH);
        assertThat(above.state()).isEqualTo(DoseGaugeModel.State.ABOVE_MAXIMUM);
        assertThat(above.toVerify()).isTrue();
        assertThat(above.corner()).isEqualTo("ABOVE MAXIMUM · verify");

        DoseGaugeModel charted = DoseGaugeModel.of(Samples.jumpedAsCharted(), ENGLISH);
        assertThat(charted.corner()).startsWith("verify · Charted").endsWith("not live");
        assertThat(DoseGaugeModel.of(Samples.calm(), ENGLISH).toVerify()).isFalse();
    }

    @Test
    @Tag("A17")
    @Tag("R31")
    void aRateThatIsNotKnownOrDoesNotFlowCarriesNoMark() {
        Samples.Builder stopped = new Samples.Builder();
        stopped.conditions = List.of(Samples.rateJumped("1.75 mL/h → 17.5 mL/h"));
        stopped.dose = Samples.dose("0", "17.5", false);
        assertThat(DoseGaugeModel.of(stopped.build(), ENGLISH).toVerify()).isFalse();
    }

    @Test
    @Tag("R12")
    void aboveMaximumIsSaidInWordsAndKeepsTheAge() {
        DoseGaugeModel model = DoseGaugeModel.of(Samples.alarming(), ENGLISH);
        assertThat(model.state()).isEqualTo(DoseGaugeModel.State.ABOVE_MAXIMUM);
        assertThat(model.numeral()).isEqualTo("0.503");
        assertThat(model.corner()).isEqualTo("ABOVE MAXIMUM");
        assertThat(model.foot()).contains(new Figure("Age", "1 s"));
    }

    @Test
    void beforeTheFirstReadingThereIsNoNumber() {
        Samples.Builder nothing = new Samples.Builder();
        nothing.dose = new Snapshot.Dose(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                DeliveryStatus.UNKNOWN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        DoseGaugeModel model = DoseGaugeModel.of(nothing.build(), ENGLISH);
        assertThat(model.numeral()).isEqualTo("--");
        assertThat(model.corner()).isEqualTo("no data yet");
    }

    @Test
    void germanShowsADecimalComma() {
        assertThat(DoseGaugeModel.of(Samples.calm(), GERMAN).numeral()).isEqualTo("0,100");
        assertThat(CumulativeGaugeModel.of(Samples.calm(), GERMAN).perKg()).isEqualTo("3,55 mg/kg");
    }

    @Test
    void missedPartsMakeTheTotalAtLeast() {
        assertThat(CumulativeGaugeModel.of(Samples.stale(), ENGLISH).atLeast()).isEqualTo("at least");
        assertThat(CumulativeGaugeModel.of(Samples.calm(), ENGLISH).atLeast()).isEmpty();
    }

    @Test
    void fromAThousandMilligramsOnlyTheSmallLineKeepsTheDecimal() {
        Samples.Builder much = new Samples.Builder();
        much.courseMg = "1248.4";
        CumulativeGaugeModel model = CumulativeGaugeModel.of(much.build(), ENGLISH);
        assertThat(model.numeral()).isEqualTo("1248");
        assertThat(model.mass()).isEqualTo("1248.4 mg");
    }

    @Test
    void scaleEndsBeyondTheTotal() {
        assertThat(CumulativeGaugeModel.of(Samples.calm(), ENGLISH).scale()).isEqualTo(500);
    }

    @Test
    void agesAreCountedInSecondsMinutesAndHours() {
        assertThat(ENGLISH.age(Duration.ofSeconds(59))).isEqualTo("59 s");
        assertThat(ENGLISH.age(Duration.ofSeconds(60))).isEqualTo("1 min");
        assertThat(ENGLISH.age(Duration.ofMinutes(125))).isEqualTo("2 h 05");
    }

    @Test
    void theZonesAreTheSitesOwn() {
        SiteSettings site = new SiteSettings(
                Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.35"), SiteSetting.PSYCHOMIMETIC, new BigDecimal("0.15")));

        DoseGaugeModel.Zones zones = DoseGaugeModel.Zones.of(site);

        assertThat(zones).isEqualTo(new DoseGaugeModel.Zones(0.05, 0.1, 0.15, 0.35));
        assertThat(zones.ticks()).containsExactly(0, 0.05, 0.1, 0.15, 0.3);
    }
}
