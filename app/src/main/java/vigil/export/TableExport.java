package vigil.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vigil.session.SessionId;
import vigil.store.SessionStore;
import vigil.store.View;

/**
 * The views of the session database as one zip file of CSV tables. The same sessions give the same bytes, also from a
 * database that was made anew. Not thread-safe.
 */
public final class TableExport {
    /** A zip entry needs a time; this one says nothing and is the same everywhere. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final SessionStore store;

    public TableExport(SessionStore store) {
        this.store = store;
    }

    /** Everything about these sessions, who the patient is included: one patient's record on request. */
    public void withIdentity(List<SessionId> sessions, OutputStream out) throws IOException {
        write(Arrays.asList(View.values()), sessions, out);
    }

    /** The same without the view that says who the patient is. Free texts are as people wrote them. */
    public void withoutIdentity(List<SessionId> sessions, OutputStream out) throws IOException {
        List<View> views = new ArrayList<>(Arrays.asList(View.values()));
        views.remove(View.PATIENT);
        write(views, sessions, out);
    }

    private void write(List<View> views, List<SessionId> sessions, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (View view : views) {
            ZipEntry entry = new ZipEntry(view.sqlName() + ".csv");
            entry.setTimeLocal(NO_TIME);
            zip.putNextEntry(entry);
            table(view, sessions, zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private void table(View view, List<SessionId> sessions, OutputStream out) throws IOException {
        Sink sink = new Sink(out);
        store.view(view, sessions, sink);
        sink.end();
    }

    /** Rows as CSV. */
    private static final class Sink implements SessionStore.ViewSink {
        private final OutputStream out;
        private Optional<CsvTable> table = Optional.empty();

        Sink(OutputStream out) {
            this.out = out;
        }

        @Override
        public void columns(List<String> names) {
            table = Optional.of(new CsvTable(out, String.join(",", names)));
        }

        @Override
        public void row(List<Optional<Object>> values) {
            CsvTable.Row row = table.orElseThrow().row();
            values.forEach(value -> cell(row, value));
            row.end();
        }

        private static void cell(CsvTable.Row row, Optional<Object> value) {
            switch (value.orElse("")) {
                case BigDecimal number -> row.decimal(number);
                case Instant at -> row.time(at);
                case Long number -> row.number(number);
                case Integer number -> row.number(number);
                case Boolean flag -> row.flag(flag);
                case Object text -> row.text(text.toString());
            }
        }

        void end() {
            table.ifPresent(CsvTable::close);
        }
    }
}
