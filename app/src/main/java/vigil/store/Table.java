package vigil.store;

import java.util.Collections;
import java.util.Locale;

/**
 * The tables of the schema, in the order they are written and compared. The script of the schema says what they hold; the
 * order of a row's values is the order of its columns there.
 */
enum Table {
    SESSION(Kind.STATE, "session_id"),
    ENTRY(Kind.HISTORY, "sequence"),
    WEIGHT(Kind.HISTORY, "sequence"),
    SOLUTION(Kind.HISTORY, "sequence"),
    INFUSION_LINE(Kind.HISTORY, "sequence"),
    ASSESSMENT(Kind.HISTORY, "sequence"),
    RATE_ORDER(Kind.HISTORY, "sequence"),
    PUMP_BINDING(Kind.HISTORY, "sequence"),
    OBSERVATION(Kind.HISTORY, "sequence"),
    SIDE_EFFECT(Kind.HISTORY, "sequence, item"),
    DISSOCIATION(Kind.HISTORY, "sequence, item"),
    DUTY(Kind.STATE, "sequence, phase, row_number"),
    NOTE(Kind.HISTORY, "sequence"),
    STOP_EXPLANATION(Kind.HISTORY, "sequence"),
    CARE_ENTRY(Kind.HISTORY, "sequence"),
    PAUSE(Kind.STATE, "session_id, number"),
    DISCHARGE_PLAN(Kind.HISTORY, "sequence"),
    SIGNATURE(Kind.HISTORY, "sequence"),
    OPIOID_REGIMEN(Kind.HISTORY, "sequence"),
    OPIOID_DOSE(Kind.HISTORY, "sequence, number"),
    OUTCOME_SCORE(Kind.HISTORY, "sequence"),
    REFERENCE_CHOICE(Kind.HISTORY, "sequence"),
    PLASMA_CHOICE(Kind.HISTORY, "sequence"),
    SEGMENT(Kind.STATE, "session_id, number"),
    DAY_TOTAL(Kind.STATE, "session_id, on_day"),
    CESSATION(Kind.STATE, "session_id, number"),
    GATE_LINE(Kind.STATE, "session_id, number"),
    READING(Kind.HISTORY, "sequence"),
    MINUTE_POINT(Kind.HISTORY, "session_id, number"),
    ALARM(Kind.STATE, "sequence, condition_key"),
    GAP(Kind.HISTORY, "session_id, sequence"),
    PUMP_CHECK(Kind.HISTORY, "sequence"),
    ADMISSION(Kind.HISTORY, "sequence"),
    WEIGHT_MEASURED(Kind.HISTORY, "sequence"),
    SOLUTION_ENTERED(Kind.HISTORY, "sequence"),
    PURGE(Kind.HISTORY, "sequence"),
    DELIVERY_EXPLANATION(Kind.HISTORY, "sequence"),
    SITE_SETTING(Kind.HISTORY, "sequence, setting_key"),
    ALARM_LOG(Kind.HISTORY, "sequence, number"),
    STAFF(Kind.STATE, "user_id"),
    PEOPLE_LOG(Kind.HISTORY, "sequence"),
    WEIGHT_CHECK(Kind.HISTORY, "sequence"),
    KEEPING(Kind.HISTORY, "sequence"),
    SETTING_CHANGE(Kind.HISTORY, "sequence"),
    AMENDMENT(Kind.HISTORY, "sequence, item"),
    VOIDED(Kind.HISTORY, "sequence"),
    PROJECTION(Kind.STATE, "only_row");

    private enum Kind {
        /** A row is written once. */
        HISTORY("INSERT INTO"),
        /** A row is written again when what it says has changed. */
        STATE("MERGE INTO");

        private final String verb;

        Kind(String verb) {
            this.verb = verb;
        }
    }

    private final Kind kind;
    private final String key;

    Table(Kind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The columns of the primary key, which order the rows. */
    String key() {
        return key;
    }

    /** The statement that writes a row of {@code columns} values. */
    String write(int columns) {
        return "%s %s VALUES (%s)"
                .formatted(kind.verb, sqlName(), String.join(", ", Collections.nCopies(columns, "?")));
    }
}
