package vigil.ward;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Made-up states of rooms. */
public final class States {
    public static final Instant AT = Instant.parse("2026-03-03T12:24:30Z");

    private States() {}

    /** An infusion with nothing to say. */
    public static RoomState quiet(long sequence) {
        return with(sequence, AT, List.of());
    }

    /** The same with one condition of high priority. */
    public static RoomState alarmed(long sequence) {
        return with(sequence, AT, List.of(condition("R12", "HIGH", "Dose above maximum")));
    }

    static RoomState.Condition condition(String key, String priority, String title) {
        return new RoomState.Condition(
                key,
                priority,
                AT,
                true,
                false,
                Map.of(
                        "en",
                        new RoomState.Line(title, "0.503, limit 0.500 (R12)"),
                        "de",
                        new RoomState.Line("Dosis", "x")));
    }

    static RoomState with(long sequence, Instant at, List<RoomState.Condition> conditions) {
        return new RoomState(
                at,
                sequence,
                false,
                true,
                Optional.of(new RoomState.Who("s1", "WINTER, Alex", "0412 7785", "1971-03-14")),
                new RoomState.Course("INFUSING", false, Optional.of(2), Optional.empty(), Optional.empty(), 0),
                new RoomState.Dose(
                        Optional.of(new BigDecimal("0.120")),
                        Optional.of(new RoomState.Last(new BigDecimal("0.120"), at)),
                        Optional.of(Duration.ofMillis(400)),
                        false,
                        false,
                        Optional.of(at.plusSeconds(3_600)),
                        new BigDecimal("201.6"),
                        true),
                conditions,
                List.of(new RoomState.Due("OBSERVATION", at.plusSeconds(900), at.plusSeconds(2_700))),
                Optional.of(new RoomState.Observed(at.minusSeconds(600), 1, Optional.of(3), "AB")));
    }
}
