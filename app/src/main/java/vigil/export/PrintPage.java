package vigil.export;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import vigil.export.Report.Block;
import vigil.export.Report.Box;
import vigil.export.Report.Cell;
import vigil.export.Report.CheckLine;
import vigil.export.Report.Column;
import vigil.export.Report.Fact;
import vigil.export.Report.FactColumn;
import vigil.export.Report.Footer;
import vigil.export.Report.Frame;
import vigil.export.Report.Note;
import vigil.export.Report.Run;

/**
 * A report as an XHTML tree for the style sheet {@code print.css}. Only data tables become tables; everything placed
 * side by side is a block of fixed width, so that the tags of the file describe the content. Not thread-safe.
 */
final class PrintPage {
    private static final int GRID_COLUMNS = 4;
    /** The style sheet's padding of a cell, which its width does not include. */
    private static final int CELL_PADDING_MM = 1;

    private static final double TOP_MARGIN_MM = 34.5;
    private static final double FIRST_TOP_MARGIN_MM = 9;
    private static final double BANNER_MM = 6.5;
    /** Longest value of an identifier in the head of a following page; the first page shows all of it. */
    private static final int REPEATED_LENGTH = 44;

    private final Markup markup;

    private PrintPage(Markup markup) {
        this.markup = markup;
    }

    static Document of(Report report, PrintFonts fonts, String styleSheet) {
        PrintPage page = new PrintPage(new Markup(fonts));
        page.html(report, styleSheet);
        return page.markup.document();
    }

    private void html(Report report, String styleSheet) {
        Frame frame = report.frame();
        Element html = markup.root("html");
        html.setAttribute("lang", frame.language());
        Element head = markup.add(html, "head", "");
        markup.add(head, "title", "", frame.title());
        meta(head, "subject", frame.footer().identifiers());
        meta(head, "description", frame.title());
        markup.writeRaw(markup.add(head, "style", ""), styleSheet + topMargin(frame));
        Element body = markup.add(html, "body", "");
        footer(markup.add(body, "div", "foot"), frame.footer());
        top(markup.add(body, "div", "running-top"), frame, "div", REPEATED_LENGTH);
        top(markup.add(body, "div", "top"), frame, "h1", Integer.MAX_VALUE);
        report.blocks().forEach(block -> block(body, block));
    }

    /** Every banner makes the head of the following pages taller. */
    private static String topMargin(Frame frame) {
        double margin = TOP_MARGIN_MM + frame.banners().size() * BANNER_MM;
        return "@page { margin-top: " + margin + "mm; } @page :first { margin-top: " + FIRST_TOP_MARGIN_MM + "mm; }";
    }

    private void meta(Element head, String name, String content) {
        Element meta = markup.add(head, "meta", "");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    private void footer(Element foot, Footer footer) {
        Element first = markup.add(foot, "div", "foot-line");
        markup.add(first, "div", "foot-left strong", footer.statement());
        Element right = markup.add(first, "div", "foot-right", footer.printed() + "   " + footer.pageWord() + " ");
        markup.add(right, "span", "page-number");
        markup.write(right, " " + footer.ofWord() + " ");
        markup.add(right, "span", "page-count");
        Element second = markup.add(foot, "div", "foot-line");
        markup.add(second, "div", "foot-left", footer.identifiers());
        markup.writeFixedWidth(markup.add(second, "div", "foot-right mono"), footer.trace());
    }

    private void top(Element top, Frame frame, String titleElement, int length) {
        markup.add(top, "div", "aside", frame.aside());
        markup.add(top, titleElement, "title", frame.title());
        frame.banners().forEach(banner -> markup.add(top, "div", "banner", banner));
        Element box = markup.add(top, "div", "identity");
        for (int i = 0; i < frame.identity().size(); i++) {
            Fact fact = frame.identity().get(i);
            Element part = markup.add(box, "div", "identity-part part" + i);
            markup.add(part, "div", "small", fact.label());
            markup.add(part, "div", i == 0 ? "patient" : "strong", Excerpt.of(fact.value(), length));
        }
    }

    private void blocks(Element parent, List<Block> blocks) {
        blocks.forEach(block -> block(parent, block));
    }

    private void block(Element parent, Block block) {
        switch (block) {
            case Report.Section section -> section(parent, section);
            case Report.Heading heading -> markup.add(parent, "h2", "", heading.text());
            case Report.FactColumns columns ->
                factColumns(markup.add(parent, "div", "fact-columns"), columns.columns());
            case Report.FactLine line -> factLine(markup.add(parent, "div", "fact-line"), line.facts());
            case Report.FactGrid grid -> factGrid(parent, grid.facts());
            case Report.Hero hero -> hero(markup.add(parent, "div", "hero"), hero);
            case Report.Paragraph paragraph -> runs(markup.add(parent, "p", ""), paragraph.runs());
            case Report.Table table -> table(parent, table);
            case Report.Notes notes -> notes(parent, notes);
            case Report.Checklist checklist -> checklist(parent, checklist);
            case Report.Boxes boxes -> boxes(markup.add(parent, "div", "boxes"), boxes.boxes());
            case Report.RuledLines lines -> ruledLines(parent, lines);
            case Report.Seal seal -> seal(markup.add(parent, "div", "seal"), seal);
            case Report.Plots plots -> plots(parent, plots.stack());
        }
    }

    private void section(Element parent, Report.Section section) {
        Element part = markup.add(parent, "div", "section");
        markup.add(part, "div", "letter", section.letter());
        markup.add(part, "h2", "", section.title());
        blocks(part, section.blocks());
    }

    private void factColumns(Element parent, List<FactColumn> columns) {
        for (FactColumn column : columns) {
            Element part = markup.add(parent, "div", "fact-column");
            markup.add(part, "h2", "", column.heading());
            column.facts().forEach(fact -> fact(markup.add(part, "div", "fact"), fact));
        }
    }

    private void factLine(Element line, List<Fact> facts) {
        for (Fact fact : facts) {
            fact(markup.add(line, "span", "fact-inline"), fact);
            markup.write(line, " ");
        }
    }

    private void factGrid(Element parent, List<Fact> facts) {
        for (int from = 0; from < facts.size(); from += GRID_COLUMNS) {
            Element row = markup.add(parent, "div", "fact-row");
            facts.subList(from, Math.min(from + GRID_COLUMNS, facts.size()))
                    .forEach(fact -> fact(markup.add(row, "div", "fact-cell"), fact));
        }
    }

    private void fact(Element parent, Fact fact) {
        markup.write(parent, fact.label() + " ");
        markup.add(parent, "span", "strong", fact.value());
    }

    private void hero(Element parent, Report.Hero hero) {
        for (int i = 0; i < hero.facts().size(); i++) {
            Report.BigFact fact = hero.facts().get(i);
            Element part = markup.add(parent, "div", i == 0 ? "hero-first" : "hero-part");
            markup.add(part, "div", "small", fact.label());
            Element value = markup.add(part, "div", "");
            markup.add(value, "span", "hero-value", fact.value());
            markup.add(value, "span", "hero-unit", "  " + fact.unit());
        }
    }

    private void runs(Element parent, List<Run> runs) {
        for (Run run : runs) {
            if (run.strong()) {
                markup.add(parent, "span", "strong", run.text());
            } else {
                markup.write(parent, run.text());
            }
        }
    }

    private void table(Element parent, Report.Table table) {
        Element element = markup.add(parent, "table", "");
        Element head = markup.add(markup.add(element, "thead", ""), "tr", "");
        for (Column column : table.columns()) {
            Element cell = markup.add(head, "th", "", column.heading());
            cell.setAttribute("scope", "col");
            cell.setAttribute("style", "width:" + (column.widthMm() - CELL_PADDING_MM) + "mm");
        }
        Element body = markup.add(element, "tbody", "");
        for (List<Cell> row : table.rows()) {
            Element line = markup.add(body, "tr", "");
            for (int i = 0; i < row.size(); i++) {
                cell(markup.add(line, i == 0 ? "th" : "td", ""), row.get(i));
            }
        }
    }

    private void cell(Element element, Cell cell) {
        if (element.getNodeName().equals("th")) {
            element.setAttribute("scope", "row");
        }
        switch (cell.weight()) {
            case PLAIN -> markup.write(element, cell.text());
            case STRONG -> markup.add(element, "span", "strong", cell.text());
            case FIXED_WIDTH -> markup.writeFixedWidth(markup.add(element, "span", "mono"), cell.text());
        }
        if (!cell.mark().isEmpty()) {
            markup.add(element, "span", "mark", " " + cell.mark());
        }
    }

    private void notes(Element parent, Report.Notes notes) {
        if (!notes.notes().isEmpty()) {
            markup.add(parent, "h2", "", notes.heading());
        }
        for (Note note : notes.notes()) {
            Element line = markup.add(parent, "p", "note");
            markup.add(line, "span", "strong", note.mark());
            markup.write(line, "  " + note.text());
        }
    }

    private void checklist(Element parent, Report.Checklist checklist) {
        Element list = markup.add(parent, "div", "checklist");
        markup.add(list, "h2", "", checklist.heading());
        for (CheckLine line : checklist.lines()) {
            Element row = markup.add(list, "div", "check");
            markup.add(
                    row,
                    "span",
                    line.met().orElse(false) ? "tick ticked" : "tick",
                    line.met().orElse(false) ? "✓" : " ");
            markup.add(row, "span", "check-number", line.number());
            markup.add(row, "span", "check-text", line.text());
            markup.add(row, "span", "check-verdict strong", line.verdict());
            markup.add(row, "span", "check-value", line.value());
        }
    }

    private void boxes(Element parent, List<Box> boxes) {
        for (Box box : boxes) {
            Element element = markup.add(parent, "div", "box");
            markup.add(element, "div", "small", box.label());
            markup.add(element, "div", "box-headline", box.headline());
            box.lines().forEach(line -> markup.add(element, "div", "", line.isEmpty() ? " " : line));
        }
    }

    private void ruledLines(Element parent, Report.RuledLines lines) {
        Element box = markup.add(parent, "div", "ruled-box");
        markup.add(box, "div", "ruled strong", lines.label());
        for (int i = 1; i < lines.lines(); i++) {
            markup.add(box, "div", "ruled", " ");
        }
    }

    private void seal(Element parent, Report.Seal seal) {
        QrPicture.draw(markup, markup.add(parent, "div", "qr"), seal.coded(), seal.codeName());
        Element text = markup.add(parent, "div", "seal-text");
        for (Fact fact : seal.facts()) {
            Element line = markup.add(text, "div", "seal-line");
            markup.add(line, "span", "seal-label", fact.label());
            markup.writeFixedWidth(markup.add(line, "span", "mono"), fact.value());
        }
    }

    private void plots(Element parent, PlotStack stack) {
        Element box = markup.add(parent, "div", "plot-box");
        if (!stack.heading().isEmpty()) {
            markup.add(box, "h2", "", stack.heading());
        }
        new PlotPage(markup, box, stack).draw();
    }
}
