package vigil.engine;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AttentionChange;
import vigil.dose.DrugMass;
import vigil.rules.Finding;
import vigil.rules.Rule;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.Segment;
import vigil.session.Session;

/** What holds after every event of every course. One for each course. Not thread-safe. */
public final class CourseProperties {
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);
    /** R18; the emergency stands above them all. */
    private static final List<Rule> FIRST = List.of(Rule.R17, Rule.R12, Rule.R16, Rule.R15);

    /** Clinical rules, section 5, with what the pump's reality wins over, and what two facts in one event add up to. */
    private static final Map<Phase, Set<Phase>> TABLE = Map.of(
            Phase.PLANNED, EnumSet.of(Phase.READY, Phase.INFUSING),
            Phase.READY, EnumSet.of(Phase.INFUSING),
            Phase.INFUSING,
                    EnumSet.of(
                            Phase.WEANING,
                            Phase.PAUSED_FOR_SIDE_EFFECT,
                            Phase.INTERRUPTED,
                            Phase.CEASED,
                            Phase.OBSERVING),
            Phase.WEANING,
                    EnumSet.of(
                            Phase.INFUSING,
                            Phase.PAUSED_FOR_SIDE_EFFECT,
                            Phase.INTERRUPTED,
                            Phase.CEASED,
                            Phase.OBSERVING),
            Phase.PAUSED_FOR_SIDE_EFFECT, EnumSet.of(Phase.INFUSING, Phase.WEANING, Phase.CEASED, Phase.OBSERVING),
            Phase.INTERRUPTED,
                    EnumSet.of(
                            Phase.INFUSING, Phase.WEANING, Phase.PAUSED_FOR_SIDE_EFFECT, Phase.CEASED, Phase.OBSERVING),
            Phase.CEASED, EnumSet.of(Phase.OBSERVING, Phase.INFUSING, Phase.WEANING),
            Phase.OBSERVING, EnumSet.of(Phase.INFUSING, Phase.OBSERVATION_COMPLETE, Phase.CLOSED),
            Phase.OBSERVATION_COMPLETE, EnumSet.of(Phase.CLOSED),
            Phase.CLOSED, EnumSet.of(Phase.PLANNED));

    private final CourseReference reference = new CourseReference();
    private final Map<String, Duration> raised = new HashMap<>();

    /** {@code step} follows from the session {@code before}. */
    public void check(Session before, Step step) {
        reference.take(step.event(), before);
        Session session = step.session();
        holds(session.elapsed().equals(reference.elapsed()), "elapsed time", reference.elapsed());
        massIsConserved(before, session, step.event());
        if (before.isOpen() && !(step.event() instanceof Event.SessionOpened)) {
            transitionIsInTheTable(before.phase(), session.phase());
        }
        boolean ceases = session.progress().cessation().isPresent();
        holds(ceases == reference.isCessationInForce(), "by the reference no such cessation is in force:", ceases);
        gateNeverOpensEarly(session);
        noPromptIsHidden(step);
        highPromptsAreRaised(step);
    }

    /** What a view shows at the end: the parts of the mass add up (R30), and no dose is shown that is not known (R31). */
    public void checkEnd(Snapshot snapshot) {
        DrugMass course = snapshot.totals().course();
        DrugMass days =
                snapshot.totals().days().stream().map(Snapshot.DayTotal::mass).reduce(DrugMass.ZERO, DrugMass::plus);
        holds(days.equals(course), "the days do not add up to", course);
        holds(snapshot.totals().last24h().compareTo(course) <= 0, "24 hours hold more than", course);
        holds(!snapshot.dose().stale() || snapshot.dose().rate().isEmpty(), "a stale dose is shown", snapshot.now());
    }

    private void massIsConserved(Session before, Session session, Event event) {
        DrugMass course = session.dosage().totals().course();
        holds(course.mg().compareTo(reference.mg()) == 0, "mass by the reference", reference.mg());
        holds(segments(session).equals(course), "the segments do not add up to", course);
        boolean newSession = event instanceof Event.SessionOpened;
        holds(newSession || course.compareTo(before.dosage().totals().course()) >= 0, "the total never falls", course);
    }

    private static DrugMass segments(Session session) {
        return session.dosage().segments().all().stream().map(Segment::mass).reduce(DrugMass.ZERO, DrugMass::plus);
    }

    private static void transitionIsInTheTable(Phase from, Phase to) {
        holds(from == to || TABLE.getOrDefault(from, Set.of()).contains(to), "transition to " + to + " from", from);
    }

    private void gateNeverOpensEarly(Session session) {
        boolean may = session.phase() != Phase.OBSERVING || reference.mayOpen();
        holds(may || !session.gate().isMet(), "the gate may not open", session.elapsed());
    }

    /** Findings stand in their order, every high one has a condition that lasts, and conditions stand in theirs. */
    private static void noPromptIsHidden(Step step) {
        List<AlarmCondition> conditions = step.attention().conditions();
        int before = -1;
        for (Finding finding : step.findings()) {
            int rank = rank(finding.rule());
            holds(rank >= before, "order of the findings at", finding.rule());
            before = rank;
            boolean high = finding.level().compareTo(Finding.Level.HIGH) >= 0;
            holds(!high || isShown(finding.rule(), conditions), "no condition for", finding.rule());
        }
        conditionsStandInOrder(conditions);
    }

    private static boolean isShown(Rule rule, List<AlarmCondition> conditions) {
        for (AlarmCondition condition : conditions) {
            if (isHigh(condition) && condition.rule().equals(Optional.of(rule))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHigh(AlarmCondition condition) {
        return condition.isActive() && condition.priority() == AlarmPriority.HIGH;
    }

    private static void conditionsStandInOrder(List<AlarmCondition> conditions) {
        for (int i = 1; i < conditions.size(); i++) {
            AlarmCondition higher = conditions.get(i - 1);
            AlarmCondition lower = conditions.get(i);
            int byPriority = higher.priority().compareTo(lower.priority());
            boolean ordered = byPriority > 0
                    || (byPriority == 0 && (higher.priority() != AlarmPriority.HIGH || rank(higher) <= rank(lower)));
            holds(ordered, higher.key() + " over", lower.key());
        }
    }

    private static int rank(AlarmCondition condition) {
        return condition.kind() == AlarmKind.EMERGENCY
                ? -1
                : condition.rule().map(CourseProperties::rank).orElse(FIRST.size());
    }

    private static int rank(Rule rule) {
        int place = FIRST.indexOf(rule);
        return place < 0 ? FIRST.size() : place;
    }

    /** R33: what is high and unresolved was raised less than five minutes ago, whoever has acknowledged it. */
    private void highPromptsAreRaised(Step step) {
        Duration now = step.session().elapsed();
        for (AttentionChange change : step.changes()) {
            switch (change) {
                case AttentionChange.Started it -> raised.put(it.condition().key(), now);
                case AttentionChange.Reraised it -> raised.put(it.condition().key(), now);
                case AttentionChange.PriorityChanged it ->
                    raised.put(it.condition().key(), now);
                case AttentionChange.Ended _,
                        AttentionChange.Acknowledged _,
                        AttentionChange.AudioPauseStarted _,
                        AttentionChange.AudioPauseEnded _,
                        AttentionChange.SoundTested _ -> {}
            }
        }
        for (AlarmCondition condition : step.attention().conditions()) {
            if (isHigh(condition) && condition.origin() == Origin.PROMPT) {
                Duration silence = now.minus(raised.getOrDefault(condition.key(), Duration.ZERO));
                holds(silence.compareTo(LONGEST_SILENCE) < 0, "silence of " + condition.key(), silence);
            }
        }
    }

    private static void holds(boolean property, String what, Object figure) {
        if (!property) {
            throw new AssertionError(what + " " + figure);
        }
    }
}
