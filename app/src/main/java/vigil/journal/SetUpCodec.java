package vigil.journal;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.session.Assessment;
import vigil.session.BodySize;
import vigil.session.DischargePlan;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.RateOrder;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.WeightEntry;

/** What people enter before and around a course, as the fields of an entry: each record with its writer and its reader. */
final class SetUpCodec {
    private SetUpCodec() {}

    static void writeStaff(String name, Staff staff, JsonOut out) throws IOException {
        out.object(name, fields -> {
            fields.text("user", staff.userId());
            fields.text("name", staff.name());
            fields.word("role", staff.role());
        });
    }

    static Staff staff(String name, JsonIn in) {
        JsonIn fields = in.object(name);
        return new Staff(fields.text("user"), fields.text("name"), fields.word("role", Staff.Role.class));
    }

    static void writeStaff(String name, Optional<Staff> staff, JsonOut out) throws IOException {
        if (staff.isPresent()) {
            writeStaff(name, staff.get(), out);
        }
    }

    static Optional<Staff> staffIfAny(String name, JsonIn in) {
        return in.objectIfAny(name).map(_ -> staff(name, in));
    }

    static void writePatient(Patient patient, JsonOut out) throws IOException {
        out.text("familyName", patient.familyName());
        out.text("givenNames", patient.givenNames());
        out.text("mrn", patient.mrn());
        out.text("dateOfBirth", patient.dateOfBirth().toString());
        out.text("allergies", patient.allergies());
        out.text("room", patient.room());
    }

    static Patient patient(JsonIn in) {
        return new Patient(
                in.text("familyName"),
                in.text("givenNames"),
                in.text("mrn"),
                LocalDate.parse(in.text("dateOfBirth")),
                in.text("allergies"),
                in.text("room"));
    }

    static void writeWeight(WeightEntry entry, JsonOut out) throws IOException {
        out.decimal("weightKg", entry.weight().kg());
        out.word("basis", entry.basis());
        out.text("source", entry.source());
        out.text("date", entry.date().toString());
        if (entry.size().isPresent()) {
            BodySize size = entry.size().get();
            out.decimal("heightCm", size.heightCm());
            out.decimal("actualKg", size.actual().kg());
            out.word("dosedOn", size.dosedOn());
            out.text("dosedOnReason", size.reason());
        }
    }

    static WeightEntry weight(JsonIn in) {
        return new WeightEntry(
                new DosingWeight(in.decimal("weightKg")),
                in.word("basis", WeightEntry.Basis.class),
                in.text("source"),
                LocalDate.parse(in.text("date")),
                in.decimalIfAny("heightCm").map(height -> size(height, in)));
    }

    private static BodySize size(BigDecimal heightCm, JsonIn in) {
        return new BodySize(
                heightCm,
                new DosingWeight(in.decimal("actualKg")),
                in.word("dosedOn", BodySize.DosedOn.class),
                in.text("dosedOnReason"));
    }

    static void writeSolution(Solution solution, JsonOut out) throws IOException {
        out.text("drug", solution.drug());
        out.decimal("concentrationMgPerMl", solution.concentration().mgPerMl());
        out.text("preparation", solution.preparation());
    }

    static Solution solution(JsonIn in) {
        return new Solution(
                in.text("drug"), new Concentration(in.decimal("concentrationMgPerMl")), in.text("preparation"));
    }

    static void writeLine(InfusionLine line, JsonOut out) throws IOException {
        out.word("route", line.route());
        out.flag("dedicated", line.dedicated());
        out.text("site", line.site());
    }

    static InfusionLine line(JsonIn in) {
        return new InfusionLine(in.word("route", InfusionLine.Route.class), in.flag("dedicated"), in.text("site"));
    }

    static void writeAssessment(Assessment assessment, JsonOut out) throws IOException {
        out.words("purposes", assessment.purposes());
        out.flag("centralSensitisation", assessment.centralSensitisation());
        out.words("opioidReasons", assessment.opioidReasons());
        out.flag("assessed", assessment.assessed());
        out.word("opioidPlan", assessment.opioidPlan());
    }

    static Assessment assessment(JsonIn in) {
        return new Assessment(
                in.words("purposes", Assessment.Purpose.class),
                in.flag("centralSensitisation"),
                in.words("opioidReasons", Assessment.OpioidReason.class),
                in.flag("assessed"),
                in.word("opioidPlan", Assessment.OpioidPlan.class));
    }

    static void writeOrder(RateOrder order, JsonOut out) throws IOException {
        out.decimal("flowRateMlPerH", order.flowRate().mlPerH());
        out.decimal("lowestMgPerKgPerH", order.lowest().mgPerKgPerH());
        out.decimal("highestMgPerKgPerH", order.highest().mgPerKgPerH());
        out.word("kind", order.kind());
        out.text("prescriber", order.prescriber());
    }

    static RateOrder order(JsonIn in) {
        return new RateOrder(
                new FlowRate(in.decimal("flowRateMlPerH")),
                new DoseLimit(in.decimal("lowestMgPerKgPerH")),
                new DoseLimit(in.decimal("highestMgPerKgPerH")),
                in.word("kind", RateOrder.Kind.class),
                in.text("prescriber"));
    }

    static void writeDischargePlan(DischargePlan plan, JsonOut out) throws IOException {
        out.flag("gpLetterSent", plan.gpLetterSent());
        out.flag("relapsePlan", plan.relapsePlan());
        out.flag("emergencyPlan", plan.emergencyPlan());
        out.flag("practitionerInformed", plan.practitionerInformed());
        out.flag("followUpBooked", plan.followUpBooked());
    }

    static DischargePlan dischargePlan(JsonIn in) {
        return new DischargePlan(
                in.flag("gpLetterSent"),
                in.flag("relapsePlan"),
                in.flag("emergencyPlan"),
                in.flag("practitionerInformed"),
                in.flag("followUpBooked"));
    }
}
