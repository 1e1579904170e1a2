package vigil.pump.bcc;

/** Whether the ComDevice is set to character stuffing. A ComDevice with the wrong setting understands nothing. */
public enum BccStuffing {
    /** As it leaves the factory. */
    ON,
    /** Switched off on its web page, as some cyclic modes do. */
    OFF,
    /** Not known: each ADMIN:ALIVE that gets no good answer tries the other way. */
    DETECT
}
