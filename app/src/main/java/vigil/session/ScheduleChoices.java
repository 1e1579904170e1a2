package vigil.session;

import java.time.Duration;

/**
 * What a site may choose about the observation schedule (clinical rules, section 15). Holds for what is laid out from then
 * on. Immutable.
 *
 * @param questions how often an awake patient is asked about side effects and dissociation where no phase asks for it more
 *     often (section 7; 2 h)
 */
record ScheduleChoices(Lateness lateness, Duration questions) {
    static final ScheduleChoices STANDARD = of(SiteSettings.DEFAULTS);

    static ScheduleChoices of(SiteSettings settings) {
        return new ScheduleChoices(Lateness.of(settings), settings.hours(SiteSetting.PROMPTS_AWAKE_H));
    }

    /** True for the first row at or after each time the questions are due, rows being {@code interval} apart. */
    boolean asksAt(Duration sincePhase, Duration interval) {
        return sincePhase.dividedBy(questions) > sincePhase.minus(interval).dividedBy(questions);
    }
}
