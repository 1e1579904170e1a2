package vigil.session;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state machine of the clinical rules, section 5, as one table. */
public final class Transitions {
    /** The columns of the table. */
    private static final List<Phase> FROM = List.of(
            Phase.PLANNED,
            Phase.READY,
            Phase.INFUSING,
            Phase.WEANING,
            Phase.PAUSED_FOR_SIDE_EFFECT,
            Phase.INTERRUPTED,
            Phase.CEASED,
            Phase.OBSERVING,
            Phase.OBSERVATION_COMPLETE,
            Phase.CLOSED);

    private static final String STAYS = "=";
    private static final String REFUSED = "-";
    /** Back to what ran before the pause or the interruption. */
    private static final String BACK = "back";

    /** Columns as in {@link #FROM}. OBSERVING to INFUSING is the restart that voids the record (A4). */
    private static final String TABLE = """
            SET_UP_COMPLETE            READY    -        -           -           -         -           -         -         -        -
            DELIVERY                   INFUSING INFUSING =           =           back      back        back      INFUSING  =        =
            DELIVERY_AFTER_TERMINATION =        =        =           =           =         =           =         =         =        =
            STANDSTILL                 =        =        INTERRUPTED INTERRUPTED =         =           =         =         =        =
            STANDSTILL_FOR_PAUSE       =        =        PAUSED      PAUSED      =         PAUSED      =         =         =        =
            STANDSTILL_FOR_GOOD        =        =        OBSERVING   OBSERVING   OBSERVING OBSERVING   OBSERVING =         =        =
            SILENCE                    =        =        INTERRUPTED INTERRUPTED =         =           =         =         =        =
            SILENCE_BEFORE_END         =        =        CEASED      CEASED      CEASED    CEASED      =         =         =        =
            PAUSE_RECORDED             -        -        =           =           -         =           -         -         -        -
            STOP_EXPLAINED             -        -        =           =           -         =           -         -         -        -
            STOP_CONFIRMED             -        -        OBSERVING   OBSERVING   OBSERVING OBSERVING   OBSERVING -         -        -
            PAUSE_ASSESSED             -        -        -           -           =         -           -         -         -        -
            RATE_ORDERED               =        =        =           =           =         =           -         -         -        -
            INCREASE_ORDERED           =        =        =           INFUSING    =         =           -         -         -        -
            WEAN_STEP_ORDERED          -        -        WEANING     =           =         =           -         -         -        -
            CESSATION_DECIDED          -        -        =           =           =         =           =         -         -        -
            RELEASED                   -        -        -           -           -         -           -         COMPLETE  -        -
            DISCHARGE_PLANNED          -        -        -           -           -         -           -         -         CLOSED   -
            """;

    private static final Map<String, Phase> SHORT =
            Map.of("PAUSED", Phase.PAUSED_FOR_SIDE_EFFECT, "COMPLETE", Phase.OBSERVATION_COMPLETE);

    private static final List<Transition> ALL = read();

    private Transitions() {}

    /**
     * One cell of the table that is not refused.
     *
     * @param to empty: back to what ran before
     */
    public record Transition(Phase from, Trigger on, Optional<Phase> to) {}

    private static List<Transition> read() {
        List<Transition> all = new ArrayList<>();
        for (String line : TABLE.lines().toList()) {
            String[] cells = line.split(" +");
            Trigger on = Trigger.valueOf(cells[0]);
            for (int column = 0; column < FROM.size(); column++) {
                Phase from = FROM.get(column);
                String cell = cells[column + 1];
                if (!cell.equals(REFUSED)) {
                    all.add(new Transition(
                            from, on, cell.equals(BACK) ? Optional.empty() : Optional.of(to(cell, from))));
                }
            }
        }
        return List.copyOf(all);
    }

    private static Phase to(String cell, Phase from) {
        Phase abbreviated = SHORT.get(cell);
        return cell.equals(STAYS) ? from : abbreviated == null ? Phase.valueOf(cell) : abbreviated;
    }

    private static final Map<Phase, Map<Trigger, Transition>> BY_PHASE = byPhase();

    private static Map<Phase, Map<Trigger, Transition>> byPhase() {
        Map<Phase, Map<Trigger, Transition>> found = new EnumMap<>(Phase.class);
        for (Transition each : ALL) {
            found.computeIfAbsent(each.from(), _ -> new EnumMap<>(Trigger.class))
                    .put(each.on(), each);
        }
        return found;
    }

    /** Every transition of the table. */
    public static List<Transition> all() {
        return ALL;
    }

    /** Where {@code on} leads from {@code from}; empty where it is refused. {@code back}: what ran before. */
    public static Optional<Phase> target(Phase from, Trigger on, Phase back) {
        return Optional.ofNullable(BY_PHASE.getOrDefault(from, Map.of()).get(on))
                .map(found -> found.to().orElse(back));
    }

    /** Why {@code on} is refused in {@code from}: one English line; empty where it is not. */
    public static Optional<String> refusal(Phase from, Trigger on) {
        return target(from, on, from).isPresent() ? Optional.empty() : Optional.of(on.refusal());
    }
}
