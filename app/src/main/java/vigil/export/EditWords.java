package vigil.export;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.Report.Note;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/** What was edited after it was charted, as footnotes: time, old value, new value, who, why (records and handover 1.5). */
record EditWords(WardTime time) {
    private static final String NOTE = "note";

    /** The letter for a set that does not stand as it was charted. */
    static String mark(ObservationRow row) {
        return row.edits().isEmpty() ? "" : Marks.EDITED;
    }

    /** One footnote for each amendment; {@code which}: how the print names the row. */
    List<Note> notes(ObservationRow row, String which) {
        return row.edits().stream()
                .map(EditRow::at)
                .distinct()
                .map(at -> row.edits().stream()
                        .filter(edit -> edit.at().equals(at))
                        .toList())
                .map(edits -> new Note(Marks.EDITED, words(edits, which)))
                .toList();
    }

    private String words(List<EditRow> edits, String which) {
        EditRow first = edits.getFirst();
        String changes = edits.stream().map(this::change).collect(Collectors.joining("; "));
        return time.words()
                .text(
                        "note.edited",
                        which,
                        changes,
                        time.dayAndTime(first.at()),
                        first.by().name(),
                        first.reason());
    }

    private String change(EditRow edit) {
        String none = time.words().text("note.edited.none");
        return time.words()
                .text(
                        "note.edited.value",
                        time.words()
                                .find("amended." + edit.value().item())
                                .orElse(edit.value().item()),
                        edit.value().was().map(text -> value(edit, text)).orElse(none),
                        edit.value().is().map(text -> value(edit, text)).orElse(none));
    }

    /** What a person wrote stays as it is; numbers and fixed words are told in the language of the print. */
    private String value(EditRow edit, String stored) {
        PrintWords words = time.words();
        return edit.value().item().equals(NOTE)
                ? stored
                : Stream.of(stored.split(" "))
                        .map(word -> words.find("value." + word)
                                .orElse(words.figures().within(word)))
                        .collect(Collectors.joining(" "));
    }
}
