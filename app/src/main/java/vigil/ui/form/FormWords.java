package vigil.ui.form;

import java.time.LocalDate;
import java.util.List;
import vigil.ui.parts.Phrases;

/** What stands beside a field, in ready words: its name, what it takes, how a text was read, why it cannot be. */
public record FormWords(Phrases phrases) {
    public String name(Question<?> question) {
        return phrases.text(question.wordsKey());
    }

    /** What an answer lacks to be one: its name where it is empty, else why it cannot be. */
    public String lack(Question<?> question, Answers answers) {
        return answers.read(question)
                .fault()
                .map(fault -> name(question) + ": " + why(fault))
                .orElseGet(() -> name(question));
    }

    /** Words of an option; one that comes from data is its own word. */
    public String option(Question<?> question, String option) {
        return phrases.words().find(question.wordsKey() + "." + option).orElse(option);
    }

    /** What the field takes; empty where there is nothing to say. */
    String limits(Kind<?> kind) {
        return switch (kind) {
            case Kind.Amount it ->
                phrases.words()
                        .localised(it.low().toPlainString() + "–" + it.high().toPlainString());
            case Kind.Day _ -> phrases.text("form.day");
            case Kind.Time _ -> phrases.text("form.time");
            case Kind.Text _, Kind.OneOf _, Kind.AnyOf _, Kind.Tick _ -> "";
        };
    }

    /** How a day was understood, in words; empty for what reads as it was typed. */
    <T> String readBack(Reading<T> reading) {
        return reading.value()
                .filter(LocalDate.class::isInstance)
                .map(LocalDate.class::cast)
                .map(day -> phrases.weekday(day) + " " + phrases.date(day))
                .orElse("");
    }

    String why(Fault fault) {
        List<String> arguments = fault.what() == Fault.What.DATE_RANGE
                ? fault.arguments().stream()
                        .map(day -> phrases.date(LocalDate.parse(day)))
                        .toList()
                : fault.arguments();
        String words = phrases.text("form.fault." + fault.what(), arguments.toArray(String[]::new))
                .replace(" .", ".");
        return fault.what() == Fault.What.RANGE ? phrases.words().localised(words) : words;
    }
}
