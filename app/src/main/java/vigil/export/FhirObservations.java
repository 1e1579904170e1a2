package vigil.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import vigil.session.BodySize;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;
import vigil.session.WeightEntry;
import vigil.store.SessionRecord.Dated;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/**
 * One charted set as FHIR Observations. A vital sign that was due and not taken becomes an Observation with a
 * dataAbsentReason and no value.
 */
final class FhirObservations {
    private static final String VITAL = "vital-signs";
    private static final String SURVEY = "survey";

    private final FhirDocument document;
    private final Reference patient;
    private final Reference console;

    FhirObservations(FhirDocument document, Reference patient, Reference console) {
        this.document = document;
        this.patient = patient;
        this.console = console;
    }

    List<Observation> of(ObservationRow row) {
        ObservationSet set = row.set();
        List<Observation> all = new ArrayList<>();
        vitals(all, row);
        all.add(value(
                row, SURVEY, FhirCodes.local("sedation-0-3", "Ward sedation score 0 to 3"), score(set.sedation())));
        set.pain().ifPresent(pain -> {
            all.add(pain(row, "Pain at rest, 0 to 10", pain.atRest()));
            all.add(pain(row, "Pain moving, 0 to 10", pain.moving()));
        });
        addScore(all, row, "nausea-0-3", "Nausea 0 to 3", set.nausea());
        addScore(all, row, "site-0-4", "Infusion site 0 to 4", set.site());
        set.orientation()
                .ifPresent(
                        known -> addScore(all, row, "recall-0-3", "Recall of 3 items", Optional.of(known.recalled())));
        dissociation(row).ifPresent(all::add);
        sideEffects(row).ifPresent(all::add);
        row.earlyWarning().ifPresent(total -> all.add(earlyWarning(row, total)));
        row.edits().forEach(edit -> all.forEach(observation -> amended(observation, edit)));
        return all;
    }

    /** Which values of the set changed stands in the note of each, because a set is signed and edited as a whole. */
    private static void amended(Observation observation, EditRow edit) {
        String none = "not taken";
        observation
                .setStatus(ObservationStatus.AMENDED)
                .addNote()
                .setText("Set amended %s by %s (%s): %s was %s, is %s. Reason: %s"
                        .formatted(
                                edit.at(),
                                edit.by().name(),
                                edit.by().userId(),
                                edit.value().item(),
                                edit.value().was().orElse(none),
                                edit.value().is().orElse(none),
                                edit.reason()));
    }

    private static String size(BodySize size) {
        return ", doses go by the %s weight of %s kg; height %s cm"
                .formatted(
                        size.dosedOn(),
                        size.dosedKg().toPlainString(),
                        size.heightCm().toPlainString());
    }

    /** The weight that was found with where it comes from, and the one that doses go by where it is another. */
    Observation weight(Dated<WeightEntry> entry) {
        Observation weight = observation(entry.at(), VITAL, FhirCodes.loinc("29463-7", "Body weight"));
        weight.setValue(FhirCodes.quantity(entry.value().actual().kg(), "kg"));
        weight.addNote()
                .setText(entry.value().basis() + ", " + entry.value().source() + ", "
                        + entry.value().date()
                        + entry.value().size().map(FhirObservations::size).orElse(""));
        return weight;
    }

    /** A due row that nobody charted. */
    Observation missed(Instant due) {
        return observation(due, SURVEY, FhirCodes.local("sedation-0-3", "Ward sedation score 0 to 3"))
                .setDataAbsentReason(FhirCodes.notPerformed());
    }

    private void vitals(List<Observation> all, ObservationRow row) {
        Vitals vitals = row.set().vitals();
        all.add(vital(row, FhirCodes.loinc("9279-1", "Respiratory rate"), vitals.respiratoryRatePerMin(), "/min"));
        all.add(vital(row, FhirCodes.spo2(), vitals.spo2Percent(), "%"));
        all.add(vital(row, FhirCodes.loinc("8867-4", "Heart rate"), vitals.heartRatePerMin(), "/min"));
        all.add(bloodPressure(row, vitals));
        vitals.temperatureCel()
                .map(number -> FhirCodes.quantity(number, "Cel"))
                .ifPresent(quantity ->
                        all.add(value(row, VITAL, FhirCodes.loinc("8310-5", "Body temperature"), quantity)));
        vitals.oxygenLPerMin()
                .map(number -> FhirCodes.quantity(number, "L/min"))
                .ifPresent(quantity -> all.add(value(row, VITAL, FhirCodes.local("oxygen", "Oxygen given"), quantity)));
        vitals.consciousness()
                .ifPresent(known -> all.add(value(
                        row, SURVEY, FhirCodes.local("consciousness", "Consciousness"), new StringType(known.name()))));
    }

    private Observation vital(ObservationRow row, CodeableConcept code, Optional<Integer> number, String unit) {
        return number.map(known -> value(row, VITAL, code, quantity(known, unit)))
                .orElseGet(() -> observation(row.at(), VITAL, code).setDataAbsentReason(FhirCodes.notPerformed()));
    }

    private Observation bloodPressure(ObservationRow row, Vitals vitals) {
        Observation panel = observation(row.at(), VITAL, FhirCodes.loinc("85354-9", "Blood pressure"));
        component(panel, FhirCodes.loinc("8480-6", "Systolic blood pressure"), vitals.systolicMmHg());
        component(panel, FhirCodes.loinc("8462-4", "Diastolic blood pressure"), vitals.diastolicMmHg());
        return panel;
    }

    private static void component(Observation panel, CodeableConcept code, Optional<Integer> pressure) {
        Observation.ObservationComponentComponent component =
                panel.addComponent().setCode(code);
        pressure.ifPresentOrElse(
                number -> component.setValue(quantity(number, "mm[Hg]")),
                () -> component.setDataAbsentReason(FhirCodes.notPerformed()));
    }

    private Observation pain(ObservationRow row, String text, int level) {
        return value(row, SURVEY, FhirCodes.loinc("72514-3", text), quantity(level, "{score}"));
    }

    private void addScore(
            List<Observation> all, ObservationRow row, String code, String text, Optional<Integer> number) {
        number.ifPresent(known -> all.add(value(row, SURVEY, FhirCodes.local(code, text), score(known))));
    }

    /** Screening questions D1 to D8; an item that was not asked has no answer. */
    private Optional<Observation> dissociation(ObservationRow row) {
        Observation survey =
                observation(row.at(), SURVEY, FhirCodes.local("dissociation", "Dissociation screening D1 to D8"));
        Stream.of(DissociationItem.values())
                .forEach(item -> Optional.ofNullable(row.set().dissociation().get(item))
                        .ifPresent(answer -> answer(
                                survey.addComponent().setCode(FhirCodes.local(item.name(), item.name())), answer)));
        return survey.hasComponent() ? Optional.of(survey) : Optional.empty();
    }

    private static void answer(Observation.ObservationComponentComponent component, Answer answer) {
        switch (answer) {
            case NO, UNSURE, YES -> component.setValue(new StringType(answer.name()));
            case NOT_ASKED -> component.setDataAbsentReason(FhirCodes.notPerformed());
        }
    }

    private Optional<Observation> sideEffects(ObservationRow row) {
        Observation survey =
                observation(row.at(), SURVEY, FhirCodes.local("side-effects", "Side effects S1 to S14, grade 0 to 3"));
        Stream.of(SideEffectItem.values())
                .forEach(item -> Optional.ofNullable(row.set().sideEffects().get(item))
                        .ifPresent(grade -> survey.addComponent()
                                .setCode(FhirCodes.local(item.name(), item.name()))
                                .setValue(score(grade))));
        return survey.hasComponent() ? Optional.of(survey) : Optional.empty();
    }

    /** The console computed the total, so the console is named as its device. */
    private Observation earlyWarning(ObservationRow row, int total) {
        return value(row, SURVEY, FhirCodes.local("early-warning", "Early-warning score"), score(total))
                .setDevice(console);
    }

    private Observation value(ObservationRow row, String category, CodeableConcept code, Type value) {
        Observation observation = observation(row.at(), category, code);
        observation.setValue(value);
        observation.addPerformer(
                new Reference().setDisplay(row.by().name() + " (" + row.by().userId() + ")"));
        return observation;
    }

    private Observation observation(Instant at, String category, CodeableConcept code) {
        return new Observation()
                .setStatus(ObservationStatus.FINAL)
                .addCategory(FhirCodes.category(category))
                .setCode(code)
                .setSubject(patient)
                .setEffective(document.dateTime(at));
    }

    private static Quantity quantity(int number, String unit) {
        return FhirCodes.quantity(BigDecimal.valueOf(number), unit);
    }

    private static IntegerType score(int number) {
        return new IntegerType(number);
    }
}
