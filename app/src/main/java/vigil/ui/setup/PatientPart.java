package vigil.ui.setup;

import java.time.LocalDate;
import java.util.List;
import vigil.session.Event;
import vigil.session.Patient;
import vigil.session.SessionId;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** Who the patient is; saving it for the first time opens the session. */
final class PatientPart implements PartRules {
    static final Question<String> FAMILY = Question.text("setup.patient.family");
    static final Question<String> GIVEN = Question.text("setup.patient.given");
    static final Question<String> MRN = Question.text("setup.patient.mrn");
    static final Question<LocalDate> BORN =
            Question.day("setup.patient.born", LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31));
    static final Question<String> ALLERGIES = Question.text("setup.patient.allergies");
    static final Question<String> ROOM = Question.text("setup.patient.room");

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        boolean born = answers.value(BORN).map(day -> !day.isAfter(now.today())).orElse(true);
        return List.of(
                Check.answered(answers, FAMILY),
                Check.answered(answers, GIVEN),
                Check.answered(answers, MRN),
                Check.answered(answers, BORN),
                Check.that(born, "setup.lack.future"),
                Check.answered(answers, ALLERGIES),
                Check.answered(answers, ROOM));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        Patient patient = new Patient(
                answers.value(FAMILY).orElseThrow(),
                answers.value(GIVEN).orElseThrow(),
                answers.value(MRN).orElseThrow(),
                answers.value(BORN).orElseThrow(),
                answers.value(ALLERGIES).orElseThrow(),
                answers.value(ROOM).orElseThrow());
        return now.isOpen()
                ? List.of((at, by) -> new Event.PatientCorrected(at, patient, by))
                : List.of(
                        (at, by) -> new Event.SessionOpened(at, id(at.utc().toEpochMilli()), patient, now.zone(), by));
    }

    /** One console opens one session at a time, so that its moment tells it from every other. */
    private static SessionId id(long millis) {
        return new SessionId("s-" + Long.toString(millis, Character.MAX_RADIX));
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return now.setUp().opening().map(it -> answers(it.patient())).orElse(Answers.NONE);
    }

    private static Answers answers(Patient patient) {
        return Answers.NONE
                .with(FAMILY, patient.familyName())
                .with(GIVEN, patient.givenNames())
                .with(MRN, patient.mrn())
                .with(BORN, Written.day(patient.dateOfBirth()))
                .with(ALLERGIES, patient.allergies())
                .with(ROOM, patient.room());
    }

    @Override
    public boolean isRecorded(Situation now) {
        return now.isOpen();
    }
}
