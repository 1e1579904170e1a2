package vigil.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.SessionId;

/** One line of the list of sessions. Times are UTC; {@code zone} is the ward's. */
public record SessionSummary(
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
