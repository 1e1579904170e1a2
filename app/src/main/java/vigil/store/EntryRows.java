package vigil.store;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.ObservationDuty;
import vigil.session.ObservationSet;
import vigil.session.Observations.Charted;
import vigil.session.RateOrder;
import vigil.session.Session;
import vigil.session.SessionId;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.Stamp;
import vigil.session.WeightEntry;

/** What a person entered, as one row of {@code entry} and the rows that say the rest. */
final class EntryRows {
    private final Statements rows;
    private final SupervisionRows supervision;
    private final BackgroundRows backgroundRows;

    EntryRows(Statements rows) {
        this.rows = rows;
        this.supervision = new SupervisionRows(rows);
        this.backgroundRows = new BackgroundRows(rows);
    }

    void write(long sequence, Event.ByPerson event, Session session) throws SQLException {
        Staff by = event.by();
        rows.add(
                Table.ENTRY,
                sequence,
                session.id().map(SessionId::value),
                event.at().utc(),
                session.elapsed(),
                action(event),
                by.userId(),
                by.name(),
                by.role());
        writeRest(sequence, event, session);
    }

    private static String action(Event.ByPerson event) {
        return switch (event) {
            case Event.SessionOpened _ -> "SESSION_OPENED";
            case Event.PatientCorrected _ -> "PATIENT_CORRECTED";
            case Event.WeightConfirmed _ -> "WEIGHT_CONFIRMED";
            case Event.SolutionConfirmed _ -> "SOLUTION_CONFIRMED";
            case Event.LineConfirmed _ -> "LINE_CONFIRMED";
            case Event.AssessmentRecorded _ -> "ASSESSMENT_RECORDED";
            case Event.RateOrdered _ -> "RATE_ORDERED";
            case Event.PumpBound _ -> "PUMP_BOUND";
            case Event.ObservationsCharted _ -> "OBSERVATIONS_CHARTED";
            case Event.ObservationsAmended _ -> "OBSERVATIONS_AMENDED";
            case Event.EntryVoided _ -> "ENTRY_VOIDED";
            case Event.ReviewDone _ -> "REVIEW_DONE";
            case Event.StopExplained _ -> "STOP_EXPLAINED";
            case Event.CessationDecided _ -> "CESSATION_DECIDED";
            case Event.DischargePlanned _ -> "DISCHARGE_PLANNED";
            case Event.Signed _ -> "SIGNED";
            case Event.NoteAdded _ -> "NOTE_ADDED";
            case Event.SettingChanged _ -> "SETTING_CHANGED";
            case Event.ConditionAcknowledged _ -> "CONDITION_ACKNOWLEDGED";
            case Event.AudioPaused _ -> "AUDIO_PAUSED";
            case Event.AudioResumed _ -> "AUDIO_RESUMED";
            case Event.SoundTestAsked _ -> "SOUND_TEST_ASKED";
            case Event.SoundChecked it -> it.heard() ? "SOUND_HEARD" : "SOUND_NOT_HEARD";
            case Event.OfCare it -> CareRows.action(it);
            case Event.PumpChecked _ -> "PUMP_CHECKED";
            case Event.ChartedPumpBound _ -> "CHARTED_PUMP_BOUND";
            case Event.AdmissionRecorded _ -> "ADMISSION_RECORDED";
            case Event.WeightMeasured _ -> "WEIGHT_MEASURED";
            case Event.SolutionEntered _ -> "SOLUTION_ENTERED";
            case Event.PurgeRecorded _ -> "PURGE_RECORDED";
            case Event.DeliveryExplained _ -> "DELIVERY_EXPLAINED";
            case Event.OpioidRegimenRecorded _ -> "OPIOID_REGIMEN_RECORDED";
            case Event.OutcomesScored _ -> "OUTCOMES_SCORED";
            case Event.ReferenceChosen _ -> "REFERENCE_CHOSEN";
            case Event.PlasmaChosen _ -> "PLASMA_CHOSEN";
        };
    }

    private void writeRest(long sequence, Event.ByPerson event, Session session) throws SQLException {
        switch (event) {
            case Event.WeightConfirmed it -> {
                write(sequence, it.weight());
                writeCheck(sequence, it.secondChecker());
            }
            case Event.SolutionConfirmed it -> write(sequence, it.solution(), it.secondChecker());
            case Event.LineConfirmed it -> write(sequence, it.line());
            case Event.AssessmentRecorded it -> write(sequence, it.assessment());
            case Event.RateOrdered it -> write(sequence, it.order());
            case Event.PumpBound it -> rows.add(Table.PUMP_BINDING, sequence, it.model(), it.serialNumber());
            case Event.ObservationsCharted it -> writeCharted(sequence, it.set(), session);
            case Event.StopExplained it ->
                rows.add(Table.STOP_EXPLANATION, sequence, it.reason(), it.note(), it.plannedFor());
            case Event.DischargePlanned it -> write(sequence, it.plan());
            case Event.Signed it -> rows.add(Table.SIGNATURE, sequence, it.meaning(), it.contentHash());
            case Event.NoteAdded it -> rows.add(Table.NOTE, sequence, it.text());
            case Event.SettingChanged it ->
                rows.add(Table.SETTING_CHANGE, sequence, it.setting(), it.before(), it.after());
            case Event.OfCare it -> CareRows.write(sequence, it, rows);
            case Event.PumpChecked it -> supervision.write(sequence, it);
            case Event.ChartedPumpBound it -> rows.add(Table.PUMP_BINDING, sequence, it.model(), it.serialNumber());
            case Event.AdmissionRecorded it -> supervision.write(sequence, it.admission());
            case Event.WeightMeasured it -> supervision.writeMeasured(sequence, it.weight());
            case Event.SolutionEntered it -> supervision.writeEntered(sequence, it.solution());
            case Event.PurgeRecorded it ->
                rows.add(Table.PURGE, sequence, it.volume().ml());
            case Event.DeliveryExplained it -> rows.add(Table.DELIVERY_EXPLANATION, sequence, it.cause(), it.note());
            case Event.OpioidRegimenRecorded it -> backgroundRows.write(sequence, it.regimen());
            case Event.OutcomesScored it -> backgroundRows.write(sequence, it.scores());
            case Event.ReferenceChosen it -> rows.add(Table.REFERENCE_CHOICE, sequence, it.regimen());
            case Event.PlasmaChosen it -> backgroundRows.write(sequence, it.choice());
            // The entry itself says it all, the state of the session does, or AmendmentRows and VoidedRows.
            case Event.SessionOpened _,
                    Event.PatientCorrected _,
                    Event.ObservationsAmended _,
                    Event.EntryVoided _,
                    Event.ReviewDone _,
                    Event.CessationDecided _,
                    Event.ConditionAcknowledged _,
                    Event.AudioPaused _,
                    Event.AudioResumed _,
                    Event.OfSound _ -> {}
        }
    }

    private void write(long sequence, WeightEntry entry) throws SQLException {
        rows.add(
                Table.WEIGHT,
                sequence,
                entry.weight().kg(),
                entry.basis(),
                entry.source(),
                entry.date(),
                entry.size().map(BodySize::heightCm),
                entry.size().map(size -> size.actual().kg()),
                entry.size().map(BodySize::dosedOn),
                entry.size().map(BodySize::reason));
    }

    private void writeCheck(long sequence, Optional<Staff> checker) throws SQLException {
        if (checker.isPresent()) {
            Staff second = checker.get();
            rows.add(Table.WEIGHT_CHECK, sequence, second.userId(), second.name(), second.role());
        }
    }

    private void write(long sequence, Solution solution, Staff checker) throws SQLException {
        rows.add(
                Table.SOLUTION,
                sequence,
                solution.drug(),
                solution.concentration().mgPerMl(),
                solution.preparation(),
                checker.userId(),
                checker.name(),
                checker.role());
    }

    private void write(long sequence, InfusionLine line) throws SQLException {
        rows.add(Table.INFUSION_LINE, sequence, line.route(), line.dedicated(), line.site());
    }

    private void write(long sequence, Assessment assessment) throws SQLException {
        rows.add(
                Table.ASSESSMENT,
                sequence,
                words(assessment.purposes()),
                assessment.centralSensitisation(),
                words(assessment.opioidReasons()),
                assessment.assessed(),
                assessment.opioidPlan());
    }

    private static String words(Collection<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().collect(Collectors.joining(" "));
    }

    private void write(long sequence, RateOrder order) throws SQLException {
        rows.add(
                Table.RATE_ORDER,
                sequence,
                order.flowRate().mlPerH(),
                order.lowest().mgPerKgPerH(),
                order.highest().mgPerKgPerH(),
                order.kind(),
                order.prescriber());
    }

    private void write(long sequence, DischargePlan plan) throws SQLException {
        rows.add(
                Table.DISCHARGE_PLAN,
                sequence,
                plan.gpLetterSent(),
                plan.relapsePlan(),
                plan.emergencyPlan(),
                plan.practitionerInformed(),
                plan.followUpBooked());
    }

    private void writeCharted(long sequence, ObservationSet set, Session session) throws SQLException {
        Optional<Charted> charted = session.care().observations().latest();
        write(sequence, set);
        SetColumns.items(set, (table, item, answer) -> rows.add(table, sequence, item, answer));
        if (charted.isPresent()) {
            for (ObservationDuty duty : charted.get().satisfied()) {
                write(sequence, duty, charted.get().at());
            }
        }
    }

    private void write(long sequence, ObservationSet set) throws SQLException {
        List<Object> values = SetColumns.of(set);
        values.addFirst(sequence);
        rows.add(Table.OBSERVATION, values.toArray());
    }

    private void write(long sequence, ObservationDuty duty, Stamp at) throws SQLException {
        boolean late =
                duty.done().map(done -> done.compareTo(duty.overdueAfter()) > 0).orElse(false);
        rows.add(
                Table.DUTY,
                sequence,
                duty.phase(),
                duty.row(),
                at.at().utc().minus(at.elapsed().minus(duty.due())),
                late);
    }
}
