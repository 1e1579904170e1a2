package vigil.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.FlowRate;

/**
 * Where the patient is, and what people have said beside the observations. Immutable.
 *
 * @param away while the patient is off the ward (R10)
 * @param concerns emergencies raised and not over yet (C01)
 * @param overrides in force, each for the occurrence it was recorded for
 * @param directions every direction of a physician, oldest first (R16, A9)
 * @param review the multidisciplinary review after the infusion (R25)
 */
public record Ward(
        Optional<Away> away,
        List<Raised> concerns,
        List<SetAside> overrides,
        List<Directed> directions,
        Optional<Review> review) {
    public static final Ward NONE = new Ward(Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());

    public record Away(Stamp since, String where, Staff by) {}

    public record Raised(Stamp at, Concern concern, String note, Staff by) {}

    /** {@code flowRate}: the pump's rate when it was recorded; a higher one is not covered. {@code by} entered it. */
    public record SetAside(
            Overridable rule, Stamp at, Optional<FlowRate> flowRate, String physician, String reason, Staff by) {}

    public record Directed(Stamp at, Direction direction, Staff by) {}

    public record Review(Optional<LocalDate> on, String reason) {}

    public Ward {
        concerns = List.copyOf(concerns);
        overrides = List.copyOf(overrides);
        directions = List.copyOf(directions);
    }

    Ward left(Away next) {
        return new Ward(Optional.of(next), concerns, overrides, directions, review);
    }

    Ward back() {
        return new Ward(Optional.empty(), concerns, overrides, directions, review);
    }

    Ward with(Raised raised) {
        return new Ward(away, with(concerns, raised), overrides, directions, review);
    }

    Ward withoutConcerns() {
        return new Ward(away, List.of(), overrides, directions, review);
    }

    Ward with(SetAside override) {
        return new Ward(away, concerns, with(overrides, override), directions, review);
    }

    Ward with(Directed directed) {
        return new Ward(away, concerns, overrides, with(directions, directed), review);
    }

    Ward with(Review planned) {
        return new Ward(away, concerns, overrides, directions, Optional.of(planned));
    }

    private static <T> List<T> with(List<T> before, T next) {
        List<T> all = new ArrayList<>(before);
        all.add(next);
        return all;
    }

    /** The override of {@code rule} no longer covers what happens. */
    Ward without(Overridable rule) {
        return new Ward(
                away,
                concerns,
                overrides.stream().filter(it -> it.rule() != rule).toList(),
                directions,
                review);
    }

    public Optional<SetAside> override(Overridable rule) {
        for (SetAside override : overrides.reversed()) {
            if (override.rule() == rule) {
                return Optional.of(override);
            }
        }
        return Optional.empty();
    }
}
