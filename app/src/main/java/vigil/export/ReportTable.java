package vigil.export;

import java.util.ArrayList;
import java.util.List;
import vigil.export.Report.Cell;
import vigil.export.Report.Column;

/** Columns and rows of a table in the making. Not thread-safe. */
final class ReportTable {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * @param prefix of the keys of the headings
     * @param names last parts of those keys, with spaces between
     */
    ReportTable(PrintWords words, String prefix, String names, int... widthsMm) {
        for (String name : names.split(" ")) {
            columns.add(new Column(words.text(prefix + name), widthsMm[columns.size()]));
        }
    }

    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    List<Column> columns() {
        return List.copyOf(columns);
    }

    List<List<Cell>> rows() {
        return List.copyOf(rows);
    }
}
