package vigil.pump.bcc;

/**
 * The parameters that Vigil reads, named as on the wire (section 2.7 of the protocol page), with the largest value each
 * may have. Every one is optional: the hospital chooses which are sent. All others are skipped.
 */
enum BccField {
    /** Pump type and software version. */
    GNMODEL,
    /** The same, in the first answer after a pump was plugged in. */
    GNNEW,
    /** Error code; the address names the slot. */
    GNERR,
    /** Answer to ADMIN:ALIVE. */
    GNACK,
    /** Serial number. */
    INSERNUM,
    /** Unique id, used where no serial number is sent. */
    INNR,
    /** Current rate, mL/h. */
    INRT(1_800),
    /** Volume infused, mL; stays at 9999.9 until it is reset at the pump. */
    INVI(99_999),
    /** Volume to be infused, mL. */
    INVTB(99_999),
    /** Volume left until the end of the infusion, mL. */
    VOLREMAIN(99_999),
    /** Volume left in the syringe, mL. */
    INVOLACT(60),
    /** Size of the syringe, mL. */
    INSYR(60),
    /** Time left, seconds; stays at 65535. */
    INRMT(65_535),
    /** Infusion time, minutes; stays at 6000. Read only for that mark. */
    INTIME(6_000),
    /** Drug: long name. */
    INSOL,
    /** Drug: short name. */
    INSOLSN,
    /** Drug: id. */
    INSOLID,
    /** Drug concentration. */
    INDCON(99_999),
    /** Its unit byte. */
    INDCONU(255),
    /** Dose rate now delivered. */
    DORT(99_999),
    /** Its unit byte. */
    DORTU(255),
    /** Dose rate set. */
    INDORT(99_999),
    /** Its unit byte. */
    INDORTU(255),
    /** Pressure in percent of the alarm limit. */
    INP2(1_000),
    /** Battery time, minutes. */
    INAKKU(1_440),
    /** Mode flag, numbered 1–14. */
    INM,
    /** Alarm flag, numbered 1–16. */
    INA,
    ALARM1,
    ALARM2,
    PREALARM,
    STATUS1,
    RUNSTATE;

    private static final long UNLIMITED = Long.MAX_VALUE;

    private final long most;

    BccField() {
        this(UNLIMITED);
    }

    BccField(long most) {
        this.most = most;
    }

    /** The largest value the field may have, in its unit. */
    long most() {
        return most;
    }

    /** True when its value is a decimal: each of those has a largest one. */
    boolean isNumber() {
        return most != UNLIMITED;
    }
}
