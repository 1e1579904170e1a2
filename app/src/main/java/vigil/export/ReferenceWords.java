package vigil.export;

import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.regimen.Regimen;
import vigil.regimen.Regimens;
import vigil.session.WeightEntry;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.Dated;

/** The published regimens that were shown as a band during a course, as a print names them. Not orders. */
final class ReferenceWords {
    private static final int RATE_DECIMALS = 3;

    private final SessionRecord record;
    private final PrintWords words;

    ReferenceWords(SessionRecord record, PrintWords words) {
        this.record = record;
        this.words = words;
    }

    /** What was shown last, with its range at the dosing weight; empty when nothing ever was. */
    Optional<String> shown() {
        return record.setUp().accompanying().references().stream()
                .map(Dated::value)
                .flatMap(Optional::stream)
                .reduce((_, later) -> later)
                .map(this::described);
    }

    private String described(String id) {
        String range = Regimens.shipped()
                .find(id)
                .flatMap(regimen -> weight().map(entry -> described(regimen, entry.weight(), entry.actual())))
                .orElse("");
        return words.text("reference.shown", id, range);
    }

    private Optional<WeightEntry> weight() {
        var weights = record.setUp().weights();
        return weights.isEmpty()
                ? Optional.empty()
                : Optional.of(weights.getLast().value());
    }

    private String described(Regimen regimen, DosingWeight weight, DosingWeight actual) {
        Regimen.Band band = regimen.at(weight, actual);
        String highest = words.figures().fixed(band.highest(), RATE_DECIMALS);
        String range = band.lowest()
                .map(lowest -> words.text("reference.range", words.figures().fixed(lowest, RATE_DECIMALS), highest))
                .orElseGet(() -> words.text("reference.upTo", highest));
        String exceeds = regimen.exceedsMaximumAbove(weight, actual)
                .map(mgPerH -> ", "
                        + words.text(
                                "reference.exceeds",
                                words.figures().plain(mgPerH),
                                words.figures().plain(weight.kg())))
                .orElse("");
        String unverified =
                regimen.marks().contains(Regimen.Mark.UNVERIFIED) ? ", " + words.text("reference.unverified") : "";
        return range + exceeds + unverified;
    }
}
