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
 * @param noBackup why the last backup could not be made, until one is (C30)
 */
public record RecordTrouble(Optional<String> notRecording, Optional<String> inDanger, Optional<String> noBackup) {
    static final RecordTrouble NONE = new RecordTrouble(Optional.empty(), Optional.empty(), Optional.empty());

    private RecordTrouble notRecording(String reason) {
        return new RecordTrouble(Optional.of(reason), Optional.empty(), noBackup);
    }

    private RecordTrouble inDanger(String reason) {
        return new RecordTrouble(Optional.empty(), Optional.of(reason), noBackup);
    }

    private RecordTrouble over() {
        return new RecordTrouble(Optional.empty(), Optional.empty(), noBackup);
    }

    RecordTrouble after(Event event) {
        return switch (event) {
            case Event.BackupFailed failed -> new RecordTrouble(notRecording, inDanger, Optional.of(failed.reason()));
            case Event.RecordingFailed failed -> notRecording(failed.reason());
            case Event.RecordInDanger danger -> inDanger(danger.reason());
            // A start finds a record that can be written, or says anew that it cannot.
            case Event.RecordingRestored _, Event.ConsoleStarted _ -> over();
            case Event.BackupMade _ -> new RecordTrouble(notRecording, inDanger, Optional.empty());
            case Event.ByProgram _, Event.ByPerson _, PeopleEvent _ -> this;
        };
    }

    void causes(List<Cause> causes) {
        notRecording.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.NOT_RECORDING, reason)));
        inDanger.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.RECORD_IN_DANGER, reason)));
        noBackup.ifPresent(reason -> causes.add(Cause.technical(AlarmKind.NO_BACKUP, reason)));
    }
}
