package vigil.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.export.Report.Block;
import vigil.export.Report.Box;
import vigil.export.Report.Boxes;
import vigil.export.Report.Cell;
import vigil.export.Report.CheckLine;
import vigil.export.Report.Checklist;
import vigil.export.Report.Column;
import vigil.export.Report.Heading;
import vigil.export.Report.Paragraph;
import vigil.export.Report.RuledLines;
import vigil.export.Report.Run;
import vigil.export.Report.Table;
import vigil.look.Words;
import vigil.session.ObservationSet.SideEffectItem;
import vigil.session.SignatureMeaning;
import vigil.store.SessionRecord;
import vigil.store.SessionRecord.CessationRow;
import vigil.store.SessionRecord.GateLine;
import vigil.store.SessionRecord.NoteRow;
import vigil.store.SessionRecord.ObservationRow;
import vigil.store.SessionRecord.SignatureRow;

/** The second part of the 4-hour record: gate, signatures, contacts, side effects, notes. */
final class FourHourEnd {
    /** Lines 8 and 9 are shown, but do not shut the gate (records and handover, section 1.3). */
    private static final int LAST_DECIDING_LINE = 7;

    private static final int TIME_WIDTH_MM = 34;
    private static final int ITEM_WIDTH_MM = 11;
    private static final int CONTACT_LINES = 2;
    private static final int MOST_CHECKS = 3;

    private final SessionRecord record;
    private final CessationRow cessation;
    private final String contentHash;
    private final WardTime time;
    private final PrintWords words;

    FourHourEnd(SessionRecord record, CessationRow cessation, String contentHash, WardTime time) {
        this.record = record;
        this.cessation = cessation;
        this.contentHash = contentHash;
        this.time = time;
        this.words = time.words();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Checklist(words.text("gate.heading"), gateLines()));
        blocks.add(new Paragraph(List.of(Run.strong(verdict()))));
        blocks.add(new Heading(words.text("signatures.heading")));
        blocks.add(new Boxes(List.of(
                signature(SignatureMeaning.OBSERVATIONS_COMPLETE), signature(SignatureMeaning.REVIEWED_AGAINST_GATE))));
        blocks.add(new RuledLines(words.text("contacts.heading"), CONTACT_LINES));
        addSideEffects(blocks);
        CareTable care = new CareTable(record, time);
        blocks.addAll(care.lines("care.heading", new CareWords(record, time).ofTheCourse()));
        blocks.addAll(care.checks(record.care().checksUntil(cessation.t0()), MOST_CHECKS));
        addNotes(blocks);
        return blocks;
    }

    private List<CheckLine> gateLines() {
        return record.gate().stream().map(this::gateLine).toList();
    }

    private CheckLine gateLine(GateLine line) {
        boolean decides = line.number() <= LAST_DECIDING_LINE;
        Duration whole = cessation.observation();
        return new CheckLine(
                Integer.toString(line.number()),
                words.text(
                        "gate." + line.number(),
                        String.format(Locale.ROOT, "%d:%02d:00", whole.toHours(), whole.toMinutesPart()),
                        whole.toMinutes()),
                decides || line.met() ? Optional.of(line.met()) : Optional.empty(),
                words.text(line.met() ? "gate.met" : decides ? "gate.notMet" : "gate.open"),
                line.value());
    }

    private String verdict() {
        if (record.gate().isEmpty()) {
            return words.text("gate.notEvaluated");
        }
        List<String> open = record.gate().stream()
                .filter(line -> line.number() <= LAST_DECIDING_LINE && !line.met())
                .map(line -> Integer.toString(line.number()))
                .toList();
        return open.isEmpty() ? words.text("gate.opened") : words.text("gate.shut", String.join(", ", open));
    }

    private Box signature(SignatureMeaning meaning) {
        return record.signatures().stream()
                .filter(signature -> signature.meaning() == meaning)
                .reduce((earlier, later) -> later)
                .map(this::signed)
                .orElseGet(() -> new Box(
                        words.of("signatory", meaning),
                        words.text("signature.none"),
                        List.of(words.of("signature", meaning), "", "")));
    }

    private Box signed(SignatureRow signature) {
        return new Box(
                words.of("signatory", signature.meaning()),
                words.text("signature.by", signature.by().name(), signature.by().userId()),
                List.of(
                        words.of("role", signature.by().role()) + ", " + time.full(signature.at()),
                        words.of("signature", signature.meaning()),
                        bound(signature)));
    }

    /** A record that changed after it was signed says so, and names what was signed. */
    private String bound(SignatureRow signature) {
        String hash = Hashes.brief(signature.contentHash());
        return words.text(signature.contentHash().equals(contentHash) ? "signature.bound" : "signature.earlier", hash);
    }

    private void addSideEffects(List<Block> blocks) {
        List<ObservationRow> asked =
                sinceT0().filter(row -> !row.set().sideEffects().isEmpty()).toList();
        if (asked.isEmpty()) {
            return;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(words.text("sideEffects.time"), TIME_WIDTH_MM));
        for (SideEffectItem item : SideEffectItem.values()) {
            columns.add(new Column(item.name(), ITEM_WIDTH_MM));
        }
        String heading = words.text("sideEffects.heading");
        String graded = namesOfGraded(asked);
        blocks.add(new Heading(graded.isEmpty() ? heading : heading + ". " + graded));
        blocks.add(new Table(
                heading, columns, asked.stream().map(this::sideEffects).toList()));
    }

    /** What the effects that were there are called at the console; the record may be read where none is. */
    private String namesOfGraded(List<ObservationRow> asked) {
        Words names = Words.of(words.locale());
        return Stream.of(SideEffectItem.values())
                .filter(item ->
                        asked.stream().anyMatch(row -> row.set().sideEffects().getOrDefault(item, 0) > 0))
                .map(item -> item.name() + "\u00A0" + names.text("item." + item.name()))
                .collect(Collectors.joining("; "));
    }

    private List<Cell> sideEffects(ObservationRow row) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.strong(time.clock(row.at()) + " " + row.by().initials()));
        for (SideEffectItem item : SideEffectItem.values()) {
            Integer grade = row.set().sideEffects().get(item);
            cells.add(Cell.of(grade == null ? "–" : grade.toString()));
        }
        return cells;
    }

    private void addNotes(List<Block> blocks) {
        List<Paragraph> notes = Stream.concat(
                        sinceT0().filter(row -> !row.set().note().isBlank()).map(this::setNote), freeNotes())
                .sorted(Comparator.comparing(NoteRow::at))
                .map(this::note)
                .toList();
        if (!notes.isEmpty()) {
            blocks.add(new Heading(words.text("notes.free")));
            blocks.addAll(notes);
        }
    }

    private NoteRow setNote(ObservationRow row) {
        return new NoteRow(row.at(), row.by(), row.set().note());
    }

    private Stream<NoteRow> freeNotes() {
        return record.notes().stream().filter(note -> !note.at().isBefore(cessation.t0()));
    }

    private Paragraph note(NoteRow note) {
        return new Paragraph(List.of(
                Run.strong(time.clock(note.at()) + " " + note.by().name() + ": "),
                Run.plain(new MarkWords(time).on(note.voided(), note.text()))));
    }

    private Stream<ObservationRow> sinceT0() {
        return record.observations().stream()
                .filter(row -> row.fromT0().filter(since -> !since.isNegative()).isPresent());
    }
}
