package vigil.pump;

/**
 * An alarm condition that a pump reports.
 *
 * @param alarmClass its vendor-neutral class
 * @param code the pump's own code, verbatim (BCC {@code INA3}, {@code ALARM1.10}); identifies the alarm on its pump
 * @param text the pump's own words for people to read
 */
public record PumpAlarm(AlarmClass alarmClass, String code, String text) {}
