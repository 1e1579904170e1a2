package vigil.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmCondition.Acknowledgement;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.Attention.AudioPause;
import vigil.alarm.Attention.Occurrence;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.PeopleEvent;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.Stamp;

/** The work of one step from one {@link Attention} to the next. Lives within one call; never shared. */
final class AttentionStep {
    /** C24, C28. */
    private static final Duration RAISE_LOW = Duration.ofMinutes(15);

    private static final Set<AlarmKind> REMINDERS = Set.of(
            AlarmKind.OBSERVATION_OVERDUE,
            AlarmKind.PUMP_CHECK_OVERDUE,
            AlarmKind.UNEXPLAINED_STOP,
            AlarmKind.PAUSED_TOO_LONG);
    /** What lasted less may have come and gone between two looks, and stays until it was seen. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    private final Stamp now;
    private final SiteSettings settings;
    /** By key: however many there are, one more costs the same. */
    private final Map<String, Occurrence> occurrences;

    private final List<Optional<AudioPause>> pause = new ArrayList<>(1);
    private final List<AttentionChange> changes = new ArrayList<>(0);

    AttentionStep(Attention before, Stamp now, SiteSettings settings) {
        this.now = now;
        this.settings = settings;
        this.occurrences = LinkedHashMap.newLinkedHashMap(before.occurrences().size() + 1);
        before.occurrences().forEach(it -> occurrences.put(it.condition().key(), it));
        this.pause.add(before.pause());
    }

    Attention result(ConsoleState console) {
        List<Occurrence> next = new ArrayList<>(occurrences.values());
        if (!changes.isEmpty()) {
            next.sort(Attention.ORDER);
        }
        return new Attention(next, pause.getFirst(), console, changes);
    }

    /** What the event itself asks of the attention. */
    void entry(Event event) {
        endPauseIf(
                pause.getFirst()
                        .map(it -> !it.untilElapsed().minus(now.elapsed()).isPositive())
                        .orElse(false),
                "elapsed");
        switch (event) {
            case Event.AudioPaused _ -> startPause();
            case Event.AudioResumed _ -> endPauseIf(true, "resumed");
            case Event.ConsoleStarted _ -> restart();
            case Event.ConditionAcknowledged it ->
                acknowledge(it.conditionKey(), new Acknowledgement(now.at(), it.by()));
            case Event.PromptClosed it -> setAside(it);
            case Event.SoundChecked it -> changes.add(new AttentionChange.SoundTested(now.at(), it.heard()));
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> {}
        }
    }

    /** N1, N10: ends by itself, and covers what is there now; what comes later sounds at once. */
    private void startPause() {
        Duration length = settings.seconds(SiteSetting.AUDIO_PAUSE_S);
        Set<String> covered = occurrences.keySet();
        Moment until = now.at().plus(length);
        pause.set(0, Optional.of(new AudioPause(until, now.elapsed().plus(length), covered)));
        changes.add(new AttentionChange.AudioPauseStarted(now.at(), length));
    }

    private void endPauseIf(boolean ends, String reason) {
        if (ends && pause.getFirst().isPresent()) {
            pause.set(0, Optional.empty());
            changes.add(new AttentionChange.AudioPauseEnded(now.at(), reason));
        }
    }

    /** N14: what is unresolved comes back unacknowledged, and no pause survives. */
    private void restart() {
        endPauseIf(true, "restart");
        occurrences.replaceAll((_, it) -> it.with(Attention.acknowledged(it.condition(), Optional.empty())));
    }

    /** N11: bound to this occurrence. One that has ended and was only kept to be seen goes. */
    private void acknowledge(String key, Acknowledgement seen) {
        Optional<Occurrence> open = Optional.ofNullable(occurrences.get(key))
                .filter(it -> it.condition().acknowledged().isEmpty());
        open.ifPresent(it -> {
            AlarmCondition condition = Attention.acknowledged(it.condition(), Optional.of(seen));
            changes.add(new AttentionChange.Acknowledged(now.at(), condition));
            keep(it.with(condition), condition.isActive());
        });
    }

    private void keep(Occurrence occurrence, boolean kept) {
        if (kept) {
            occurrences.put(occurrence.condition().key(), occurrence);
        } else {
            occurrences.remove(occurrence.condition().key());
        }
    }

    /** R32: a prompt below high is closed with a reason; it is not raised again while its cause lasts. */
    private void setAside(Event.PromptClosed event) {
        Optional.ofNullable(occurrences.get(event.conditionKey()))
                .filter(it -> it.condition().canBeSetAside())
                .ifPresent(it -> {
                    Acknowledgement closed = new Acknowledgement(now.at(), event.by(), event.reason());
                    AlarmCondition condition = Attention.acknowledged(it.condition(), Optional.of(closed));
                    changes.add(new AttentionChange.Acknowledged(now.at(), condition));
                    keep(it.with(condition), true);
                });
    }

    /** Starts what is new, ends what has gone, and raises again what is unresolved for too long. */
    void causes(List<Cause> causes) {
        if (causes.isEmpty() && occurrences.isEmpty()) {
            return;
        }
        gone(causes).forEach(this::ended);
        causes.forEach(this::started);
        occurrences.replaceAll((_, it) -> raisedAgain(it));
    }

    private List<String> gone(List<Cause> causes) {
        Set<String> keys = HashSet.newHashSet(causes.size());
        causes.forEach(cause -> keys.add(cause.key()));
        List<String> gone = new ArrayList<>(0);
        for (Occurrence it : occurrences.values()) {
            if (it.condition().isActive() && !keys.contains(it.condition().key())) {
                gone.add(it.condition().key());
            }
        }
        return gone;
    }

    /** Begins an occurrence, unless this cause lasts already. */
    void started(Cause cause) {
        Optional<Occurrence> lasting = Optional.ofNullable(occurrences.get(cause.key()))
                .filter(it -> it.condition().isActive());
        if (lasting.isEmpty()) {
            begun(cause);
        } else if (lasting.get().condition().priority() != cause.priority()) {
            reprioritised(lasting.get(), cause);
        }
    }

    private void begun(Cause cause) {
        AlarmCondition condition = cause.startingAt(now.at());
        occurrences.remove(cause.key());
        occurrences.put(cause.key(), new Occurrence(condition, now.elapsed(), now.elapsed(), 0));
        uncover(cause.key());
        changes.add(new AttentionChange.Started(now.at(), condition));
        endPauseIf(cause.kind() == AlarmKind.LINK_LOST, "link-lost");
    }

    /** A worse priority needs to be seen and heard anew (N11); a better one keeps its acknowledgement. */
    private void reprioritised(Occurrence before, Cause cause) {
        AlarmCondition was = before.condition();
        boolean worse = cause.priority().compareTo(was.priority()) > 0;
        AlarmCondition fresh = Attention.continuing(cause.startingAt(was.since()), was, !worse);
        occurrences.put(cause.key(), new Occurrence(fresh, before.began(), now.elapsed(), before.times()));
        if (worse) {
            uncover(cause.key());
        }
        changes.add(new AttentionChange.PriorityChanged(now.at(), fresh, was.priority()));
    }

    private void uncover(String key) {
        pause.set(0, pause.getFirst().map(it -> it.without(key)));
    }

    /** Ends the occurrence with {@code key}; keeps it while it is latched and unseen. */
    void ended(String key) {
        Optional.ofNullable(occurrences.get(key))
                .filter(it -> it.condition().isActive())
                .ifPresent(it -> {
                    AlarmCondition condition = Attention.ended(it.condition(), now.at());
                    changes.add(new AttentionChange.Ended(now.at(), condition));
                    keep(it.with(condition), isKept(it, condition));
                });
    }

    private boolean isKept(Occurrence occurrence, AlarmCondition ended) {
        boolean unseen = ended.acknowledged().isEmpty() && ended.priority() != AlarmPriority.INFORMATION;
        boolean brief = now.elapsed().minus(occurrence.began()).compareTo(BRIEF) < 0;
        return unseen && (brief || latches(ended));
    }

    private static boolean latches(AlarmCondition condition) {
        return condition.priority() == AlarmPriority.HIGH
                || condition.kind() == AlarmKind.NOT_RECORDING
                || condition.kind() == AlarmKind.STOP_START_CYCLE;
    }

    private Occurrence raisedAgain(Occurrence occurrence) {
        if (!isDueAgain(occurrence, now, settings)) {
            return occurrence;
        }
        AlarmCondition condition = occurrence.condition();
        Duration interval = raiseInterval(condition, settings);
        long times = now.elapsed().minus(occurrence.raised()).dividedBy(interval);
        AlarmCondition unseen = Attention.acknowledged(condition, Optional.empty());
        int raised = occurrence.times() + 1;
        changes.add(new AttentionChange.Reraised(now.at(), unseen, raised));
        Duration last = occurrence.raised().plus(interval.multipliedBy(times));
        return new Occurrence(unseen, occurrence.began(), last, raised);
    }

    /** Whether what is unresolved has to be raised again. */
    static boolean isDueAgain(Occurrence occurrence, Stamp now, SiteSettings settings) {
        AlarmCondition condition = occurrence.condition();
        Duration interval = raiseInterval(condition, settings);
        return condition.isActive()
                && !interval.isZero()
                && now.elapsed().minus(occurrence.raised()).compareTo(interval) >= 0
                && !condition.acknowledged().map(Acknowledgement::isSetAside).orElse(false);
    }

    /** N8 for what is high, and the reminders of C24 and C28. */
    private static Duration raiseInterval(AlarmCondition condition, SiteSettings settings) {
        if (condition.origin() == Origin.PROMPT && condition.priority() == AlarmPriority.HIGH) {
            return settings.minutes(SiteSetting.RERAISE_MIN);
        }
        return REMINDERS.contains(condition.kind()) ? RAISE_LOW : Duration.ZERO;
    }
}
