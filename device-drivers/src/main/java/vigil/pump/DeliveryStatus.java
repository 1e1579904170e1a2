package vigil.pump;

/**
 * Whether fluid moves towards the patient, in the pump's own words (MDC_PUMP_STAT 184508, MDC_PUMP_INFUSING_STATUS
 * 184519). A status that the pump does not report stays {@link #UNKNOWN}; it is never inferred from the flow rate.
 */
public enum DeliveryStatus {
    /** The pump says it is infusing. */
    DELIVERING,
    /** Keep vein open: a low flow after the end of an infusion. Drug still reaches the patient (ruling A3). */
    KVO,
    /** The line is being filled. By procedure not connected to the patient (ruling A21). */
    PURGING,
    /** The pump says it is in standby. */
    STANDBY,
    /** The pump says it is not infusing. */
    NOT_DELIVERING,
    /** The pump or its protocol does not say. */
    UNKNOWN;

    /** True when the pump says that drug reaches the patient now. */
    public boolean delivers() {
        return this == DELIVERING || this == KVO;
    }

    /** True when the pump says that no drug reaches the patient now. {@link #UNKNOWN} is neither. */
    public boolean isStopped() {
        return this == STANDBY || this == NOT_DELIVERING || this == PURGING;
    }
}
