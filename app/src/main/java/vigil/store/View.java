package vigil.store;

import java.util.Locale;

/** The views for analysts, schema {@code analysis}, in the order they are handed out; each begins with the session's id. */
public enum View {
    /** Who the patient is; no other view says it. */
    PATIENT("session_id"),
    SESSION("session_id"),
    DOSE("session_id, number"),
    DOSE_DAY("session_id, on_day"),
    RATE_ORDER("sequence"),
    OBSERVATION("sequence"),
    AMENDMENT("sequence, item"),
    ENTERED_IN_ERROR("sequence"),
    SIDE_EFFECT("sequence, item"),
    DISSOCIATION("sequence, item"),
    ALARM("sequence, condition_key"),
    PROMPT("sequence, condition_key"),
    ALARM_LOG("sequence, number"),
    GAP("session_id, sequence"),
    CESSATION("session_id, number"),
    SIGNATURE("sequence"),
    ENTRY("sequence"),
    READING("sequence");

    private final String order;

    View(String order) {
        this.order = order;
    }

    /** Its name in the schema {@code analysis}, and of the table in an export. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Every row of one session, always in the same order. */
    String ofOneSession() {
        return "SELECT * FROM analysis.%s WHERE session_id = ? ORDER BY %s".formatted(sqlName(), order);
    }
}
