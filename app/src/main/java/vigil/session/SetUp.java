package vigil.session;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;

/** What has been confirmed before the start and since, each in its latest form. Immutable; what is absent is missing. */
public record SetUp(
        Optional<Opening> opening,
        Optional<WeightEntry> weight,
        Optional<Solution> solution,
        Optional<InfusionLine> line,
        Optional<Assessment> assessment,
        Optional<RateOrder> order,
        Background background) {
    public static final SetUp NOTHING = new SetUp(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Background.NONE);

    /** Whose session this is, and the ward's zone, which decides calendar days. */
    public record Opening(SessionId id, Patient patient, ZoneId zone, Stamp at, Staff by) {}

    SetUp with(Opening opened) {
        return new SetUp(Optional.of(opened), weight, solution, line, assessment, order, background);
    }

    SetUp with(Patient corrected) {
        return new SetUp(
                opening.map(it -> new Opening(it.id(), corrected, it.zone(), it.at(), it.by())),
                weight,
                solution,
                line,
                assessment,
                order,
                background);
    }

    SetUp with(WeightEntry confirmed) {
        return new SetUp(opening, Optional.of(confirmed), solution, line, assessment, order, background);
    }

    SetUp with(Solution confirmed) {
        return new SetUp(opening, weight, Optional.of(confirmed), line, assessment, order, background);
    }

    SetUp withoutSolution() {
        return new SetUp(opening, weight, Optional.empty(), line, assessment, order, background);
    }

    SetUp with(InfusionLine confirmed) {
        return new SetUp(opening, weight, solution, Optional.of(confirmed), assessment, order, background);
    }

    SetUp with(Assessment recorded) {
        return new SetUp(opening, weight, solution, line, Optional.of(recorded), order, background);
    }

    SetUp with(RateOrder ordered) {
        return new SetUp(opening, weight, solution, line, assessment, Optional.of(ordered), background);
    }

    SetUp with(Background next) {
        return new SetUp(opening, weight, solution, line, assessment, order, next);
    }

    public ZoneId zone() {
        return opening.map(Opening::zone).orElse(ZoneOffset.UTC);
    }

    public Optional<DosingWeight> dosingWeight() {
        return weight.map(WeightEntry::weight);
    }

    public Optional<Concentration> concentration() {
        return solution.map(Solution::concentration);
    }

    /** R1: at least one purpose. */
    public boolean hasPurpose() {
        return assessment.map(it -> !it.purposes().isEmpty()).orElse(false);
    }

    /** R2: central sensitisation and at least one opioid reason. */
    public boolean isSelected() {
        return assessment
                .map(it -> it.centralSensitisation() && !it.opioidReasons().isEmpty())
                .orElse(false);
    }

    /** R3: the five texts are present. */
    public boolean isAssessed() {
        return assessment.map(Assessment::assessed).orElse(false);
    }

    /** Message keys of what still stands before READY, in the order a nurse works through them. */
    List<String> missing() {
        List<String> keys = new ArrayList<>(0);
        require(keys, opening.isPresent(), "missing.patient");
        require(keys, weight.isPresent(), "missing.weight");
        require(keys, solution.isPresent(), "missing.solution");
        require(keys, line.isPresent(), "missing.line");
        require(keys, hasPurpose(), "missing.purpose");
        require(keys, isSelected(), "missing.selection");
        require(keys, isAssessed(), "missing.assessment");
        require(keys, assessment.isPresent(), "missing.opioidPlan");
        require(keys, order.isPresent(), "missing.order");
        return keys;
    }

    private static void require(List<String> keys, boolean present, String key) {
        if (!present) {
            keys.add(key);
        }
    }
}
