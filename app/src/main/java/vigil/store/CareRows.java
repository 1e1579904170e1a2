package vigil.store;

import java.sql.SQLException;
import java.util.Optional;
import vigil.session.Event;

/** What people do and say about the patient, as one row of {@code care_entry} beside the entry. */
final class CareRows {
    private CareRows() {}

    static String action(Event.OfCare event) {
        return switch (event) {
            case Event.PauseAssessed _ -> "PAUSE_ASSESSED";
            case Event.PhysicianDirected _ -> "PHYSICIAN_DIRECTED";
            case Event.OverrideRecorded _ -> "OVERRIDE_RECORDED";
            case Event.PatientAway _ -> "PATIENT_AWAY";
            case Event.PatientBack _ -> "PATIENT_BACK";
            case Event.ConcernRaised _ -> "CONCERN_RAISED";
            case Event.ConcernEnded _ -> "CONCERN_ENDED";
            case Event.ReviewPlanned _ -> "REVIEW_PLANNED";
            case Event.PromptClosed _ -> "PROMPT_CLOSED";
            case Event.DailyItemDone _ -> "DAILY_ITEM_DONE";
        };
    }

    static void write(long sequence, Event.OfCare event, Statements rows) throws SQLException {
        switch (event) {
            case Event.PauseAssessed it -> said(rows, sequence, it.eased() ? "EASED" : "NOT_EASED", "", "");
            case Event.PhysicianDirected it ->
                rows.add(
                        Table.CARE_ENTRY,
                        sequence,
                        "",
                        it.direction().physician(),
                        it.direction().words(),
                        Optional.of(it.direction().calledAt()));
            case Event.OverrideRecorded it -> said(rows, sequence, it.rule().name(), it.physician(), it.reason());
            case Event.PatientAway it -> said(rows, sequence, "", "", it.where());
            case Event.PatientBack _ -> said(rows, sequence, "", "", "");
            case Event.ConcernRaised it -> said(rows, sequence, it.concern().name(), "", it.note());
            case Event.ConcernEnded it -> said(rows, sequence, "", "", it.note());
            case Event.ReviewPlanned it ->
                said(rows, sequence, it.on().map(Object::toString).orElse(""), "", it.reason());
            case Event.DailyItemDone it -> said(rows, sequence, it.item().name(), "", it.note());
            case Event.PromptClosed it -> said(rows, sequence, it.conditionKey(), "", it.reason());
        }
    }

    private static void said(Statements rows, long sequence, String subject, String physician, String words)
            throws SQLException {
        rows.add(Table.CARE_ENTRY, sequence, subject, physician, words, Optional.empty());
    }
}
