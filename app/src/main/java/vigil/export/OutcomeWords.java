package vigil.export;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vigil.opioid.Omedd;
import vigil.opioid.OmeddTable;
import vigil.opioid.OpioidRegimen;
import vigil.session.OutcomeScores;
import vigil.session.OutcomeScores.Occasion;
import vigil.store.SessionRecord.Accompanying;
import vigil.store.SessionRecord.Dated;

/** Opioids and scores as a print says them: now against the beginning, never a claim of benefit. */
final class OutcomeWords {
    private static final int OMEDD_DECIMALS = 1;

    private final Accompanying accompanying;
    private final PrintWords words;

    OutcomeWords(Accompanying accompanying, PrintWords words) {
        this.accompanying = accompanying;
        this.words = words;
    }

    /** oMEDD now against the first recorded, with table version and number of substances; empty while none is recorded. */
    Optional<String> opioids() {
        List<Dated<OpioidRegimen>> regimens = accompanying.regimens();
        return regimens.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text(
                        "opioids.line",
                        omedd(regimens.getLast().value()),
                        omedd(regimens.getFirst().value()),
                        regimens.getLast().value().tableVersion(),
                        substances(regimens.getLast().value())));
    }

    private String omedd(OpioidRegimen regimen) {
        return OmeddTable.of(regimen.tableVersion())
                .map(table -> table.sum(regimen.doses()))
                .map(this::omedd)
                .orElse(Figures.UNKNOWN);
    }

    private String omedd(Omedd sum) {
        String mg = sum.hasSum()
                ? words.figures().fixed(sum.mgPerDay(), OMEDD_DECIMALS) + " mg/d"
                : words.text("opioids.notConvertible");
        return sum.excluded().isEmpty()
                ? mg
                : mg + ", " + words.text("opioids.excludes", String.join(", ", sum.excluded()));
    }

    private String substances(OpioidRegimen regimen) {
        long count = regimen.substances();
        return count == 1 ? words.text("opioids.one") : words.text("opioids.several", count);
    }

    /** Each score before and after, as far as taken; empty while none is. */
    Optional<String> scores() {
        String line = String.join(
                "; ",
                List.of(
                                pair(
                                        "scores.severity",
                                        score -> score.bpiSeverity().map(words.figures()::plain)),
                                pair(
                                        "scores.interference",
                                        score -> score.bpiInterference().map(words.figures()::plain)),
                                pair("scores.pseq", score -> score.pseq().map(String::valueOf)))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
        return Optional.of(line).filter(text -> !text.isEmpty());
    }

    private Optional<String> pair(String key, Function<OutcomeScores, Optional<String>> score) {
        Optional<String> before = latest(Occasion.BEFORE, score);
        Optional<String> after = latest(Occasion.AFTER, score);
        return before.isEmpty() && after.isEmpty()
                ? Optional.empty()
                : Optional.of(words.text(key, before.orElse(Figures.UNKNOWN), after.orElse(Figures.UNKNOWN)));
    }

    private Optional<String> latest(Occasion occasion, Function<OutcomeScores, Optional<String>> score) {
        return accompanying.scores().stream()
                .map(Dated::value)
                .filter(scores -> scores.occasion() == occasion)
                .map(score)
                .flatMap(Optional::stream)
                .reduce((_, later) -> later);
    }
}
