package vigil.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.dose.GrowingList;
import vigil.session.Observations.Charted;

/**
 * What side effects and dissociation have led to in this session: qualifying events, pauses, and what is still asked for
 * (R15 to R17, rulings A8 to A13). What is asked for goes when it is resolved as the clinical rules, section 4, say, and
 * not before. Immutable.
 *
 * @param sideEffects every qualifying event, oldest first
 * @param pauses side-effect pauses, oldest first
 * @param open what waits to be resolved
 * @param criteria the emergency criteria that the newest value of each parameter meets (C01)
 */
public record Effects(
        GrowingList<SideEffect> sideEffects, List<Pause> pauses, Open open, List<EmergencyCriterion> criteria) {
    public static final Effects NONE = new Effects(GrowingList.empty(), List.of(), Open.NOTHING, List.of());

    /**
     * A qualifying event; without signs when the pause has not eased the effects.
     *
     * @param number from 1
     * @param further the physician is asked (R16) rather than the infusion paused (R15)
     */
    public record SideEffect(Stamp at, int number, List<Sign> signs, boolean further) {
        public SideEffect {
            signs = List.copyOf(signs);
        }
    }

    /** A dissociative or amnestic event. {@code benzodiazepine}: given within four hours, a confounder (A13). */
    public record Dissociated(Stamp at, List<Sign> signs, boolean benzodiazepine) {
        public Dissociated {
            signs = List.copyOf(signs);
        }
    }

    /** A single U: a second clinician is to look (C18). */
    public record Look(Stamp at, Staff by, Sign sign) {}

    /**
     * What is not resolved.
     *
     * @param pause R15: until the pump is seen paused, or overridden
     * @param direction R16: until a physician's direction is recorded
     * @param termination R17: until overridden; a cessation resolves the prompt, and a restart brings it back
     * @param look until a second clinician has answered the item
     */
    public record Open(
            Optional<SideEffect> pause,
            Optional<SideEffect> direction,
            Optional<Dissociated> termination,
            Optional<Look> look) {
        static final Open NOTHING = new Open(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Open withPause(Optional<SideEffect> next) {
            return new Open(next, direction, termination, look);
        }

        Open withDirection(Optional<SideEffect> next) {
            return new Open(pause, next, termination, look);
        }

        Open withTermination(Optional<Dissociated> next) {
            return new Open(pause, direction, next, look);
        }

        Open withLook(Optional<Look> next) {
            return new Open(pause, direction, termination, next);
        }
    }

    public Effects {
        pauses = List.copyOf(pauses);
        criteria = List.copyOf(criteria);
    }

    /** A set was charted after the start; {@code earlier} does not contain it. */
    Effects charted(Charted charted, Observations earlier, Phase phase, CareChoices choices) {
        Optional<ObservationSet> baseline = earlier.baseline().map(Charted::set);
        List<Sign> troublesome = SideEffects.qualifying(charted.set(), baseline, choices);
        Effects troubled = hasDrugToPause(phase) ? troubled(charted.at(), troublesome, earlier) : this;
        List<Sign> risen = Dissociation.risen(charted.set(), baseline, choices);
        List<Sign> event = Dissociation.event(risen, earlier, charted.at().elapsed(), choices);
        return troubled.dissociated(charted, event).looked(charted, event.isEmpty() ? risen : List.of());
    }

    /** The criteria of the newest values once {@code set} was charted, at any time of the session. */
    Effects measured(ObservationSet set) {
        List<EmergencyCriterion> met = EmergencyCriterion.after(criteria, set);
        return met.equals(criteria) ? this : new Effects(sideEffects, pauses, open, met);
    }

    /** The same criteria from all sets, because one of them is not as it was charted. */
    Effects measuredAnew(Observations observations) {
        List<EmergencyCriterion> met = List.of();
        for (Charted charted : observations.sets()) {
            met = EmergencyCriterion.after(met, charted.set());
        }
        return new Effects(sideEffects, pauses, open, met);
    }

    static boolean hasDrugToPause(Phase phase) {
        return phase.isCourse() || phase == Phase.CEASED;
    }

    private Effects troubled(Stamp at, List<Sign> signs, Observations earlier) {
        if (signs.isEmpty() || !counts(at, signs, earlier)) {
            return this;
        }
        boolean further = !sideEffects.isEmpty() || hasPausedBefore();
        return with(new SideEffect(at, sideEffects.size() + 1, signs, further));
    }

    /**
     * After a pause every qualifying set is an event. Before the pump is paused, and during the hour, the same effect goes
     * on; it is an event when something is new, worse or has come back, or has not eased at the end of the hour (A8).
     */
    boolean counts(Stamp at, List<Sign> signs, Observations earlier) {
        boolean settled = running().map(pause -> pause.isOver(at.elapsed())).orElse(hasPausedBefore());
        return settled
                || sideEffects.isEmpty()
                || signs.stream().anyMatch(sign -> isNewOrWorse(sign) || SideEffects.hadEased(sign, earlier));
    }

    boolean hasPausedBefore() {
        return pauses.stream().anyMatch(Pause::hasResumed);
    }

    private boolean isNewOrWorse(Sign sign) {
        return sideEffects.stream()
                .flatMap(event -> event.signs().stream())
                .noneMatch(known -> known.item().equals(sign.item()) && known.now() >= sign.now());
    }

    private Effects with(SideEffect event) {
        boolean resolved = event.further() || running().isPresent();
        Open next = event.further() ? open.withDirection(Optional.of(event)) : open;
        return new Effects(
                sideEffects.with(event), pauses, resolved ? next : next.withPause(Optional.of(event)), criteria);
    }

    private Effects dissociated(Charted charted, List<Sign> signs) {
        if (signs.isEmpty()) {
            return this;
        }
        boolean confounded =
                charted.set().circumstances().contains(ObservationSet.Circumstance.BENZODIAZEPINE_WITHIN_4_H);
        return with(open.withTermination(Optional.of(new Dissociated(charted.at(), signs, confounded)))
                .withLook(Optional.empty()));
    }

    private Effects looked(Charted charted, List<Sign> unsure) {
        if (!unsure.isEmpty()) {
            return with(open.withLook(Optional.of(new Look(charted.at(), charted.by(), unsure.getFirst()))));
        }
        boolean seen = open.look()
                .filter(look -> !look.by().userId().equals(charted.by().userId())
                        && Dissociation.answers(charted.set(), look.sign().item()))
                .isPresent();
        return seen ? with(open.withLook(Optional.empty())) : this;
    }

    Effects with(Open next) {
        return new Effects(sideEffects, pauses, next, criteria);
    }

    /**
     * A pause begins when the pump is seen to stand still with the pause recorded, and ends with the phase.
     *
     * @param pause how long one that begins now is to last
     */
    Effects after(Progress was, Progress next, Stamp now, Duration pause) {
        if (was.phase() == next.phase()) {
            return this;
        }
        Effects ended = was.phase() == Phase.PAUSED_FOR_SIDE_EFFECT ? ended(next, now) : this;
        return next.phase() == Phase.PAUSED_FOR_SIDE_EFFECT ? ended.paused(next, now, pause) : ended;
    }

    private Effects paused(Progress next, Stamp now, Duration wanted) {
        Stamp from = next.course().lastDelivery().map(Course.Delivered::at).orElse(now);
        List<Pause> all = new ArrayList<>(pauses);
        all.add(Pause.began(from, now, wanted));
        return new Effects(sideEffects, all, open.withPause(Optional.empty()), criteria);
    }

    private Effects ended(Progress next, Stamp now) {
        boolean resumed = next.phase() == Phase.INFUSING || next.phase() == Phase.WEANING;
        return running().map(pause -> replacing(pause.endedAt(now, resumed))).orElse(this);
    }

    private Effects replacing(Pause last) {
        List<Pause> all = new ArrayList<>(pauses);
        all.set(all.size() - 1, last);
        return new Effects(sideEffects, all, open, criteria);
    }

    /** The answer on the card at 60:00. Effects that have not eased are a further event. */
    Effects assessed(Pause.Assessed answer) {
        Effects answered = running().map(pause -> replacing(pause.with(answer))).orElse(this);
        return answer.eased()
                ? answered
                : answered.with(new SideEffect(answer.at(), sideEffects.size() + 1, List.of(), true));
    }

    Effects directed() {
        return with(open.withDirection(Optional.empty()));
    }

    Effects overridden(Overridable rule) {
        return switch (rule) {
            case R15 -> with(open.withPause(Optional.empty()));
            case R17 -> with(open.withTermination(Optional.empty()));
            case R1, R2, R3, R12, R19 -> this;
        };
    }

    Effects closedLook() {
        return with(open.withLook(Optional.empty()));
    }

    // What others ask

    /** The pause that goes on. */
    public Optional<Pause> running() {
        return pauses.isEmpty()
                ? Optional.empty()
                : Optional.of(pauses.getLast()).filter(Pause::isRunning);
    }

    /** R15: the event for which the pump has not been seen paused. After cessation there is nothing left to pause. */
    public Optional<SideEffect> pauseWanted(Phase phase) {
        return open.pause().filter(_ -> hasDrugToPause(phase));
    }

    /** R17: the event for which flow 0 and cessation have not both been seen. */
    public Optional<Dissociated> terminationWanted(Progress progress) {
        return open.termination().filter(_ -> progress.t0().isEmpty());
    }

    /** The pause whose hour is over and whose card has not been answered. A further event at the end answers it too. */
    public Optional<Pause> assessmentWanted(Duration now) {
        return running().filter(pause -> pause.isOver(now) && pause.assessed().isEmpty() && !hasNotEased(pause));
    }

    private boolean hasNotEased(Pause pause) {
        return !sideEffects.isEmpty() && pause.isOver(sideEffects.getLast().at().elapsed());
    }

    /** The pause after which the effects have eased: the pump may be started again as ordered. */
    public Optional<Pause> recommencementWanted() {
        return running()
                .filter(pause -> pause.assessed().map(Pause.Assessed::eased).orElse(false)
                        && open.direction().isEmpty());
    }
}
