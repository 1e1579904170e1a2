package vigil.ui.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.SessionId;

/**
 * One session in the list. Times are UTC; {@code zone} is the ward's.
 *
 * @param startedAt the first delivery
 * @param t0 the cessation
 * @param totalMg drug given
 * @param atLeast parts were missed: the total is a lower bound
 */
public record SessionLine(
        SessionId id,
        Patient patient,
        ZoneId zone,
        Instant openedAt,
        Optional<Instant> startedAt,
        Optional<Instant> t0,
        Phase phase,
        BigDecimal totalMg,
        boolean atLeast,
        boolean simulated) {}
