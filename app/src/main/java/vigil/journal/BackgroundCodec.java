package vigil.journal;

import java.io.IOException;
import java.time.LocalDate;
import vigil.opioid.OpioidDose;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.session.PlasmaChoice;

/** Opioid regimens, scores and the choice of the plasma estimate, as the fields of an entry. */
final class BackgroundCodec {
    private BackgroundCodec() {}

    static void write(OpioidRegimen regimen, JsonOut out) throws IOException {
        out.word("occasion", regimen.occasion());
        out.text("on", regimen.on().toString());
        out.text("tableVersion", regimen.tableVersion());
        out.objects(
                "doses",
                regimen.doses().stream()
                        .map(dose -> (JsonOut.Fields) fields -> write(dose, fields))
                        .toList());
    }

    private static void write(OpioidDose dose, JsonOut out) throws IOException {
        out.text("substance", dose.substance());
        out.word("route", dose.route());
        out.decimal("amount", dose.amount());
        out.word("unit", dose.unit());
        out.flag("withNaloxone", dose.withNaloxone());
    }

    static OpioidRegimen regimen(JsonIn in) {
        return new OpioidRegimen(
                in.word("occasion", OpioidRegimen.Occasion.class),
                LocalDate.parse(in.text("on")),
                in.objects("doses").stream().map(BackgroundCodec::dose).toList(),
                in.text("tableVersion"));
    }

    private static OpioidDose dose(JsonIn in) {
        return new OpioidDose(
                in.text("substance"),
                in.word("route", OpioidDose.Route.class),
                in.decimal("amount"),
                in.word("unit", OpioidDose.Unit.class),
                in.flag("withNaloxone"));
    }

    static void write(OutcomeScores scores, JsonOut out) throws IOException {
        out.word("occasion", scores.occasion());
        out.text("on", scores.on().toString());
        out.decimal("bpiSeverity", scores.bpiSeverity());
        out.decimal("bpiInterference", scores.bpiInterference());
        out.number("pseq", scores.pseq());
        out.text("other", scores.other());
        out.text("waivedBecause", scores.waivedBecause());
    }

    static OutcomeScores scores(JsonIn in) {
        return new OutcomeScores(
                in.word("occasion", OutcomeScores.Occasion.class),
                LocalDate.parse(in.text("on")),
                in.decimalIfAny("bpiSeverity"),
                in.decimalIfAny("bpiInterference"),
                in.numberIfAny("pseq"),
                in.text("other"),
                in.text("waivedBecause"));
    }

    static void write(PlasmaChoice choice, JsonOut out) throws IOException {
        out.flag("shown", choice.shown());
        out.words("exclusions", choice.exclusions());
    }

    static PlasmaChoice plasma(JsonIn in) {
        return new PlasmaChoice(in.flag("shown"), in.words("exclusions", PlasmaChoice.Exclusion.class));
    }
}
