package vigil.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The site settings in one place (clinical rules, section 15): defaults and ranges. */
class SiteSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "r5.min_h, 48",
        "r5.max_h, 120",
        "r11.low, 0.05",
        "r11.high, 0.1",
        "r12.max, 0.5",
        "cap.mg_per_h, 0",
        "r15.pause_min, 60",
        "r14.observe_min, 240",
        "r28.kg, 2",
        "r28.percent, 5",
        "r31.stale_s, 10",
        "r33.reraise_min, 5",
        "r26.guard_ml, 0.2",
        "reconcile.percent, 5",
        "reconcile.ml, 1",
        "overdue.min, 5",
        "overdue.percent, 25",
        "d.u_window_min, 10",
        "s9s10.as_d, 0",
        "t0.backdate, 0",
        "gate.late_min, 15",
        "gate.d_clear_min, 60",
        "lft.reminder, 1",
        "lft.every_h, 48",
        "gauge.psychomimetic, 0.2",
        "prompts.awake_h, 2",
        "audio.pause_s, 120"
    })
    void everyKeyHasItsDefault(String key, BigDecimal standard) {
        assertThat(SiteSettings.DEFAULTS.value(SiteSetting.ofKey(key).orElseThrow()))
                .isEqualTo(standard);
    }

    @ParameterizedTest
    @CsvSource({
        "r12.max, 0.51, r12.max 0.51 is outside 0.001 to 0.5",
        "r15.pause_min, 59, r15.pause_min 59 is outside 60 to 1440",
        "r14.observe_min, 239, r14.observe_min 239 is outside 240 to 2880",
        "r31.stale_s, 31, r31.stale_s 31 is outside 2 to 30",
        "r33.reraise_min, 11, r33.reraise_min 11 is outside 1 to 10",
        "r26.guard_ml, 1.1, r26.guard_ml 1.1 is outside 0 to 1",
        "d.u_window_min, 4, d.u_window_min 4 is outside 5 to 30",
        "gate.d_clear_min, 59, gate.d_clear_min 59 is outside 60 to 1440",
        "s9s10.as_d, maybe, s9s10.as_d maybe is neither on nor off",
        "r28.kg, two, r28.kg ~two~ is no number"
    })
    void aValueOutsideItsRangeIsRefusedWithOneLine(String key, String value, String message) {
        SiteSetting setting = SiteSetting.ofKey(key).orElseThrow();

        assertThatThrownBy(() -> setting.read(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace("~", "'"));
    }

    @Test
    @Tag("V13")
    @Tag("N1")
    void aPauseOfSevenHundredSecondsIsRefused() {
        assertThatThrownBy(() -> new SiteSettings(Map.of(SiteSetting.AUDIO_PAUSE_S, new BigDecimal("700"))))
                .hasMessage("audio.pause_s 700 is outside 1 to 600");
    }

    @Test
    void limitsThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> new SiteSettings(Map.of(SiteSetting.MAXIMUM, new BigDecimal("0.08"))))
                .hasMessage("r11.high 0.1 is above r12.max 0.08");
    }

    @Test
    void overdueIsTheLargerOfMinutesAndPercent() {
        assertThat(SiteSettings.DEFAULTS.overdueAfter(Duration.ofMinutes(15))).isEqualTo(Duration.ofMinutes(5));
        assertThat(SiteSettings.DEFAULTS.overdueAfter(Duration.ofMinutes(60))).isEqualTo(Duration.ofMinutes(15));
    }
}
