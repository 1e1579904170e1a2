package vigil.export;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a print says, without a word about how it is drawn: headings, facts, tables, plots, checklists, footnotes. Every
 * text is plain text in the language of the print; a writer escapes it. Immutable.
 *
 * @param blocks the content in reading order
 */
public record Report(Frame frame, List<Block> blocks) {

    public Report {
        blocks = List.copyOf(blocks);
    }

    /**
     * What stands on every page.
     *
     * @param language BCP 47 tag of the words, for example {@code en-AU}
     * @param identity the patient's identifiers, drawn in a box at the top of each page
     * @param banners what no page may be without: SIMULATED, VOIDED
     * @param printedAt also the creation time inside the file, so that the same journal gives the same bytes
     */
    public record Frame(
            String title,
            String aside,
            String language,
            List<Fact> identity,
            List<String> banners,
            Footer footer,
            Instant printedAt) {
        public Frame {
            identity = List.copyOf(identity);
            banners = List.copyOf(banners);
        }
    }

    /**
     * The foot of each page.
     *
     * @param statement the standing safety text
     * @param identifiers the three identifiers in one line
     * @param trace where the figures come from: content hash, journal position
     * @param pageWord with {@code ofWord} around the page number: "Page 1 of 2"
     */
    public record Footer(
            String statement, String identifiers, String printed, String trace, String pageWord, String ofWord) {}

    /** A label with its value. */
    public record Fact(String label, String value) {}

    /** A stretch of text, plain or strong. */
    public record Run(String text, boolean strong) {
        public static Run plain(String text) {
            return new Run(text, false);
        }

        public static Run strong(String text) {
            return new Run(text, true);
        }
    }

    /** One part of the content. */
    public sealed interface Block {}

    /** A lettered part of a handover with its own content. */
    public record Section(String letter, String title, List<Block> blocks) implements Block {}

    public record Heading(String text) implements Block {}

    /** Columns side by side, each a heading over facts. */
    public record FactColumns(List<FactColumn> columns) implements Block {}

    public record FactColumn(String heading, List<Fact> facts) {}

    /** Facts one after another in a line. */
    public record FactLine(List<Fact> facts) implements Block {}

    /** Facts in a grid of four columns. */
    public record FactGrid(List<Fact> facts) implements Block {}

    /** The few values to be read first, largest first. */
    public record Hero(List<BigFact> facts) implements Block {}

    public record BigFact(String label, String value, String unit) {}

    public record Paragraph(List<Run> runs) implements Block {
        public static Paragraph plain(String text) {
            return new Paragraph(List.of(Run.plain(text)));
        }
    }

    /** A table; each row has as many cells as there are columns and begins with its own heading. */
    public record Table(String name, List<Column> columns, List<List<Cell>> rows) implements Block {}

    /** Share of the width in millimetres of an A4 page. */
    public record Column(String heading, int widthMm) {}

    /**
     * One cell.
     *
     * @param mark letters that lead to a footnote; empty when there is none
     */
    public record Cell(String text, String mark, Weight weight) {
        /** How much a cell stands out. */
        public enum Weight {
            PLAIN,
            STRONG,
            FIXED_WIDTH
        }

        public static Cell of(String text) {
            return new Cell(text, "", Weight.PLAIN);
        }

        public static Cell strong(String text) {
            return new Cell(text, "", Weight.STRONG);
        }

        public Cell marked(String letters) {
            return new Cell(text, letters, weight);
        }
    }

    /** Footnotes: each a mark and what it stands for. */
    public record Notes(String heading, List<Note> notes) implements Block {}

    public record Note(String mark, String text) {}

    public record Checklist(String heading, List<CheckLine> lines) implements Block {}

    /**
     * One condition with the value that it rests on.
     *
     * @param met true is ticked; empty when the line decides nothing and is open
     */
    public record CheckLine(String number, String text, Optional<Boolean> met, String verdict, String value) {}

    /** Framed boxes side by side, for signatures. */
    public record Boxes(List<Box> boxes) implements Block {}

    public record Box(String label, String headline, List<String> lines) {}

    /** A label with lines to write on by hand. */
    public record RuledLines(String label, int lines) implements Block {}

    /** A hash for people in groups of eight digits, and for machines as a QR code. */
    public record Seal(List<Fact> facts, String coded, String codeName) implements Block {}

    public record Plots(PlotStack stack) implements Block {}
}
