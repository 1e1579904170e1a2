package vigil.session;

import java.time.Instant;

/**
 * What the responsible physician said on the phone or at the bed (R16).
 *
 * @param physician printed name
 * @param calledAt UTC time of the call
 * @param words the direction as given
 */
public record Direction(String physician, Instant calledAt, String words) {}
