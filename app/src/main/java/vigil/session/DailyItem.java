package vigil.session;

import java.time.Duration;
import java.util.Optional;

/** What is looked after each day beside the specialist's review (clinical rules, section 8, row "Daily"). */
public enum DailyItem {
    SITE_ROTATED,
    BOWELS_AND_BLADDER,
    /** Only where the site has the reminder on; every 48 h unless it has chosen otherwise. */
    LIVER_TESTS,
    /** The opioids given, for the day's oMEDD. */
    OPIOIDS_GIVEN;

    private static final Duration DAY = Duration.ofHours(24);

    /** How long after the last time it is due again; empty where the site does not ask for it. */
    Optional<Duration> interval(SiteSettings site) {
        if (this != LIVER_TESTS) {
            return Optional.of(DAY);
        }
        return Optional.of(site.hours(SiteSetting.LIVER_EVERY_H)).filter(_ -> site.isOn(SiteSetting.LIVER_REMINDER));
    }
}
