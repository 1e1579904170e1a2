package vigil.pump;

/** Why a field of a reading is not an ordinary value (neutral pump model, section 2.1). An ordinary value has no remark. */
public enum Quality {
    /** The pump says it has none (BCC {@code _NV}). */
    NO_VALUE,
    /** Temporarily not available (BCC {@code _NA}). */
    UNAVAILABLE,
    /** The field stands at its limit and may be more. The value is kept. */
    SATURATED,
    /** Explicitly unlimited. */
    INFINITE,
    /** The text could not be understood, or is outside the field's range. */
    UNREADABLE,
    /** No wire said it: a person read it off the pump and entered it. */
    CHARTED
}
