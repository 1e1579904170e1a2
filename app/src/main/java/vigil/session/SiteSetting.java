package vigil.session;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import vigil.pump.Decimals;

/**
 * What a site may choose, one line each (clinical rules, section 15; the alarm page for the last lines). A protective
 * limit can be tightened and never loosened. Switches count as 1 (on) and 0 (off).
 */
@SuppressWarnings("ImmutableEnumChecker") // numbers and texts only
public enum SiteSetting {
    STAY_LEAST_H("r5.min_h", "48", "1", "240"),
    STAY_MOST_H("r5.max_h", "120", "1", "240"),
    INDUCTION_LOW("r11.low", "0.05", "0.001", "0.5"),
    INDUCTION_HIGH("r11.high", "0.1", "0.001", "0.5"),
    /** May be lowered, not raised. */
    MAXIMUM("r12.max", "0.5", "0.001", "0.5"),
    /** Optional second limit, mg/h (ruling A26); 0 is none. */
    CAP_MG_PER_H("cap.mg_per_h", "0", "0", "1000"),
    PAUSE_MIN("r15.pause_min", "60", "60", "1440"),
    OBSERVE_MIN("r14.observe_min", "240", "240", "2880"),
    WEIGHT_CHANGE_KG("r28.kg", "2", "0.1", "20"),
    WEIGHT_CHANGE_PERCENT("r28.percent", "5", "0.1", "20"),
    STALE_S("r31.stale_s", "10", "2", "30"),
    RERAISE_MIN("r33.reraise_min", "5", "1", "10"),
    BOLUS_GUARD_ML("r26.guard_ml", "0.2", "0", "1"),
    RECONCILE_PERCENT("reconcile.percent", "5", "0", "100"),
    RECONCILE_ML("reconcile.ml", "1.0", "0", "50"),
    OVERDUE_MIN("overdue.min", "5", "0", "60"),
    OVERDUE_PERCENT("overdue.percent", "25", "0", "100"),
    UNSURE_WINDOW_MIN("d.u_window_min", "10", "5", "30"),
    DREAMS_AS_DISSOCIATION("s9s10.as_d"),
    BACKDATED_T0("t0.backdate"),
    GATE_LATE_MIN("gate.late_min", "15", "0", "60"),
    GATE_CLEAR_MIN("gate.d_clear_min", "60", "60", "1440"),
    LIVER_REMINDER("lft.reminder", "1"),
    LIVER_EVERY_H("lft.every_h", "48", "1", "240"),
    PSYCHOMIMETIC("gauge.psychomimetic", "0.2", "0.001", "0.5"),
    PROMPTS_AWAKE_H("prompts.awake_h", "2", "1", "24"),
    /** Decision N1: a site may choose up to 600 s, never more, and never none. */
    AUDIO_PAUSE_S("audio.pause_s", "120", "1", "600"),
    /** How long a rate may be 10 % off before C06 and C23 (alarm page, section 6.1). */
    FLOW_WINDOW_MIN("flow.window_min", "15", "5", "15"),
    /** How long nothing is touched before the console asks for a PIN again; hides nothing. */
    LOCK_MIN("people.lock_min", "5", "1", "60");

    private final String key;
    private final BigDecimal standard;
    private final BigDecimal least;
    private final BigDecimal most;
    private final boolean isSwitch;

    SiteSetting(String key, String standard, String least, String most) {
        this.key = key;
        this.standard = Decimals.canonical(new BigDecimal(standard));
        this.least = new BigDecimal(least);
        this.most = new BigDecimal(most);
        this.isSwitch = false;
    }

    /** A switch that is on or off. */
    SiteSetting(String key, String standard) {
        this.key = key;
        this.standard = Decimals.canonical(new BigDecimal(standard));
        this.least = BigDecimal.ZERO;
        this.most = BigDecimal.ONE;
        this.isSwitch = true;
    }

    SiteSetting(String key) {
        this(key, "0");
    }

    public static Optional<SiteSetting> ofKey(String key) {
        return Arrays.stream(values()).filter(it -> it.key.equals(key)).findFirst();
    }

    public String key() {
        return key;
    }

    /** True for what is only on or off. */
    public boolean isSwitch() {
        return isSwitch;
    }

    /** What holds where a site has chosen nothing. */
    public BigDecimal standard() {
        return standard;
    }

    /**
     * The value that {@code text} stands for.
     *
     * @throws IllegalArgumentException one line with the key, the value and what is allowed
     */
    public BigDecimal read(String text) {
        if (isSwitch) {
            return switch (text) {
                case "on", "true" -> BigDecimal.ONE;
                case "off", "false" -> BigDecimal.ZERO;
                default -> throw new IllegalArgumentException("%s %s is neither on nor off".formatted(key, text));
            };
        }
        try {
            return checked(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("%s '%s' is no number".formatted(key, text), e);
        }
    }

    /**
     * {@code value} in canonical form, if it is allowed.
     *
     * @throws IllegalArgumentException one line with the key, the value and what is allowed
     */
    BigDecimal checked(BigDecimal value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s %s is outside %s to %s"
                    .formatted(key, value.toPlainString(), least.toPlainString(), most.toPlainString()));
        }
        return Decimals.canonical(value);
    }
}
