package vigil.alarm;

import vigil.pump.Moment;

/**
 * What is to be heard of a condition: the one that sounds now (decision N13).
 *
 * @param since when the occurrence began
 * @param times how often it has been raised again; a repetition begins its burst anew (N8)
 */
public record AlarmSignal(String key, AlarmPriority priority, Moment since, int times) {}
