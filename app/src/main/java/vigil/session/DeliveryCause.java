package vigil.session;

/** What an unexpected bolus or fast delivery turned out to be (R26). */
public enum DeliveryCause {
    /** The line was filled, not connected to the patient. */
    PURGE,
    SYRINGE_CHANGE,
    PUMP_FAULT,
    /** Someone gave a bolus at the pump. */
    GIVEN_AT_PUMP,
    OTHER
}
