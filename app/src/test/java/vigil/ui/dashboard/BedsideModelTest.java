package vigil.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.ui.Samples;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

class BedsideModelTest {
    private static final Phrases PHRASES = new Phrases(Words.of(Locale.ENGLISH), Samples.SYDNEY);

    @Test
    @Tag("R31")
    void everyPumpValueIsGoneOnceStale() {
        List<Figure> figures = ValueStripModel.of(Samples.stale(), PHRASES).figures();
        assertThat(figures)
                .filteredOn(figure -> !figure.label().equals("Strength"))
                .allMatch(f -> f.value().equals("--"));
    }

    @Test
    void valuesCarryTheirUnits() {
        assertThat(ValueStripModel.of(Samples.calm(), PHRASES).figures())
                .contains(
                        new Figure("Flow", "1.75", "mL/h"),
                        new Figure("Mass rate", "7.00", "mg/h"),
                        new Figure("Time to empty", "14 h 46", ""),
                        new Figure("Empty at", "14:10", "Wed"));
    }

    @Test
    void anOverdueItemOfTheDayStandsBehindTheNextObservation() {
        Samples.Builder builder = new Samples.Builder();
        Instant longAgo = builder.build().now().utc().minusSeconds(86_400);
        List<Snapshot.Due> due = new ArrayList<>(builder.due);
        due.add(new Snapshot.Due(Snapshot.Due.What.SITE_ROTATED, longAgo, longAgo, true, Optional.empty()));
        builder.due = due;

        DueModel model = DueModel.of(builder.build(), PHRASES);

        assertThat(model.title()).doesNotContain("Site");
        assertThat(model.next().getLast().what()).contains("Site");
    }

    @Test
    void whatIsDueSaysSinceWhenAndFromWhenItIsOverdue() {
        DueModel due = DueModel.of(Samples.calm(), PHRASES);
        assertThat(due.now()).isTrue();
        assertThat(due.clock()).isEqualTo("23:20");
        assertThat(due.text()).isEqualTo("4 min ago. Counts as overdue from 23:50. Core set, P3 row 7.");
        assertThat(due.next())
                .first()
                .isEqualTo(new DueModel.Row("01:20", "Observation", "in 1 h 55", "Observation", "1 h 55"));
    }

    /** Pumps that stand go on telling the rate they are set to. */
    @Test
    void theRateOfAStoppedPumpIsNotCalledFlow() {
        Samples.Builder stopped = new Samples.Builder();
        stopped.dose = Samples.dose("0", "1.75", false);

        assertThat(ValueStripModel.of(stopped.build(), PHRASES).figures())
                .contains(new Figure("Pump says", "Stopped"), new Figure("Pump's rate", "1.75", "mL/h"))
                .noneMatch(figure -> figure.label().equals("Flow"));
        assertThat(ValueStripModel.of(Samples.calm(), PHRASES).figures()).contains(new Figure("Flow", "1.75", "mL/h"));
    }

    @Test
    @Tag("A17")
    void theFlowThatJumpedIsMarkedAndWhatDoesNotFlowIsNot() {
        assertThat(ValueStripModel.of(Samples.jumped(), PHRASES).toVerify()).isEqualTo("verify");
        assertThat(ValueStripModel.of(Samples.jumpedAboveMaximum(), PHRASES).toVerify())
                .isEqualTo("verify");
        assertThat(ValueStripModel.of(Samples.calm(), PHRASES).toVerify()).isEmpty();
    }

    @Test
    @Tag("R12")
    void promptShowsRuleBasisAndWhatThePumpShows() {
        PromptModel prompt = PromptModel.of(Samples.alarming(), PHRASES).orElseThrow();
        assertThat(prompt.rule()).isEqualTo("R12");
        assertThat(prompt.basis()).contains(new Figure("÷ 70.0 kg", "0.503 mg/kg/h"));
        assertThat(prompt.evidence()).isEqualTo("Pump shows: Infusing, rate 8.80 mL/h. 1 s old.");
    }

    @Test
    void mirroredAlarmIsNoPrompt() {
        Samples.Builder mirrored = new Samples.Builder();
        mirrored.conditions = List.of(Samples.occlusion());
        assertThat(PromptModel.of(mirrored.build(), PHRASES)).isEmpty();
    }

    @Test
    void stepLineIsNeverJoinedAcrossAGap() {
        TrendModel trend = TrendModel.of(Samples.calm(), TrendRange.COURSE, PHRASES);
        assertThat(trend.runs()).hasSize(3);
        assertThat(trend.gaps()).hasSize(1);
        assertThat(trend.gaps().getFirst().from()).isEqualTo(trend.runs().get(1).to());
        assertThat(trend.gaps().getFirst().to()).isEqualTo(trend.runs().get(2).from());
    }

    @Test
    void missingMinutesAreAGap() {
        Instant start = Samples.NOW.minus(Duration.ofHours(1));
        Samples.Builder hole = new Samples.Builder();
        hole.trend = new Snapshot.Trend(
                List.of(point(start), point(start.plus(Duration.ofMinutes(30)))), List.of(), List.of());
        TrendModel trend = TrendModel.of(hole.build(), TrendRange.COURSE, PHRASES);
        assertThat(trend.gaps().getFirst())
                .isEqualTo(new TrendModel.Gap(start.plusSeconds(60), start.plus(Duration.ofMinutes(30))));
    }

    @Test
    void fourHoursShowNothingOlder() {
        TrendModel trend = TrendModel.of(Samples.calm(), TrendRange.FOUR_HOURS, PHRASES);
        assertThat(trend.from()).isEqualTo(Samples.NOW.minus(Duration.ofHours(4)));
        assertThat(trend.flags()).isEmpty();
        assertThat(trend.runs().getFirst().from()).isEqualTo(trend.from());
    }

    @Test
    void stopAndStartAreOneFlagAndAChangeOfRateNamesBothRates() {
        assertThat(TrendModel.of(Samples.calm(), TrendRange.COURSE, PHRASES).flags())
                .extracting(TrendModel.Flag::word)
                .containsExactly("1.00 mL/h", "1.00 to 1.75 mL/h", "Stopped 10 min");
    }

    @Test
    void aStopThatLastsIsSaidInTheWordOfItsPhase() {
        Samples.Builder stopped = new Samples.Builder();
        stopped.trend = new Snapshot.Trend(
                List.of(point(Samples.NOW.minus(Duration.ofHours(2)))),
                List.of(new Snapshot.Mark(Samples.NOW.minus(Duration.ofHours(1)), "trend.phase", "INTERRUPTED")),
                List.of());
        assertThat(TrendModel.of(stopped.build(), TrendRange.COURSE, PHRASES).flags())
                .extracting(TrendModel.Flag::word)
                .containsExactly("Interrupted");
    }

    /** The pump may have run all the while (B1). */
    @Test
    @Tag("B1")
    void aStretchWithoutDataIsNotCalledAStop() {
        assertThat(flags(List.of("trend.silence INTERRUPTED"))).containsExactly("No data");
        assertThat(flags(List.of("trend.silence INTERRUPTED", "trend.phase INFUSING")))
                .containsExactly("No data 7 min");
        assertThat(flags(List.of("trend.silence INTERRUPTED", "trend.phase INTERRUPTED", "trend.phase INFUSING")))
                .containsExactly("No data 7 min", "Stopped 7 min");
        assertThat(flags(List.of("trend.silence INTERRUPTED", "trend.phase OBSERVING")))
                .containsExactly("No data 7 min", "Observation after cessation");
    }

    /** Of marks seven minutes apart. */
    private static List<String> flags(List<String> marks) {
        List<Snapshot.Mark> made = new ArrayList<>();
        Instant at = Samples.NOW.minus(Duration.ofHours(1));
        for (String mark : marks) {
            String[] words = mark.split(" ");
            made.add(new Snapshot.Mark(at, words[0], words[1]));
            at = at.plus(Duration.ofMinutes(7));
        }
        Samples.Builder silent = new Samples.Builder();
        silent.trend = new Snapshot.Trend(List.of(point(Samples.NOW.minus(Duration.ofHours(2)))), made, List.of());
        return TrendModel.of(silent.build(), TrendRange.COURSE, PHRASES).flags().stream()
                .map(TrendModel.Flag::word)
                .toList();
    }

    private static Snapshot.Point point(Instant at) {
        return new Snapshot.Point(at, Optional.of(new BigDecimal("0.1")), BigDecimal.TEN, true);
    }
}
