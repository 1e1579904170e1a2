package vigil.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.dose.GrowingList;
import vigil.session.Effects.Dissociated;
import vigil.session.Effects.Look;
import vigil.session.Effects.SideEffect;
import vigil.session.Observations.Charted;

/**
 * What is asked for (R15 to R17, C18) once a charted set is not as it was first charted. What it asked for and should not
 * have is taken back; what it should have asked for is asked now. Where it is not certain that an earlier set has been
 * answered, its question is asked again rather than dropped. What the pump did meanwhile stays as it was.
 *
 * @param observations all sets, the amended one as it should have been
 */
record Reconsidered(Effects effects, Observations observations, Phase phase, CareChoices choices) {

    /** {@code was} is the set as it stood, {@code is} as it stands now; {@code by} amended it. */
    Effects after(Charted was, Charted is, Staff by) {
        return troubled(was, is).dissociated(was, is, by);
    }

    private Reconsidered with(Effects next) {
        return new Reconsidered(next, observations, phase, choices);
    }

    private Optional<ObservationSet> baseline() {
        return observations.baseline().map(Charted::set);
    }

    // Side effects

    private Reconsidered troubled(Charted was, Charted is) {
        List<Sign> before = SideEffects.qualifying(was.set(), baseline(), choices);
        List<Sign> now = SideEffects.qualifying(is.set(), baseline(), choices);
        if (before.equals(now)) {
            return this;
        }
        return isMore(before, now) ? with(without(is.at())).asking(is, now) : with(withSigns(is.at(), now));
    }

    /** True when {@code now} has a sign that {@code before} had not, or had less of. */
    private static boolean isMore(List<Sign> before, List<Sign> now) {
        return now.stream()
                .anyMatch(sign -> before.stream()
                        .noneMatch(known -> known.item().equals(sign.item()) && known.now() >= sign.now()));
    }

    private Reconsidered asking(Charted is, List<Sign> signs) {
        boolean counts = Effects.hasDrugToPause(phase) && effects.counts(is.at(), signs, observations.before(is));
        return counts ? with(withEvent(is.at(), signs)) : this;
    }

    private Effects withEvent(Stamp at, List<Sign> signs) {
        boolean further = !effects.sideEffects().isEmpty() || effects.hasPausedBefore();
        GrowingList<SideEffect> all = numbered(
                Stream.concat(effects.sideEffects().stream(), Stream.of(new SideEffect(at, 0, signs, further))));
        Optional<SideEffect> event = at(all, at);
        Effects.Open open = effects.open();
        boolean pauses = !further && effects.running().isEmpty();
        Effects.Open next = further ? open.withDirection(event) : pauses ? open.withPause(event) : open;
        return new Effects(all, effects.pauses(), next, effects.criteria());
    }

    private Effects withSigns(Stamp at, List<Sign> signs) {
        if (signs.isEmpty()) {
            return without(at);
        }
        GrowingList<SideEffect> all = numbered(effects.sideEffects().stream()
                .map(event -> isOf(event, at) ? new SideEffect(at, 0, signs, event.further()) : event));
        return new Effects(all, effects.pauses(), effects.open(), effects.criteria());
    }

    /** Without the event of that set. What it asked for goes to another one that is left, if there is one. */
    private Effects without(Stamp at) {
        GrowingList<SideEffect> left = numbered(effects.sideEffects().stream().filter(event -> !isOf(event, at)));
        Effects.Open open = effects.open();
        Optional<SideEffect> pause =
                open.pause().flatMap(event -> isOf(event, at) ? left.stream().findFirst() : Optional.of(event));
        Optional<SideEffect> direction = open.direction()
                .flatMap(event -> isOf(event, at)
                        ? left.stream().filter(SideEffect::further).reduce((_, last) -> last)
                        : Optional.of(event));
        return new Effects(left, effects.pauses(), open.withPause(pause).withDirection(direction), effects.criteria());
    }

    /** An event without signs is the answer at the end of a pause and belongs to no set. */
    private static boolean isOf(SideEffect event, Stamp at) {
        return event.at().equals(at) && !event.signs().isEmpty();
    }

    private static Optional<SideEffect> at(List<SideEffect> events, Stamp at) {
        return events.stream().filter(event -> isOf(event, at)).findFirst();
    }

    private static GrowingList<SideEffect> numbered(Stream<SideEffect> events) {
        List<SideEffect> sorted = events.sorted(
                        Comparator.comparing(event -> event.at().elapsed()))
                .toList();
        GrowingList<SideEffect> all = GrowingList.empty();
        for (SideEffect event : sorted) {
            all = all.with(new SideEffect(event.at(), all.size() + 1, event.signs(), event.further()));
        }
        return all;
    }

    // Dissociation

    private Effects dissociated(Charted was, Charted is, Staff by) {
        List<Sign> before = event(was);
        List<Sign> now = event(is);
        if (!now.isEmpty() && isMore(before, now)) {
            return effects.with(effects.open()
                    .withTermination(Optional.of(dissociated(is, now)))
                    .withLook(Optional.empty()));
        }
        Effects settled = now.isEmpty() && !before.isEmpty() ? withoutTermination(is.at()) : effects;
        return now.isEmpty() ? looked(settled, was, is, by) : settled;
    }

    private List<Sign> risen(Charted charted) {
        return Dissociation.risen(charted.set(), baseline(), choices);
    }

    private List<Sign> event(Charted charted) {
        Observations earlier = observations.before(charted);
        return Dissociation.event(risen(charted), earlier, charted.at().elapsed(), choices);
    }

    private static Dissociated dissociated(Charted charted, List<Sign> signs) {
        boolean confounded =
                charted.set().circumstances().contains(ObservationSet.Circumstance.BENZODIAZEPINE_WITHIN_4_H);
        return new Dissociated(charted.at(), signs, confounded);
    }

    /** While another set of the course is an event by itself, the end of the infusion is still asked for. */
    private Effects withoutTermination(Stamp at) {
        Optional<Dissociated> open = effects.open().termination();
        return open.filter(event -> event.at().equals(at)).isEmpty()
                ? effects
                : effects.with(effects.open().withTermination(otherEvent(at)));
    }

    private Optional<Dissociated> otherEvent(Stamp at) {
        List<Dissociated> others = new ArrayList<>();
        for (Charted charted : observations.sets()) {
            boolean counts = !charted.at().equals(at) && !isBaseline(charted);
            List<Sign> signs = counts ? event(charted) : List.of();
            if (!signs.isEmpty()) {
                others.add(dissociated(charted, signs));
            }
        }
        return others.isEmpty() ? Optional.empty() : Optional.of(others.getLast());
    }

    private boolean isBaseline(Charted charted) {
        return observations
                .baseline()
                .map(baseline -> charted.at().elapsed().compareTo(baseline.at().elapsed()) <= 0)
                .orElse(false);
    }

    /** One answer that is unsure asks for a second clinician, as if it had been charted so. */
    private Effects looked(Effects settled, Charted was, Charted is, Staff by) {
        List<Sign> unsure = risen(is);
        Optional<Look> open = settled.open().look();
        boolean asked = open.filter(look -> look.at().equals(is.at())).isPresent();
        if (unsure.isEmpty()) {
            return asked ? settled.with(settled.open().withLook(Optional.empty())) : settled;
        }
        return isMore(risen(was), unsure)
                ? settled.with(settled.open().withLook(Optional.of(new Look(is.at(), by, unsure.getFirst()))))
                : settled;
    }
}
