package vigil.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.CareWords.Line;
import vigil.export.Report.Block;
import vigil.export.Report.Cell;
import vigil.export.Report.Column;
import vigil.export.Report.Heading;
import vigil.export.Report.Paragraph;
import vigil.export.Report.Run;
import vigil.export.Report.Table;
import vigil.session.PumpCheck;
import vigil.session.Staff;
import vigil.store.CareRecord.CheckRow;
import vigil.store.SessionRecord;

/** Tables of what people did around the course, and of the checks of pump and line. */
final class CareTable {
    private static final int[] LINE_WIDTHS_MM = {28, 44, 86, 30};
    private static final int[] CHECK_WIDTHS_MM = {26, 20, 32, 36, 34, 40};

    private final SessionRecord record;
    private final WardTime time;
    private final PrintWords words;

    CareTable(SessionRecord record, WardTime time) {
        this.record = record;
        this.time = time;
        this.words = time.words();
    }

    /** The lines under a heading; says so where there are none. */
    List<Block> lines(String heading, List<Line> lines) {
        if (lines.isEmpty()) {
            return List.of(nothing(words.text(heading)));
        }
        return List.of(
                new Heading(words.text(heading)),
                new Table(
                        words.text(heading),
                        columns("care.column.", "time what detail by", LINE_WIDTHS_MM),
                        lines.stream().map(this::cells).toList()));
    }

    private Paragraph nothing(String heading) {
        return new Paragraph(List.of(Run.strong(heading + ": "), Run.plain(words.text("none"))));
    }

    private List<Cell> cells(Line line) {
        return List.of(
                Cell.strong(time.dayAndTime(line.at())),
                Cell.of(line.what()).marked(line.mark()),
                Cell.of(line.detail()),
                Cell.of(line.by()));
    }

    /** The newest {@code most} of some checks, oldest first, with how many came before; says so where there are none. */
    List<Block> checks(List<CheckRow> checks, int most) {
        if (checks.isEmpty()) {
            return List.of(nothing(words.text("checks.name")));
        }
        int more = Math.max(0, checks.size() - most);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(words.text("checks.heading", checks.size())));
        blocks.add(new Table(
                words.text("checks.name"),
                columns("checks.", "time occasion by inOrder open figures", CHECK_WIDTHS_MM),
                checks.stream().skip(more).map(this::cells).toList()));
        if (more > 0) {
            blocks.add(Paragraph.plain(words.text("more", more)));
        }
        return blocks;
    }

    private List<Cell> cells(CheckRow row) {
        PumpCheck check = row.check();
        String by = row.by().name()
                + row.second().map(Staff::name).map(name -> ", " + name).orElse("");
        Cell figures = Cell.of(check.figures().map(this::figures).orElse("–"));
        return List.of(
                Cell.strong(time.dayAndTime(row.at())),
                Cell.of(words.of("occasion", check.occasion())),
                Cell.of(by),
                Cell.of(items(check, true)),
                Cell.of(notFound(row)),
                check.figures().isPresent() && new DoseWords(record, time).isCharted()
                        ? figures.marked(Marks.CHARTED)
                        : figures);
    }

    private String items(PumpCheck check, boolean confirmed) {
        if (confirmed && check.confirmed().size() == PumpCheck.Item.values().length) {
            return words.text("checks.all", check.confirmed().size());
        }
        String named = Stream.of(PumpCheck.Item.values())
                .filter(item -> check.confirmed().contains(item) == confirmed)
                .map(item -> words.of("item", item))
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? words.text("none") : named;
    }

    private String notFound(CheckRow row) {
        PumpCheck check = row.check();
        String open = items(check, false);
        String note = new MarkWords(time).on(row.voided(), check.note());
        return note.isBlank() ? open : open + ". " + note;
    }

    private String figures(PumpCheck.Figures figures) {
        Stream<String> read = Stream.of(
                words.text(figures.delivering() ? "checks.runs" : "checks.stands"),
                words.figures().reported(figures.flowRate().mlPerH()) + " mL/h",
                words.text(
                        "checks.infused",
                        words.figures().reported(figures.volumeInfused().ml())));
        Stream<String> left = figures.volumeLeft().stream()
                .map(volume -> words.text("checks.left", words.figures().reported(volume.ml())));
        return Stream.concat(read, left).collect(Collectors.joining(", "));
    }

    private List<Column> columns(String prefix, String names, int[] widthsMm) {
        List<Column> columns = new ArrayList<>();
        for (String name : names.split(" ")) {
            columns.add(new Column(words.text(prefix + name), widthsMm[columns.size()]));
        }
        return columns;
    }
}
