package vigil.export;

/**
 * The terms of the device nomenclature that Vigil sends: those of the verified table alone (records and handover,
 * section 7.1). A code is partition × 65536 + term.
 */
enum Mdc {
    PUMP_MDS(1, 4449, "MDC_DEV_PUMP_INFUS_MDS"),
    PUMP_VMD(1, 4450, "MDC_DEV_PUMP_INFUS_VMD"),
    DELIVERY_CHANNEL(1, 61442, "MDC_DEV_PUMP_INFUS_CHAN_DELIVERY"),
    FLOW(2, 26712, "MDC_FLOW_FLUID_PUMP"),
    RATE_DOSE(2, 26852, "MDC_RATE_DOSE"),
    CONCENTRATION(2, 26688, "MDC_CONC_DRUG"),
    DRUG_LABEL(2, 53442, "MDC_DRUG_NAME_LABEL"),
    WEIGHT(1, 2527, "MDC_ATTR_PT_WEIGHT"),
    MG_PER_ML(4, 2162, "MDC_DIM_MILLI_G_PER_ML"),
    KILOGRAM(4, 1731, "MDC_DIM_KILO_G"),
    ML_PER_H(4, 3122, "MDC_DIM_MILLI_L_PER_HR"),
    EVENT_ALARM(3, 8, "MDC_EVT_ALARM"),
    DELIVERY_START(3, 680, "MDC_EVT_PUMP_DELIV_START"),
    ALERT_SOURCE(1, 2944, "MDC_ATTR_ALERT_SOURCE"),
    EVENT_PHASE(1, 2945, "MDC_ATTR_EVENT_PHASE"),
    ALARM_STATE(1, 2946, "MDC_ATTR_ALARM_STATE"),
    INACTIVATION_STATE(1, 2947, "MDC_ATTR_ALARM_INACTIVATION_STATE"),
    ALARM_PRIORITY(1, 2948, "MDC_ATTR_ALARM_PRIORITY"),
    ALERT_TYPE(1, 2949, "MDC_ATTR_ALERT_TYPE"),
    EVENT_CONDITION(1, 2951, "MDC_ATTR_EVT_COND");

    private static final int PARTITION = 65_536;

    private final int partition;
    private final int term;
    private final String reference;

    Mdc(int partition, int term, String reference) {
        this.partition = partition;
        this.term = term;
        this.reference = reference;
    }

    int code() {
        return partition * PARTITION + term;
    }

    /** The reference id that stands beside the code. */
    String reference() {
        return reference;
    }
}
