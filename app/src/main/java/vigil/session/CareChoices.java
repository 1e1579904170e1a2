package vigil.session;

import java.time.Duration;

/**
 * What a site may choose about side effects and reviews (clinical rules, section 15).
 *
 * @param unsureWindow two U on one item within it are a D event; 10 min, 5 to 30
 * @param dreamsAsDissociation S9 and S10 count as D (ruling A11); off
 * @param reviewByDelegate others than a physician may do the daily review (R7); off
 */
public record CareChoices(Duration unsureWindow, boolean dreamsAsDissociation, boolean reviewByDelegate) {
    public static final CareChoices STANDARD = new CareChoices(Duration.ofMinutes(10), false, false);

    static CareChoices of(SiteSettings settings) {
        return new CareChoices(
                settings.minutes(SiteSetting.UNSURE_WINDOW_MIN),
                settings.isOn(SiteSetting.DREAMS_AS_DISSOCIATION),
                STANDARD.reviewByDelegate());
    }
}
