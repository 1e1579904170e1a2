package vigil.ui.station;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.ward.RoomState;

/** A made-up ward. */
public final class WardSamples {
    public static final Instant NOW = Instant.parse("2026-03-03T12:24:30Z");

    private WardSamples() {}

    /** A ward of so many rooms; the first twelve have something to tell. */
    public static StationSight ward(int rooms) {
        List<StationSight.Room> all = new ArrayList<>(List.of(
                heard("12", infusing("0.503", 2, -4, high())),
                heard("4", infusing("0.000", 1, 20, medium("Pump says: occlusion", "Pumpe meldet: Verschluss"))),
                new StationSight.Room("7", Optional.of(infusing("0.150", 3, 30)), Duration.ofSeconds(14), true, true),
                heard("15", infusing("0.200", 4, -64, low("Observation overdue", "Beobachtung überfällig"))),
                heard("9", infusing("0.120", 2, 50, low("Pump says: near end", "Pumpe meldet: bald leer"))),
                heard("3", phase("PAUSED_FOR_SIDE_EFFECT", "0.000", 2, -3, List.of())),
                heard("6", phase("OBSERVING", "0.000", 5, 5, List.of())),
                heard("14", infusing("0.250", 3, 46)),
                new StationSight.Room("10", Optional.of(infusing("0.057", 1, 14)), Duration.ofSeconds(5), true, true),
                heard("1", phase("WEANING", "0.050", 5, 38, List.of())),
                heard("11", phase("PLANNED", "0", 0, 600, List.of())),
                new StationSight.Room("2", Optional.empty(), Duration.ZERO, true, true)));
        for (int i = 16; all.size() < rooms; i++) {
            all.add(heard(Integer.toString(i), infusing("0.1" + i % 10, i % 5 + 1, 20 + i)));
        }
        return new StationSight(NOW, Duration.ZERO, Optional.empty(), all.subList(0, rooms), Optional.empty());
    }

    /** Heard of half a second ago. */
    public static StationSight.Room heard(String room, RoomState state) {
        return new StationSight.Room(room, Optional.of(state), Duration.ofMillis(500), true, true);
    }

    public static RoomState infusing(String rate, int day, int dueInMinutes, RoomState.Condition... conditions) {
        return phase("INFUSING", rate, day, dueInMinutes, List.of(conditions));
    }

    static RoomState phase(String phase, String rate, int day, int dueInMinutes, List<RoomState.Condition> conditions) {
        BigDecimal dose = new BigDecimal(rate);
        Instant due = NOW.plus(Duration.ofMinutes(dueInMinutes));
        boolean planned = phase.equals("PLANNED");
        return new RoomState(
                NOW,
                1_000,
                true,
                true,
                Optional.of(new RoomState.Who("s1", "WINTER, Alex", "0412 7785", "1971-03-14")),
                new RoomState.Course(
                        phase,
                        false,
                        planned ? Optional.empty() : Optional.of(day),
                        phase.equals("OBSERVING") ? Optional.of(Duration.ofMinutes(135)) : Optional.empty(),
                        phase.startsWith("PAUSED") ? Optional.of(Duration.ofMinutes(18)) : Optional.empty(),
                        planned ? 2 : 0),
                new RoomState.Dose(
                        planned ? Optional.empty() : Optional.of(dose),
                        planned ? Optional.empty() : Optional.of(new RoomState.Last(dose, NOW)),
                        planned ? Optional.empty() : Optional.of(Duration.ofMillis(600)),
                        false,
                        dose.compareTo(new BigDecimal("0.5")) > 0,
                        Optional.empty(),
                        new BigDecimal("201.6"),
                        false),
                conditions,
                List.of(new RoomState.Due("OBSERVATION", due, due.plusSeconds(1_800))),
                Optional.of(new RoomState.Observed(NOW.minusSeconds(3_000), 1, Optional.of(3), "AB")));
    }

    public static RoomState.Condition high() {
        return condition(
                "R12", "HIGH", "Dose above maximum", "Dosis über dem Maximum", "Vigil: 0.503, limit 0.500 (R12)");
    }

    static RoomState.Condition medium(String title, String german) {
        return condition("PUMP:1", "MEDIUM", title, german, "The pump says so");
    }

    static RoomState.Condition low(String title, String german) {
        return condition("R20", "LOW", title, german, "");
    }

    private static RoomState.Condition condition(
            String key, String priority, String title, String german, String text) {
        return new RoomState.Condition(
                key,
                priority,
                NOW.minusSeconds(145),
                true,
                false,
                Map.of("en", new RoomState.Line(title, text), "de", new RoomState.Line(german, text)));
    }

    public static RoomState.Condition acknowledged(RoomState.Condition it) {
        return new RoomState.Condition(it.key(), it.priority(), it.since(), true, true, it.words());
    }
}
