package vigil.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vigil.session.Event;
import vigil.session.Standing;
import vigil.ui.parts.Phrases;

/**
 * One entry of the open session that can be, or was, marked as entered in error.
 *
 * @param mark empty while it stands
 */
record EntryLine(Standing.Entry entry, Optional<Standing.Marked> mark) {
    /** Newest first. */
    static List<EntryLine> of(Standing standing) {
        Stream<EntryLine> stand = standing.entries().stream().map(entry -> new EntryLine(entry, Optional.empty()));
        Stream<EntryLine> fell = standing.marked().stream().map(mark -> new EntryLine(mark.entry(), Optional.of(mark)));
        return Stream.concat(stand, fell)
                .sorted(Comparator.comparing(
                                (EntryLine line) -> line.entry().at().elapsed())
                        .reversed())
                .toList();
    }

    Correction.Chosen key() {
        return new Correction.Chosen(entry.at().at().utc(), entry.kind());
    }

    /** What kind of entry it is. */
    String what(Phrases phrases) {
        return switch (entry.said()) {
            case Event.PumpChecked it ->
                phrases.text(
                        "entries.check",
                        phrases.text("check.occasion." + it.check().occasion().name()));
            case Event.DailyItemDone it ->
                phrases.text("flow.daily." + it.item().name());
            case Event.ByPerson _ -> phrases.text("entries.note");
        };
    }

    /** What was written with it; may be empty. */
    String said() {
        return switch (entry.said()) {
            case Event.NoteAdded it -> it.text();
            case Event.PumpChecked it -> it.check().note();
            case Event.DailyItemDone it -> it.note();
            case Event.ByPerson _ -> "";
        };
    }

    String who() {
        return entry.said().by().name();
    }

    String when(Phrases phrases) {
        return phrases.day(entry.at().at().utc()) + "  "
                + phrases.time(entry.at().at().utc());
    }

    /** The mark, with who, when and why; empty while the entry stands. */
    String marked(Phrases phrases) {
        return mark.map(it -> phrases.text(
                        "entries.mark",
                        it.by().name(),
                        phrases.day(it.at().at().utc()),
                        phrases.clock(it.at().at().utc()),
                        it.reason()))
                .orElse("");
    }
}
