package vigil.opioid;

import java.math.BigDecimal;
import java.util.List;

/**
 * Oral morphine equivalent daily dose of a regimen. Compares regimens; not a switching dose. Immutable.
 *
 * @param mgPerDay exact sum over what can be converted; printed with 1 decimal
 * @param excluded substances the table does not convert, methadone among them; the sum does not contain them
 */
public record Omedd(BigDecimal mgPerDay, List<String> excluded, String tableVersion) {
    public Omedd {
        excluded = List.copyOf(excluded);
    }

    /** False when every opioid of the regimen is excluded: then there is no sum to show. */
    public boolean hasSum() {
        return excluded.isEmpty() || mgPerDay.signum() > 0;
    }
}
