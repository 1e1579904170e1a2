package vigil.journal;

import java.io.IOException;
import vigil.session.ObservationSet;
import vigil.session.ObservationSet.Answer;
import vigil.session.ObservationSet.Circumstance;
import vigil.session.ObservationSet.Consciousness;
import vigil.session.ObservationSet.DissociationItem;
import vigil.session.ObservationSet.Kind;
import vigil.session.ObservationSet.Orientation;
import vigil.session.ObservationSet.Pain;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.ObservationSet.Vitals;

/** A charted set of observations as the fields of an entry. */
final class ObservationCodec {
    private ObservationCodec() {}

    static void write(ObservationSet set, JsonOut out) throws IOException {
        out.word("kind", set.kind());
        out.number("sedation", set.sedation());
        out.object("vitals", fields -> writeVitals(set.vitals(), fields));
        if (set.pain().isPresent()) {
            writePain(set.pain().get(), out);
        }
        out.number("nausea", set.nausea());
        out.number("site", set.site());
        out.numbersByWord("sideEffects", set.sideEffects());
        out.wordsByWord("dissociation", set.dissociation());
        if (set.orientation().isPresent()) {
            writeOrientation(set.orientation().get(), out);
        }
        out.text("note", set.note());
        if (!set.circumstances().isEmpty()) {
            out.words("circumstances", set.circumstances());
        }
    }

    static ObservationSet read(JsonIn in) {
        return new ObservationSet(
                in.word("kind", Kind.class),
                in.number("sedation"),
                vitals(in.object("vitals")),
                in.objectIfAny("pain").map(pain -> new Pain(pain.number("atRest"), pain.number("moving"))),
                in.numberIfAny("nausea"),
                in.numberIfAny("site"),
                in.numbersByWord("sideEffects", SideEffectItem.class),
                in.wordsByWord("dissociation", DissociationItem.class, Answer.class),
                in.objectIfAny("orientation").map(ObservationCodec::orientation),
                in.text("note"),
                in.wordsIfAny("circumstances", Circumstance.class));
    }

    private static void writeVitals(Vitals vitals, JsonOut out) throws IOException {
        out.number("respiratoryRatePerMin", vitals.respiratoryRatePerMin());
        out.number("spo2Percent", vitals.spo2Percent());
        out.decimal("oxygenLPerMin", vitals.oxygenLPerMin());
        out.number("heartRatePerMin", vitals.heartRatePerMin());
        out.number("systolicMmHg", vitals.systolicMmHg());
        out.number("diastolicMmHg", vitals.diastolicMmHg());
        out.decimal("temperatureCel", vitals.temperatureCel());
        out.word("consciousness", vitals.consciousness());
    }

    private static Vitals vitals(JsonIn in) {
        return new Vitals(
                in.numberIfAny("respiratoryRatePerMin"),
                in.numberIfAny("spo2Percent"),
                in.decimalIfAny("oxygenLPerMin"),
                in.numberIfAny("heartRatePerMin"),
                in.numberIfAny("systolicMmHg"),
                in.numberIfAny("diastolicMmHg"),
                in.decimalIfAny("temperatureCel"),
                in.wordIfAny("consciousness", Consciousness.class));
    }

    private static void writePain(Pain pain, JsonOut out) throws IOException {
        out.object("pain", fields -> {
            fields.number("atRest", pain.atRest());
            fields.number("moving", pain.moving());
        });
    }

    private static void writeOrientation(Orientation orientation, JsonOut out) throws IOException {
        out.object("orientation", fields -> {
            fields.flag("person", orientation.person());
            fields.flag("place", orientation.place());
            fields.flag("date", orientation.date());
            fields.number("recalled", orientation.recalled());
        });
    }

    private static Orientation orientation(JsonIn in) {
        return new Orientation(in.flag("person"), in.flag("place"), in.flag("date"), in.number("recalled"));
    }
}
