package vigil.pump.fresenius;

/** Whether the device is asked to tell changes by itself, which obliges Vigil to answer each of them. */
public enum FreseniusSubscription {
    /** Everything is polled. */
    NONE,
    /**
     * Values are polled; changes of alarm, error and of the modules present are told by the device too, so that an alarm
     * that comes and goes between two polls is not missed. A device that refuses is polled only.
     */
    CHANGES
}
