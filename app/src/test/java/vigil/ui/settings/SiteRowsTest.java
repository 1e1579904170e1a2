package vigil.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.look.Words;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.ui.parts.Phrases;

class SiteRowsTest {
    private static final Phrases GERMAN = new Phrases(Words.of(Locale.GERMANY), ZoneOffset.UTC);

    private static SiteRows.Row row(SiteSettings settings, SiteSetting setting) {
        return SiteRows.of(settings, GERMAN).rows().stream()
                .filter(row -> row.key().equals(setting.key()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everySettingIsShownWithWhatIsInForce() {
        assertThat(SiteRows.of(SiteSettings.DEFAULTS, GERMAN).rows())
                .hasSameSizeAs(SiteSetting.values())
                .noneMatch(SiteRows.Row::isChosen);
        assertThat(row(SiteSettings.DEFAULTS, SiteSetting.MAXIMUM).value()).isEqualTo("0,5");
        assertThat(row(SiteSettings.DEFAULTS, SiteSetting.DREAMS_AS_DISSOCIATION)
                        .value())
                .isEqualTo("aus");
    }

    @Test
    void whatTheSiteHasChosenSaysWhatTheDefaultWouldBe() {
        SiteSettings lower = new SiteSettings(Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.40")));
        SiteRows.Row maximum = row(lower, SiteSetting.MAXIMUM);
        assertThat(maximum.value()).isEqualTo("0,4");
        assertThat(maximum.otherwise()).isEqualTo(Optional.of("0,5"));
    }
}
