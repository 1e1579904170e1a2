package vigil.ui.station;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vigil.alarm.AlarmPriority;
import vigil.ui.parts.Phrases;

/**
 * The station's screen in ready words, sorted by urgency.
 *
 * @param clock of the ward's server
 * @param counts rooms by their highest condition; none of information
 * @param top the most urgent room, in letters for the other end of the ward
 * @param trouble what the station itself cannot see; empty while all is well
 * @param page from 1
 */
public record StationModel(
        String clock,
        String day,
        Map<AlarmPriority, Integer> counts,
        Optional<TileModel> top,
        Optional<String> trouble,
        List<TileModel> tiles,
        int page,
        int pages) {
    /** What one screen holds. */
    public static final int MOST = 60;

    /** {@code page}: from 1; one that is not there any more counts as the last. */
    public static StationModel of(StationSight sight, Filter filter, int page, Phrases phrases) {
        List<StationSight.Room> sorted = sight.rooms().stream()
                .filter(room -> sight.isBlind() || filter.takes(room))
                .sorted(Urgency.ORDER)
                .toList();
        int pages = Math.max(1, (sorted.size() + MOST - 1) / MOST);
        int shown = Math.clamp(page, 1, pages);
        Optional<TileModel> top = sight.rooms().stream()
                .min(Urgency.ORDER)
                .map(it -> TileModel.of(it, phrases))
                .filter(it -> it.banner().isPresent() && !sight.isBlind());
        return new StationModel(
                phrases.time(sight.now()),
                phrases.day(sight.now()),
                counts(sight),
                top,
                trouble(sight, phrases),
                sorted.stream()
                        .skip((long) (shown - 1) * MOST)
                        .limit(MOST)
                        .map(it -> TileModel.of(it, phrases))
                        .toList(),
                shown,
                pages);
    }

    private static Map<AlarmPriority, Integer> counts(StationSight sight) {
        Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
        for (AlarmPriority priority : List.of(AlarmPriority.HIGH, AlarmPriority.MEDIUM, AlarmPriority.LOW)) {
            long rooms = sight.rooms().stream()
                    .filter(it -> Urgency.priority(it).filter(priority::equals).isPresent())
                    .count();
            counts.put(priority, (int) rooms);
        }
        return counts;
    }

    private static Optional<String> trouble(StationSight sight, Phrases phrases) {
        return sight.isBlind()
                ? Optional.of(phrases.text(
                        "station.blind",
                        phrases.age(sight.unanswered()),
                        sight.trouble().orElse("")))
                : Optional.empty();
    }

    /** All rooms by their names, as on paper. */
    public static List<StationSight.Room> inOrder(StationSight sight) {
        return sight.rooms().stream().sorted(Urgency.BY_NAME).toList();
    }

    /** One room in ready words. */
    public static TileModel tile(StationSight.Room room, Phrases phrases) {
        return TileModel.of(room, phrases);
    }
}
