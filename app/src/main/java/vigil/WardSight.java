package vigil;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.alarm.AlarmCondition;
import vigil.engine.RecordingState;
import vigil.engine.Snapshot;
import vigil.look.Words;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.ui.attention.ConditionWords;
import vigil.ui.parts.Phrases;
import vigil.ward.RoomState;

/**
 * What a bedside tells the ward of a snapshot. Conditions go in the bedside's own words, in every language there is, so that
 * a station shows what the bedside shows, whatever version either is of. Immutable.
 */
final class WardSight {
    private static final int DOSE_DECIMALS = 3;

    private final Map<String, Words> languages;

    WardSight() {
        languages = List.of(Locale.of("en", "AU"), Locale.GERMANY).stream()
                .collect(Collectors.toUnmodifiableMap(Locale::getLanguage, Words::of));
    }

    /** {@code sequence}: the last entry on the disk. */
    RoomState of(Snapshot snapshot, long sequence) {
        return new RoomState(
                snapshot.now().utc(),
                sequence,
                snapshot.simulated(),
                !(snapshot.recording() instanceof RecordingState.NotRecording),
                snapshot.patient().flatMap(patient -> snapshot.sessionId().map(id -> who(patient, id))),
                course(snapshot.course()),
                dose(snapshot),
                snapshot.attention().conditions().stream()
                        .map(it -> condition(it, snapshot))
                        .toList(),
                snapshot.due().stream()
                        .map(it -> new RoomState.Due(it.what().name(), it.dueAt(), it.overdueFrom()))
                        .toList(),
                snapshot.lastObservation().map(WardSight::observed));
    }

    private static RoomState.Who who(Patient patient, SessionId id) {
        return new RoomState.Who(
                id.value(),
                patient.listedName(),
                patient.mrn(),
                patient.dateOfBirth().toString());
    }

    private static RoomState.Course course(Snapshot.Course course) {
        return new RoomState.Course(
                course.phase().name(),
                course.induction(),
                course.day(),
                course.observed(),
                course.paused().map(Snapshot.Paused::elapsed),
                course.missingSetUp().size());
    }

    private static RoomState.Dose dose(Snapshot snapshot) {
        Snapshot.Dose dose = snapshot.dose();
        return new RoomState.Dose(
                dose.rate().map(rate -> rate.toDecimal(DOSE_DECIMALS)),
                dose.lastKnown().map(it -> new RoomState.Last(it.rate().toDecimal(DOSE_DECIMALS), it.at())),
                dose.readingAge(),
                dose.stale(),
                dose.aboveMaximum(),
                dose.emptyAt(),
                snapshot.totals().course().mg(),
                snapshot.totals().atLeast());
    }

    private RoomState.Condition condition(AlarmCondition condition, Snapshot snapshot) {
        Map<String, RoomState.Line> words = new HashMap<>();
        languages.forEach((language, spoken) -> {
            ConditionWords said = new ConditionWords(condition, snapshot, new Phrases(spoken, snapshot.zone()));
            words.put(language, new RoomState.Line(said.title(), said.cause()));
        });
        return new RoomState.Condition(
                condition.key(),
                condition.priority().name(),
                condition.since().utc(),
                condition.isActive(),
                condition.acknowledged().isPresent(),
                words);
    }

    private static RoomState.Observed observed(Snapshot.LastObservation last) {
        Optional<Integer> pain = last.set().pain().map(it -> it.atRest());
        return new RoomState.Observed(
                last.at(), last.set().sedation(), pain, last.by().initials());
    }
}
