package vigil;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.PrintWords;
import vigil.export.Report;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Column;
import vigil.export.Report.Fact;
import vigil.look.Words;
import vigil.ui.parts.Phrases;
import vigil.ui.station.StationModel;
import vigil.ui.station.StationSight;
import vigil.ui.station.TileModel;
import vigil.ward.RoomState;

/**
 * The whole ward on paper at the change of a shift: every room with its patient, the dose, what was given, conditions, the
 * last observation and what is due. Identity stands on it: it is a record. Immutable.
 *
 * @param zone the ward's
 */
record ShiftReport(StationSight sight, Words words, ZoneId zone) {
    private static final List<String> COLUMNS =
            List.of("room", "patient", "phase", "dose", "given", "condition", "last", "due");
    private static final List<Integer> WIDTHS = List.of(12, 34, 24, 18, 18, 38, 22, 22);

    Report report() {
        return new Report(frame(), List.of(table(), new Report.RuledLines(text("notes"), 6)));
    }

    private String text(String key, String... arguments) {
        return words.text("shift." + key, arguments);
    }

    private Phrases phrases() {
        return new Phrases(words, zone);
    }

    private Report.Frame frame() {
        PrintWords print = PrintWords.in(words.locale());
        String at = phrases().day(sight.now()) + " " + phrases().clock(sight.now());
        long patients = sight.rooms().stream()
                .filter(it -> it.state().flatMap(RoomState::patient).isPresent())
                .count();
        List<Fact> facts = List.of(
                new Fact(text("at"), at),
                new Fact(text("rooms"), Integer.toString(sight.rooms().size())),
                new Fact(text("patients"), Long.toString(patients)));
        boolean simulated = sight.rooms().stream()
                .anyMatch(it -> it.state().filter(RoomState::simulated).isPresent());
        Report.Footer footer = new Report.Footer(
                print.text("footer.statement"),
                words.text("station.secondary"),
                print.text("footer.printed", at),
                text("source"),
                print.text("footer.page"),
                print.text("footer.of"));
        return new Report.Frame(
                text("title"),
                at,
                print.locale().toLanguageTag(),
                facts,
                Stream.of(
                                Optional.of(print.text("banner.simulated")).filter(_ -> simulated),
                                Optional.of(words.text("station.blind-title")).filter(_ -> sight.isBlind()))
                        .flatMap(Optional::stream)
                        .toList(),
                footer,
                sight.now());
    }

    private Block table() {
        List<Column> columns = java.util.stream.IntStream.range(0, COLUMNS.size())
                .mapToObj(i -> new Column(text(COLUMNS.get(i)), WIDTHS.get(i)))
                .toList();
        List<List<Cell>> rows =
                StationModel.inOrder(sight).stream().map(this::row).toList();
        return new Report.Table(text("title"), columns, rows);
    }

    private List<Cell> row(StationSight.Room room) {
        TileModel tile = StationModel.tile(room, phrases());
        String none = words.text("value.none");
        Stream<String> told = room.state().stream()
                .flatMap(state -> state.conditions().stream())
                .map(this::said);
        String conditions = Stream.concat(room.lack().stream().map(it -> lack(it, room)), told)
                .collect(Collectors.joining("; "));
        return List.of(
                Cell.strong(room.name()),
                Cell.of(room.state()
                        .flatMap(RoomState::patient)
                        .map(it -> it.name() + ", " + it.mrn())
                        .orElse(none)),
                Cell.of((tile.phase() + " " + tile.detail()).strip()),
                Cell.strong(tile.dose().orElse(none)),
                Cell.of(room.state().map(it -> given(it.dose())).orElse(none)),
                Cell.of(conditions.isEmpty() ? none : conditions),
                Cell.of(room.state()
                        .flatMap(RoomState::observed)
                        .map(it -> text("observed", phrases().clock(it.at()), Integer.toString(it.sedation()), it.by()))
                        .orElse(none)),
                Cell.of(tile.foot().isEmpty() ? none : tile.foot()));
    }

    private String lack(StationSight.Lack lack, StationSight.Room room) {
        return switch (lack) {
            case SILENT -> words.text("station.silent", phrases().age(room.silence()));
            case FOREIGN -> words.text("station.foreign");
        };
    }

    private String said(RoomState.Condition condition) {
        RoomState.Line line = condition.words().get(words.locale().getLanguage());
        return line == null ? condition.key() : line.title();
    }

    private String given(RoomState.Dose dose) {
        String mg = words.decimal(dose.givenMg(), 1) + " mg";
        return dose.atLeast() ? text("at-least", mg) : mg;
    }
}
