package vigil.export;

import java.util.List;
import java.util.stream.Collectors;
import vigil.export.Report.Note;
import vigil.store.SessionRecord.EditRow;
import vigil.store.SessionRecord.ObservationRow;

/** What was edited after it was charted, as footnotes: time, old value, new value, who, why (records and handover 1.5). */
record EditWords(WardTime time) {

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
                        edit.value().item().replace('_', ' '),
                        edit.value().was().orElse(none),
                        edit.value().is().orElse(none));
    }
}
