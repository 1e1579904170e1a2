package vigil.export;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Heading;
import vigil.export.Report.Paragraph;
import vigil.store.CareRecord.EntryRow;
import vigil.store.SessionRecord;

/** Who entered what, in the session report: how often each kind, then one line an entry. */
final class ReportedEntries {
    private static final int MOST_ENTRIES = 100;

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    ReportedEntries(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    List<Block> blocks() {
        List<Block> lines = SessionReport.listed(words, "report.entries", table(), MOST_ENTRIES);
        return record.care().entries().isEmpty()
                ? lines
                : java.util.stream.Stream.concat(
                                java.util.stream.Stream.of(
                                        new Heading(words.text("report.counts")), Paragraph.plain(counts())),
                                lines.stream())
                        .toList();
    }

    private String counts() {
        Map<String, Long> counts = new TreeMap<>(record.care().entries().stream()
                .collect(Collectors.groupingBy(EntryRow::action, Collectors.counting())));
        return counts.entrySet().stream()
                .map(entry -> words.recorded("action", entry.getKey()) + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private ReportTable table() {
        ReportTable table = new ReportTable(words, "entries.", "number time action by", 24, 44, 70, 50);
        record.care()
                .entries()
                .forEach(entry -> table.row(
                        Cell.strong(Long.toString(entry.sequence())),
                        Cell.of(time.dayAndTime(entry.at())),
                        Cell.of(said(entry)),
                        Cell.of(words.text(
                                "signature.by", entry.by().name(), entry.by().userId()))));
        return table;
    }

    private String said(EntryRow entry) {
        String action = words.recorded("action", entry.action());
        return entry.changed()
                .map(it ->
                        action + ": " + setting(it.setting()) + ", " + value(it.before()) + " → " + value(it.after()))
                .orElse(action);
    }

    private String setting(String stored) {
        return words.find("setting." + stored.replace(' ', '-')).orElse(stored);
    }

    private String value(String text) {
        return text.isEmpty() ? words.text("none") : text;
    }
}
