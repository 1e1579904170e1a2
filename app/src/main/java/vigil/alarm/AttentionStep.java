package vigil.alarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vigil.alarm.AlarmCondition.Acknowledgement;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.Attention.AudioPause;
import vigil.alarm.Attention.Occurrence;
import vigil.session.Event;
import vigil.session.Stamp;

/** The work of one step from one {@link Attention} to the next. Lives within one call; never shared. */
final class AttentionStep {
    /** N1: an audio pause ends by itself. */
    private static final Duration PAUSE = Duration.ofMinutes(2);
    /** N8: unresolved high prompts. */
    private static final Duration RAISE_HIGH = Duration.ofMinutes(5);
    /** C24, C28. */
    private static final Duration RAISE_LOW = Duration.ofMinutes(15);
    /** What lasted less may have come and gone between two looks, and stays until it was seen. */
    private static final Duration BRIEF = Duration.ofSeconds(2);

    private final Stamp now;
    private final List<Occurrence> occurrences;
    private final List<Optional<AudioPause>> pause = new ArrayList<>(1);
    private final List<AttentionChange> changes = new ArrayList<>(0);

    AttentionStep(Attention before, Stamp now) {
        this.now = now;
        this.occurrences = new ArrayList<>(before.occurrences());
        this.pause.add(before.pause());
    }

    Attention result(Optional<String> notRecording) {
        if (!changes.isEmpty()) {
            occurrences.sort(Attention.ORDER);
        }
        return new Attention(occurrences, pause.getFirst(), notRecording, changes);
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
            case Event.ByProgram _, Event.ByPerson _ -> {}
        }
    }

    private void startPause() {
        pause.set(
                0,
                Optional.of(new AudioPause(now.at().plus(PAUSE), now.elapsed().plus(PAUSE))));
        changes.add(new AttentionChange.AudioPauseStarted(now.at()));
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
        occurrences.replaceAll(it -> it.with(Attention.acknowledged(it.condition(), Optional.empty())));
    }

    /** N11: bound to this occurrence. One that has ended and was only kept to be seen goes. */
    private void acknowledge(String key, Acknowledgement seen) {
        for (int index = 0; index < occurrences.size(); index++) {
            Occurrence it = occurrences.get(index);
            if (it.condition().key().equals(key)
                    && it.condition().acknowledged().isEmpty()) {
                AlarmCondition condition = Attention.acknowledged(it.condition(), Optional.of(seen));
                changes.add(new AttentionChange.Acknowledged(now.at(), condition));
                occurrences.set(index, it.with(condition));
            }
        }
        occurrences.removeIf(it ->
                !it.condition().isActive() && it.condition().acknowledged().isPresent());
    }

    /** R32: a prompt below high is closed with a reason; it is not raised again while its cause lasts. */
    private void setAside(Event.PromptClosed event) {
        for (int index = 0; index < occurrences.size(); index++) {
            Occurrence it = occurrences.get(index);
            if (it.condition().key().equals(event.conditionKey())
                    && it.condition().canBeSetAside()) {
                Acknowledgement closed = new Acknowledgement(now.at(), event.by(), event.reason());
                AlarmCondition condition = Attention.acknowledged(it.condition(), Optional.of(closed));
                changes.add(new AttentionChange.Acknowledged(now.at(), condition));
                occurrences.set(index, it.with(condition));
            }
        }
    }

    /** Starts what is new, ends what has gone, and raises again what is unresolved for too long. */
    void causes(List<Cause> causes) {
        if (causes.isEmpty() && occurrences.isEmpty()) {
            return;
        }
        Set<String> keys = new HashSet<>();
        causes.forEach(cause -> keys.add(cause.key()));
        List<String> gone = occurrences.stream()
                .filter(it -> it.condition().isActive()
                        && !keys.contains(it.condition().key()))
                .map(it -> it.condition().key())
                .toList();
        gone.forEach(this::ended);
        causes.forEach(this::started);
        occurrences.replaceAll(this::raisedAgain);
    }

    /** Begins an occurrence, unless this cause lasts already at the same priority. */
    void started(Cause cause) {
        for (int index = 0; index < occurrences.size(); index++) {
            AlarmCondition condition = occurrences.get(index).condition();
            if (condition.key().equals(cause.key())) {
                if (condition.isActive() && condition.priority() == cause.priority()) {
                    return;
                }
                occurrences.remove(index);
                break;
            }
        }
        AlarmCondition condition = cause.startingAt(now.at());
        occurrences.add(new Occurrence(condition, now.elapsed(), now.elapsed()));
        changes.add(new AttentionChange.Started(now.at(), condition));
        endPauseIf(cause.kind() == AlarmKind.LINK_LOST, "link-lost");
    }

    /** Ends the occurrence with {@code key}; keeps it while it is latched and unseen. */
    void ended(String key) {
        for (int index = 0; index < occurrences.size(); index++) {
            Occurrence it = occurrences.get(index);
            if (it.condition().key().equals(key) && it.condition().isActive()) {
                AlarmCondition condition = Attention.ended(it.condition(), now.at());
                changes.add(new AttentionChange.Ended(now.at(), condition));
                keepOrDrop(index, it, condition);
                return;
            }
        }
    }

    private void keepOrDrop(int index, Occurrence occurrence, AlarmCondition ended) {
        boolean unseen = ended.acknowledged().isEmpty() && ended.priority() != AlarmPriority.INFORMATION;
        boolean brief = now.elapsed().minus(occurrence.began()).compareTo(BRIEF) < 0;
        if (unseen && (brief || latches(ended))) {
            occurrences.set(index, occurrence.with(ended));
        } else {
            occurrences.remove(index);
        }
    }

    private static boolean latches(AlarmCondition condition) {
        return condition.priority() == AlarmPriority.HIGH || condition.kind() == AlarmKind.NOT_RECORDING;
    }

    private Occurrence raisedAgain(Occurrence occurrence) {
        AlarmCondition condition = occurrence.condition();
        Duration interval = raiseInterval(condition);
        boolean setAside =
                condition.acknowledged().map(Acknowledgement::isSetAside).orElse(false);
        if (!condition.isActive()
                || setAside
                || interval.isZero()
                || now.elapsed().minus(occurrence.raised()).compareTo(interval) < 0) {
            return occurrence;
        }
        long times = now.elapsed().minus(occurrence.raised()).dividedBy(interval);
        AlarmCondition unseen = Attention.acknowledged(condition, Optional.empty());
        changes.add(new AttentionChange.Reraised(now.at(), unseen));
        return new Occurrence(unseen, occurrence.began(), occurrence.raised().plus(interval.multipliedBy(times)));
    }

    private static Duration raiseInterval(AlarmCondition condition) {
        if (condition.origin() == Origin.PROMPT && condition.priority() == AlarmPriority.HIGH) {
            return RAISE_HIGH;
        }
        boolean reminds =
                condition.kind() == AlarmKind.OBSERVATION_OVERDUE || condition.kind() == AlarmKind.UNEXPLAINED_STOP;
        return reminds ? RAISE_LOW : Duration.ZERO;
    }
}
