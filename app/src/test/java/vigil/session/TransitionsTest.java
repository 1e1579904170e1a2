package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.dose.DoseLimit;
import vigil.engine.Bedside;
import vigil.engine.CareEntries;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;

/** The state machine of the clinical rules, section 5: every phase with every trigger, and with every entry. */
class TransitionsTest {
    private static final Duration STEP = Duration.ofSeconds(5);

    /** The lines of section 5 that change the phase; R16 and R17 are the reasons of one cessation. */
    private static final List<String> SECTION_5 = """
            PLANNED SET_UP_COMPLETE READY
            PLANNED DELIVERY INFUSING
            READY DELIVERY INFUSING
            INFUSING STANDSTILL_FOR_PAUSE PAUSED_FOR_SIDE_EFFECT
            WEANING STANDSTILL_FOR_PAUSE PAUSED_FOR_SIDE_EFFECT
            INTERRUPTED STANDSTILL_FOR_PAUSE PAUSED_FOR_SIDE_EFFECT
            PAUSED_FOR_SIDE_EFFECT DELIVERY back
            INFUSING WEAN_STEP_ORDERED WEANING
            WEANING INCREASE_ORDERED INFUSING
            INFUSING STANDSTILL INTERRUPTED
            WEANING STANDSTILL INTERRUPTED
            INFUSING SILENCE INTERRUPTED
            WEANING SILENCE INTERRUPTED
            INTERRUPTED DELIVERY back
            INFUSING STANDSTILL_FOR_GOOD OBSERVING
            WEANING STANDSTILL_FOR_GOOD OBSERVING
            PAUSED_FOR_SIDE_EFFECT STANDSTILL_FOR_GOOD OBSERVING
            INTERRUPTED STANDSTILL_FOR_GOOD OBSERVING
            CEASED STANDSTILL_FOR_GOOD OBSERVING
            INFUSING SILENCE_BEFORE_END CEASED
            WEANING SILENCE_BEFORE_END CEASED
            PAUSED_FOR_SIDE_EFFECT SILENCE_BEFORE_END CEASED
            INTERRUPTED SILENCE_BEFORE_END CEASED
            INFUSING STOP_CONFIRMED OBSERVING
            WEANING STOP_CONFIRMED OBSERVING
            PAUSED_FOR_SIDE_EFFECT STOP_CONFIRMED OBSERVING
            INTERRUPTED STOP_CONFIRMED OBSERVING
            CEASED STOP_CONFIRMED OBSERVING
            CEASED DELIVERY back
            OBSERVING DELIVERY INFUSING
            OBSERVING RELEASED OBSERVATION_COMPLETE
            OBSERVATION_COMPLETE DISCHARGE_PLANNED CLOSED
            """.lines().toList();

    @Test
    void thePhaseChangesWhereSectionFiveSaysAndNowhereElse() {
        List<String> changes = Transitions.all().stream()
                .filter(it -> !it.to().equals(Optional.of(it.from())))
                .map(it -> it.from() + " " + it.on() + " "
                        + it.to().map(Phase::name).orElse("back"))
                .toList();

        assertThat(changes).containsExactlyInAnyOrderElementsOf(SECTION_5);
    }

    @Test
    void everyOtherCombinationIsRefusedWithAReason() {
        for (Phase from : Phase.values()) {
            for (Trigger on : Trigger.values()) {
                boolean listed = Transitions.all().stream().anyMatch(it -> it.from() == from && it.on() == on);
                assertThat(Transitions.refusal(from, on).isEmpty())
                        .as(from + " " + on)
                        .isEqualTo(listed);
                assertThat(Transitions.refusal(from, on).orElse("reason")).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void whatThePumpDoesIsNeverRefused(Phase from) {
        assertThat(Stream.of(
                        Trigger.DELIVERY,
                        Trigger.DELIVERY_AFTER_TERMINATION,
                        Trigger.STANDSTILL,
                        Trigger.STANDSTILL_FOR_PAUSE,
                        Trigger.STANDSTILL_FOR_GOOD,
                        Trigger.SILENCE,
                        Trigger.SILENCE_BEFORE_END))
                .allMatch(on -> Transitions.refusal(from, on).isEmpty());
    }

    /** A bedside that has come to {@code phase}. */
    static Bedside in(Phase phase) {
        return switch (phase) {
            case PLANNED -> Bedside.started().opens().reads();
            case READY -> Bedside.ready("1.75").every(STEP);
            case INFUSING -> Bedside.ready("1.75").every(STEP).pumpRuns("1.75").runs(STEP);
            case WEANING ->
                in(Phase.INFUSING).orders("1.4", RateOrder.Kind.WEAN_STEP).runs(STEP);
            case PAUSED_FOR_SIDE_EFFECT ->
                in(Phase.INFUSING)
                        .explains(StopReason.SIDE_EFFECT_PAUSE)
                        .pumpIs(DeliveryStatus.STANDBY)
                        .runs(STEP);
            case INTERRUPTED ->
                in(Phase.INFUSING).pumpIs(DeliveryStatus.STANDBY).runs(STEP);
            case CEASED ->
                in(Phase.INFUSING)
                        .loses()
                        .runs(Duration.ofMinutes(1))
                        .ceases(CessationReason.PLANNED)
                        .runs(STEP);
            case OBSERVING ->
                in(Phase.INTERRUPTED).ceases(CessationReason.PLANNED).runs(STEP);
            case OBSERVATION_COMPLETE ->
                in(Phase.OBSERVING)
                        .runs(Duration.ofHours(4))
                        .observes(Bedside.fullSet())
                        .releases();
            case CLOSED -> in(Phase.OBSERVATION_COMPLETE).plansDischarge();
        };
    }

    @ParameterizedTest
    @EnumSource(Phase.class)
    void everyPhaseCanBeReached(Phase phase) {
        assertThat(in(phase).session().phase()).isEqualTo(phase);
    }

    static Stream<Arguments> phasesAndEntries() {
        return Arrays.stream(Phase.values())
                .flatMap(phase -> entries(in(phase)).stream()
                        .map(entry -> Arguments.of(phase, entry.getClass().getSimpleName(), entry)));
    }

    /** One entry of every kind that a person can make, with every reason that matters to the phase. */
    private static List<Event> entries(Bedside bedside) {
        var at = bedside.now();
        return Stream.concat(
                        Stream.of(
                                order(bedside, "9", RateOrder.Kind.CHANGE),
                                order(bedside, "1", RateOrder.Kind.CHANGE),
                                order(bedside, "0.5", RateOrder.Kind.WEAN_STEP),
                                new Event.StopExplained(at, StopReason.OTHER, "", Bedside.NURSE),
                                new Event.StopExplained(at, StopReason.SIDE_EFFECT_PAUSE, "", Bedside.NURSE),
                                new Event.CessationDecided(at, CessationReason.PLANNED, "Dr P. Okafor", Bedside.NURSE),
                                new Event.Signed(
                                        at, SignatureMeaning.REVIEWED_AGAINST_GATE, "ab".repeat(32), Bedside.PHYSICIAN),
                                new Event.DischargePlanned(
                                        at, new DischargePlan(true, true, true, true, true), Bedside.PHYSICIAN),
                                new Event.ObservationsCharted(at, Bedside.coreSet(), Bedside.NURSE),
                                new Event.ReviewDone(at, Bedside.PHYSICIAN),
                                new Event.NoteAdded(at, "a note", Bedside.NURSE)),
                        Stream.of(
                                CareEntries.assessed(bedside, true),
                                CareEntries.assessed(bedside, false),
                                CareEntries.directed(bedside),
                                CareEntries.overridden(bedside, Overridable.R15),
                                CareEntries.overridden(bedside, Overridable.R1),
                                CareEntries.away(bedside),
                                CareEntries.back(bedside),
                                CareEntries.concern(bedside),
                                CareEntries.concernOver(bedside),
                                CareEntries.reviewPlanned(bedside),
                                new Event.ReviewPlanned(at, Optional.of(LocalDate.of(2026, 3, 20)), "", Bedside.NURSE)))
                .toList();
    }

    private static Event order(Bedside bedside, String mlPerH, RateOrder.Kind kind) {
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH(mlPerH), DoseLimit.of("0.05"), DoseLimit.of("0.5"), kind, "Dr P. Okafor");
        return new Event.RateOrdered(bedside.now(), order, Bedside.PHYSICIAN);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("phasesAndEntries")
    void anEntryThatIsRefusedChangesNoPhaseAndOneThatIsTakenFollowsTheTable(Phase phase, String kind, Event entry) {
        Bedside bedside = in(phase);
        Optional<String> refusal = bedside.engine().check(entry);
        Phase before = bedside.session().phase();

        Phase after = bedside.does(entry).session().phase();

        if (refusal.isPresent()) {
            assertThat(refusal.get()).isNotBlank();
            assertThat(after).isEqualTo(before);
        } else {
            assertThat(after).isIn(reachable(before));
        }
    }

    /** Where the table leads from {@code from}; what a person enters may complete what the pump has shown before. */
    private static List<Phase> reachable(Phase from) {
        List<Phase> next = Transitions.all().stream()
                .filter(it -> it.from() == from)
                .map(it -> it.to().orElse(from))
                .toList();
        return Stream.concat(next.stream(), Stream.of(from)).distinct().toList();
    }
}
