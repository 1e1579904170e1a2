package vigil.ui.attention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.alarm.AlarmCondition;
import vigil.alarm.AlarmPriority;
import vigil.engine.Snapshot;
import vigil.pump.Moment;
import vigil.ui.parts.Phrases;

/**
 * The alarm region in ready words, in the order of the snapshot (decision N13).
 *
 * @param first the highest condition, which fills the region
 * @param rest how many more there are, with the highest priority among them
 * @param pauseLeft time until the audio pause ends by itself
 * @param acknowledgeKey the highest active condition that nobody has acknowledged
 * @param sound whether the console itself can be heard
 */
public record AlarmRegionModel(
        Optional<Cell> first,
        Optional<Cell> second,
        Optional<Rest> rest,
        Optional<String> pauseLeft,
        Optional<String> acknowledgeKey,
        SoundModel sound,
        Quiet quiet) {

    /**
     * One condition as shown.
     *
     * @param flashes until it is acknowledged or has ended, for high and medium
     */
    public record Cell(
            AlarmPriority priority,
            String priorityWord,
            String title,
            Brief brief,
            String since,
            String cause,
            String action,
            boolean flashes) {
        public String spoken() {
            return String.join(". ", priorityWord, title, since, cause, action);
        }
    }

    /** The same where there is little room: who says it, and what. */
    public record Brief(String says, String what) {}

    public record Rest(int count, AlarmPriority highest, String priorityWord) {}

    /** What stands there when nothing needs attention. */
    public record Quiet(String title, String text) {}

    public static AlarmRegionModel of(Snapshot snapshot, Phrases phrases) {
        List<AlarmCondition> conditions = snapshot.attention().conditions();
        // The question about the sound stands where the second condition would; that one is counted with the rest.
        int places = snapshot.attention().sound().asks() ? 1 : 2;
        return new AlarmRegionModel(
                cell(conditions, 0, snapshot, phrases),
                places == 2 ? cell(conditions, 1, snapshot, phrases) : Optional.empty(),
                rest(conditions.subList(Math.min(places, conditions.size()), conditions.size()), phrases),
                pauseLeft(snapshot).map(phrases::stopwatch),
                conditions.stream()
                        .filter(c -> c.acknowledged().isEmpty())
                        .findFirst()
                        .map(AlarmCondition::key),
                SoundModel.of(snapshot, phrases),
                new Quiet(phrases.text("alarm.none"), quiet(snapshot, phrases)));
    }

    /** Before the first state of the session, when nobody knows whether there is a condition. */
    public static AlarmRegionModel waiting(Phrases phrases) {
        return new AlarmRegionModel(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SoundModel.UNKNOWN,
                new Quiet(phrases.text("waiting.title"), phrases.text("waiting.text")));
    }

    private static Optional<Cell> cell(List<AlarmCondition> conditions, int index, Snapshot snapshot, Phrases phrases) {
        return index < conditions.size()
                ? Optional.of(cell(conditions.get(index), snapshot, phrases))
                : Optional.empty();
    }

    private static Cell cell(AlarmCondition condition, Snapshot snapshot, Phrases phrases) {
        ConditionWords words = new ConditionWords(condition, snapshot, phrases);
        return new Cell(
                condition.priority(),
                words.priority(),
                words.title(),
                new Brief(words.says(), words.what()),
                words.since(),
                words.cause(),
                words.action(),
                flashes(condition));
    }

    private static boolean flashes(AlarmCondition condition) {
        return condition.isActive()
                && condition.acknowledged().isEmpty()
                && condition.priority().compareTo(AlarmPriority.MEDIUM) >= 0;
    }

    private static Optional<Rest> rest(List<AlarmCondition> others, Phrases phrases) {
        return others.stream()
                .map(AlarmCondition::priority)
                .max(AlarmPriority::compareTo)
                .map(highest -> new Rest(others.size(), highest, phrases.text("priority." + highest.name())));
    }

    private static Optional<Duration> pauseLeft(Snapshot snapshot) {
        return snapshot.attention()
                .audioPausedUntil()
                .map((Moment until) -> until.since(snapshot.now()))
                .filter(Duration::isPositive);
    }

    private static String quiet(Snapshot snapshot, Phrases phrases) {
        boolean pumpSpeaks =
                snapshot.link().state().isLive() && !snapshot.dose().stale();
        return phrases.text(pumpSpeaks ? "alarm.none.text" : "alarm.none.no-pump");
    }
}
