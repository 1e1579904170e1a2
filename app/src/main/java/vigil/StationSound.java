package vigil;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;
import vigil.sound.Wanted;
import vigil.ui.station.StationSight;
import vigil.ui.station.Urgency;

/**
 * What is to be heard at a station: the highest of what nobody has acknowledged at its bedside, a room that is silent or not
 * understood, and that the station itself is blind; none of these hides what was told before. Can be paused, which ends by
 * itself and silences no bedside. Used by one thread, but {@link #pause}.
 */
final class StationSound {
    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final String BLIND = "STATION-BLIND";

    private final Map<String, Moment> begun = new HashMap<>();
    private volatile Optional<Moment> pausedUntil = Optional.empty();

    /** Silences the station for two minutes; again, ends that. */
    void pause(Moment now) {
        pausedUntil = isPaused(now) ? Optional.empty() : Optional.of(now.plus(PAUSE));
    }

    private boolean isPaused(Moment now) {
        return pausedUntil.filter(until -> now.since(until).isNegative()).isPresent();
    }

    Wanted wanted(StationSight sight, Moment now) {
        Map<String, AlarmPriority> open = open(sight);
        begun.keySet().retainAll(open.keySet());
        open.keySet().forEach(key -> begun.putIfAbsent(key, now));
        Optional<AlarmSignal> signal = open.entrySet().stream()
                .filter(it -> it.getValue() != AlarmPriority.INFORMATION)
                .max(Comparator.comparing(Map.Entry<String, AlarmPriority>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .map(it -> new AlarmSignal(it.getKey(), it.getValue(), begun.getOrDefault(it.getKey(), now), 0));
        return isPaused(now)
                ? new Wanted(Optional.empty(), Set.copyOf(open.keySet()), 0)
                : new Wanted(signal, Set.of(), 0);
    }

    private static Map<String, AlarmPriority> open(StationSight sight) {
        Stream<Map.Entry<String, AlarmPriority>> blind =
                sight.isBlind() ? Stream.of(Map.entry(BLIND, AlarmPriority.MEDIUM)) : Stream.empty();
        return Stream.concat(blind, sight.rooms().stream().flatMap(StationSound::open))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one));
    }

    private static Stream<Map.Entry<String, AlarmPriority>> open(StationSight.Room room) {
        Stream<Map.Entry<String, AlarmPriority>> lack =
                room.lack().stream().map(it -> Map.entry(room.name() + ":" + it.name(), Urgency.LACK));
        return Stream.concat(
                lack,
                room.state().stream()
                        .flatMap(state -> state.conditions().stream())
                        .filter(Urgency::isOpen)
                        .map(it -> Map.entry(room.name() + ":" + it.key(), Urgency.priority(it))));
    }
}
