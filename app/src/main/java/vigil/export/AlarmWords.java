package vigil.export;

import java.util.Locale;
import java.util.Optional;
import vigil.look.Words;
import vigil.store.SessionRecord.AlarmRow;

/** A condition as a person calls it: the pump's own words, or the title that the console shows. Immutable. */
record AlarmWords(Locale locale) {
    private static final String PUMP = "PUMP";

    /** The title with the rule and the figures it rests on. */
    String said(AlarmRow alarm) {
        return title(alarm)
                .map(title -> alarm.text().isBlank() ? title : title + " (" + alarm.text() + ")")
                .orElse(alarm.text());
    }

    private Optional<String> title(AlarmRow alarm) {
        return alarm.origin().equals(PUMP)
                ? Optional.empty()
                : Words.of(locale).find("alarm." + alarm.kind() + ".title");
    }
}
