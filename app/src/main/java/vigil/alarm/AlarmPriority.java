package vigil.alarm;

/** Priority of an alarm condition in IEC 60601-1-8 words; information has no sound and no alarm colour. */
public enum AlarmPriority {
    INFORMATION,
    LOW,
    MEDIUM,
    HIGH
}
