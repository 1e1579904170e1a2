package vigil.ui.station;

import java.util.Optional;
import vigil.alarm.AlarmPriority;
import vigil.ui.parts.Phrases;
import vigil.ui.station.TileModel.Banner;
import vigil.ward.RoomState;

/** The highest condition of a room in ready words: one that its bedside told of, or that it is not heard. */
record RoomBanner(StationSight.Room room, Phrases phrases) {
    static Optional<Banner> of(StationSight.Room room, Phrases phrases) {
        return new RoomBanner(room, phrases).banner();
    }

    private Optional<Banner> banner() {
        Optional<Banner> told = room.state().flatMap(this::told);
        return room.lack()
                .map(it -> told.filter(Banner::isHigh)
                        .map(high -> under(high, lack(it)))
                        .orElseGet(() -> lack(it)))
                .or(() -> told);
    }

    private Optional<Banner> told(RoomState state) {
        return state.conditions().stream()
                .findFirst()
                .map(it -> banner(it, state.conditions().size() - 1));
    }

    private Banner lack(StationSight.Lack lack) {
        return switch (lack) {
            case SILENT ->
                lack(phrases.text("station.silent", phrases.age(room.silence())), phrases.text("station.silent.text"));
            case FOREIGN -> lack(phrases.text("station.foreign"), phrases.text("station.foreign.text"));
        };
    }

    private Banner lack(String title, String text) {
        int told = room.state().map(it -> it.conditions().size()).orElse(0);
        return new Banner(Urgency.LACK, phrases.text("priority." + Urgency.LACK.name()), title, text, true, told);
    }

    /** What is worse than not to be heard stays above it. */
    private static Banner under(Banner high, Banner lack) {
        return new Banner(
                high.priority(), high.word(), high.title(), lack.title() + ". " + lack.text(), true, lack.others());
    }

    private Banner banner(RoomState.Condition condition, int others) {
        AlarmPriority priority = Urgency.priority(condition);
        RoomState.Line words = said(condition);
        return new Banner(
                priority,
                phrases.text("priority." + priority.name()),
                words.title(),
                words.text().isBlank() ? phrases.text("alarm.since", phrases.time(condition.since())) : words.text(),
                Urgency.isOpen(condition) && priority.compareTo(AlarmPriority.MEDIUM) >= 0,
                others);
    }

    private RoomState.Line said(RoomState.Condition condition) {
        return Optional.ofNullable(
                        condition.words().get(phrases.words().locale().getLanguage()))
                .or(() -> condition.words().values().stream().findFirst())
                .orElse(new RoomState.Line(condition.key(), ""));
    }
}
