package vigil.alarm.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vigil.alarm.AlarmPriority;

/**
 * One step in the life of a condition, as it was logged.
 *
 * @param what {@code STARTED}, {@code ENDED}, {@code PRIORITY}, {@code ACKNOWLEDGED}, {@code RERAISED}
 * @param priority from this step on
 * @param numbers trigger, limit and worst value with their units, as sums
 * @param dataAge age of the pump's newest sample then
 * @param by printed name of the person behind the step
 * @param reason the priority before, or how often it has been raised again; empty where there is nothing to add
 */
public record LogLine(
        Instant at,
        String what,
        AlarmPriority priority,
        String numbers,
        String pumpWords,
        Optional<Duration> dataAge,
        Optional<String> by,
        String reason) {}
