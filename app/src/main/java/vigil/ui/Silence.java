package vigil.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmCondition.Origin;
import vigil.alarm.AlarmKind;
import vigil.alarm.AlarmPriority;
import vigil.dose.DoseRate;
import vigil.engine.Snapshot;
import vigil.engine.Snapshot.Attention;
import vigil.engine.Snapshot.Dose;
import vigil.engine.Snapshot.LastKnown;

/**
 * What may still be shown when the console's own core has gone silent: the screen must not go on showing its last values
 * as if they were new. Ages go on; from the limit of R31 on the values are gone and a condition says why.
 */
final class Silence {
    /** Oldest value that counts as current (R31). */
    static final Duration LIMIT = Duration.ofSeconds(10);

    /** Identifies the condition; nobody can acknowledge it away in a core that does not answer. */
    static final String KEY = "CONSOLE-SILENT";

    private Silence() {}

    static Snapshot since(Snapshot last, Duration silence, String words) {
        boolean gone = silence.compareTo(LIMIT) >= 0;
        return new Snapshot(
                last.now().plus(silence),
                last.simulated(),
                last.zone(),
                last.sessionId(),
                last.patient(),
                last.weight(),
                last.course(),
                older(last, silence),
                last.totals(),
                last.link(),
                last.recording(),
                gone ? withCondition(last, words) : last.attention(),
                last.due(),
                last.lastObservation(),
                last.trend(),
                last.beside(),
                last.people(),
                last.care());
    }

    private static Dose older(Snapshot last, Duration silence) {
        Dose dose = last.dose();
        Optional<Duration> age = dose.readingAge().map(silence::plus);
        boolean stale = dose.stale() || age.filter(a -> a.compareTo(LIMIT) >= 0).isPresent();
        Optional<DoseRate> rate = stale ? Optional.empty() : dose.rate();
        return new Dose(
                rate,
                dose.lastKnown().or(() -> lastRate(last)),
                age,
                stale,
                dose.aboveMaximum(),
                dose.deliveryStatus(),
                dose.flowRate(),
                dose.concentration(),
                dose.volumeInfused(),
                dose.volumeRemaining(),
                dose.timeToEmpty(),
                dose.emptyAt(),
                dose.ordered(),
                dose.maximum());
    }

    private static Optional<LastKnown> lastRate(Snapshot last) {
        return last.dose().rate().map(rate -> new LastKnown(rate, last.now().utc()));
    }

    private static Attention withCondition(Snapshot last, String words) {
        List<AlarmCondition> conditions = new ArrayList<>(last.attention().conditions());
        AlarmCondition silent = new AlarmCondition(
                KEY,
                AlarmKind.LINK_LOST,
                Origin.TECHNICAL,
                AlarmPriority.MEDIUM,
                last.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                words);
        long higher = conditions.stream()
                .filter(condition -> condition.priority() == AlarmPriority.HIGH)
                .count();
        conditions.add((int) higher, silent);
        Attention before = last.attention();
        return new Attention(conditions, before.audioPausedUntil(), before.signal(), before.sound());
    }
}
