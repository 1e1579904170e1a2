package vigil.export;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.look.Words;
import vigil.store.SessionRecord.AlarmRow;

/** A condition as a person calls it: the pump's own words, or the title that the console shows. Immutable. */
record AlarmWords(Locale locale) {
    private static final String PUMP = "PUMP";
    private static final Pattern RULE = Pattern.compile("^R\\d{1,2}\\b");
    /** About two thirds of a line of a handover sheet. */
    private static final int ROOM = 70;

    /** The title with the rule and the figures it rests on. */
    String said(AlarmRow alarm) {
        String detail = detail(alarm, Words.of(locale));
        return title(alarm)
                .map(title -> detail.isBlank() ? title : title + " (" + detail + ")")
                .orElse(detail);
    }

    /** The same where there is room for it, else the title with the rule: a figure that is cut short would be another one. */
    String brief(AlarmRow alarm) {
        String said = said(alarm);
        return said.length() <= ROOM
                ? said
                : title(alarm).map(title -> title + rule(alarm)).orElse(said);
    }

    private static String rule(AlarmRow alarm) {
        Matcher rule = RULE.matcher(alarm.text());
        return rule.find() ? " (" + rule.group() + ")" : "";
    }

    private String detail(AlarmRow alarm, Words words) {
        return alarm.origin().equals(PUMP)
                ? alarm.text()
                : words.find("sound.problem." + alarm.text()).orElseGet(() -> figures(alarm.text(), words));
    }

    /** The figures as the language writes them; the sign between two of them is a word. */
    private String figures(String stored, Words words) {
        PrintWords print = PrintWords.in(locale);
        String said = new BasisText(words).of(stored).replace(" to ", " " + print.text("basis.to") + " ");
        return print.figures().within(said);
    }

    private Optional<String> title(AlarmRow alarm) {
        return alarm.origin().equals(PUMP) ? Optional.empty() : kind(alarm);
    }

    /** What the console calls conditions of this kind. */
    Optional<String> kind(AlarmRow alarm) {
        return Words.of(locale).find("alarm." + alarm.kind() + ".title");
    }
}
