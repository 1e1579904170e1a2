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
        String detail = Words.of(locale).find("sound.problem." + alarm.text()).orElse(alarm.text());
        return title(alarm)
                .map(title -> detail.isBlank() ? title : title + " (" + detail + ")")
                .orElse(detail);
    }

    private Optional<String> title(AlarmRow alarm) {
        return alarm.origin().equals(PUMP)
                ? Optional.empty()
                : Words.of(locale).find("alarm." + alarm.kind() + ".title");
    }
}
