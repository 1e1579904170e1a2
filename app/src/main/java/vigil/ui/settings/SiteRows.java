package vigil.ui.settings;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.ui.parts.Phrases;

/** What the site has chosen about limits and times, in ready words: what is in force, and where it comes from. */
record SiteRows(List<Row> rows) {
    /**
     * One setting.
     *
     * @param name with its unit
     * @param key as it stands in the file, behind {@code site.}
     * @param otherwise the default, where the site has chosen another value
     */
    record Row(String name, String key, String value, Optional<String> otherwise) {
        boolean isChosen() {
            return otherwise.isPresent();
        }
    }

    static SiteRows of(SiteSettings settings, Phrases phrases) {
        return new SiteRows(Arrays.stream(SiteSetting.values())
                .map(setting -> row(setting, settings.value(setting), phrases))
                .toList());
    }

    private static Row row(SiteSetting setting, BigDecimal value, Phrases phrases) {
        boolean chosen = value.compareTo(setting.standard()) != 0;
        return new Row(
                phrases.text("setting" + "." + setting),
                setting.key(),
                words(setting, value, phrases),
                chosen ? Optional.of(words(setting, setting.standard(), phrases)) : Optional.empty());
    }

    private static String words(SiteSetting setting, BigDecimal value, Phrases phrases) {
        return setting.isSwitch()
                ? phrases.text(value.signum() == 0 ? "settings.off" : "settings.on")
                : phrases.words().exact(value);
    }
}
