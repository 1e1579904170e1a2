package vigil.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** One stored reading with the dose that Vigil computed from it. Units stand in the names; an absent value is unknown. */
public record ReadingRow(
        long sequence,
        Instant at,
        int segment,
        String phase,
        String deliveryStatus,
        Optional<BigDecimal> flowRateMlPerH,
        Optional<BigDecimal> mgPerH,
        Optional<BigDecimal> mgPerKgPerH,
        Optional<BigDecimal> volumeInfusedMl,
        Optional<BigDecimal> volumeRemainingMl,
        BigDecimal cumulativeMg,
        Optional<BigDecimal> concentrationMgPerMl,
        Optional<BigDecimal> weightKg,
        String quality) {}
