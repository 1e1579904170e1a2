package vigil.alarm;

import java.util.List;
import java.util.Optional;
import vigil.session.Event;
import vigil.session.PeopleEvent;

/**
 * What is wrong with the record itself, each with its cause in one line. Immutable.
 *
 * @param notRecording why the journal cannot be written, while it cannot (C20)
 * @param inDanger why the record may not last although all of it is written (C30)
 * @param cutOff which entries were missing at a start, until somebody has seen it (C30, E6)
 * @param noBackup why the last backup could not be made, until one is (C30)
 */
public record RecordTrouble(
        Optional<String> notRecording, Optional<String> inDanger, Optional<String> cutOff, Optional<String> noBackup) {
    static final RecordTrouble NONE = new RecordTrouble(Writing.WELL, Optional.empty(), Optional.empty());

    /** How it stands with the writing of the journal: one of the two at most. */
    private record Writing(Optional<String> refused, Optional<String> inDanger) {
        static final Writing WELL = new Writing(Optional.empty(), Optional.empty());
    }

    private RecordTrouble(Writing writing, Optional<String> cutOff, Optional<String> noBackup) {
        this(writing.refused(), writing.inDanger(), cutOff, noBackup);
    }

    private RecordTrouble with(Writing writing) {
        return new RecordTrouble(writing, cutOff, noBackup);
    }

    private RecordTrouble withCutOff(Optional<String> entries) {
        return new RecordTrouble(notRecording, inDanger, entries, noBackup);
    }

    private RecordTrouble withNoBackup(Optional<String> reason) {
        return new RecordTrouble(notRecording, inDanger, cutOff, reason);
    }

    RecordTrouble after(Event event) {
        return switch (event) {
            case Event.BackupFailed failed -> withNoBackup(Optional.of(failed.reason()));
            case Event.BackupMade _ -> withNoBackup(Optional.empty());
            case Event.RecordingFailed failed -> with(new Writing(Optional.of(failed.reason()), Optional.empty()));
            case Event.RecordInDanger danger -> with(new Writing(Optional.empty(), Optional.of(danger.reason())));
            // A start finds a record that can be written, or says anew that it cannot.
            case Event.RecordingRestored _, Event.ConsoleStarted _ -> with(Writing.WELL);
            case Event.RecordCutOff it -> withCutOff(Optional.of("%d–%d".formatted(it.lastEntry() + 1, it.seen())));
            // Nothing brings the entries back: who has seen it has to look after it.
            case Event.ConditionAcknowledged it
            when it.conditionKey().equals(AlarmKind.RECORD_CUT_OFF.name()) -> withCutOff(Optional.empty());
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> this;
        };
    }

    void causes(List<Cause> causes) {
        notRecording.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.NOT_RECORDING, reason)));
        inDanger.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.RECORD_IN_DANGER, reason)));
        cutOff.ifPresent(entries -> causes.add(Cause.technical(AlarmKind.RECORD_CUT_OFF, entries)));
        noBackup.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.NO_BACKUP, reason)));
    }
}
