package vigil.ui.setup;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import vigil.dose.DosingWeight;
import vigil.session.BodySize;
import vigil.session.BodySize.DosedOn;
import vigil.session.Event;
import vigil.session.WeightEntry;
import vigil.ui.ConsoleActions.Entry;
import vigil.ui.form.Answers;
import vigil.ui.form.Question;

/** The height, and which weight doses go by where it is not the one that was found (A15). May be left out. */
final class SizePart implements PartRules {
    static final Question<BigDecimal> HEIGHT = Question.number("setup.size.height", "100", "250", 1, "cm");
    static final Question<String> DOSED_ON = Question.oneOf("setup.size.dosed-on", DosedOn.values());
    static final Question<String> REASON = Question.text("setup.size.reason");

    @Override
    public List<Check> checks(Answers answers, Situation now) {
        boolean reasoned = dosedOn(answers).filter(it -> it != DosedOn.ACTUAL).isEmpty()
                || !answers.text(REASON).isBlank();
        return List.of(
                Check.that(now.setUp().weight().isPresent(), "setup.lack.weight-first"),
                Check.answered(answers, HEIGHT),
                Check.answered(answers, DOSED_ON),
                Check.that(reasoned, "setup.lack.reason"));
    }

    private static Optional<DosedOn> dosedOn(Answers answers) {
        return answers.value(DOSED_ON).map(DosedOn::valueOf);
    }

    /** What the answers come to with the weight in the record; nothing while something is missing. */
    static Optional<BodySize> size(Answers answers, Situation now) {
        return now.setUp()
                .weight()
                .flatMap(weight -> answers.value(HEIGHT)
                        .flatMap(height -> dosedOn(answers)
                                .filter(it -> it == DosedOn.ACTUAL
                                        || !answers.text(REASON).isBlank())
                                .map(it -> new BodySize(
                                        height,
                                        weight.actual(),
                                        it,
                                        answers.text(REASON).strip()))));
    }

    @Override
    public List<Entry> entries(Answers answers, Situation now) {
        WeightEntry found = now.setUp().weight().orElseThrow();
        BodySize size = size(answers, now).orElseThrow();
        WeightEntry dosed = new WeightEntry(
                new DosingWeight(size.dosedKg()), found.basis(), found.source(), found.date(), Optional.of(size));
        return List.of((at, by) -> new Event.WeightConfirmed(at, dosed, by, Optional.empty()));
    }

    private static Optional<BodySize> recorded(Situation now) {
        return now.setUp().weight().flatMap(WeightEntry::size);
    }

    @Override
    public Answers recorded(Situation now, Answers typed) {
        return recorded(now)
                .map(size -> Answers.NONE
                        .with(HEIGHT, Written.number(size.heightCm()))
                        .with(DOSED_ON, size.dosedOn().name())
                        .with(REASON, size.reason()))
                .orElse(Answers.NONE);
    }

    @Override
    public boolean isRecorded(Situation now) {
        return recorded(now).isPresent();
    }
}
