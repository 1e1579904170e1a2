package vigil.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import vigil.store.SessionRecord;

/** Prints for tests, as bytes and as the text of each page. */
final class Prints {
    private final PdfWriter writer;
    private final PrintWords words;

    private Prints(PdfWriter writer, PrintWords words) {
        this.writer = writer;
        this.words = words;
    }

    static Prints create() throws IOException {
        return new Prints(PdfWriter.create(), PrintWords.english());
    }

    /** The same writer in another language. */
    Prints in(PrintWords other) {
        return new Prints(writer, other);
    }

    byte[] fourHourRecord(SessionRecord record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report =
                FourHourRecord.of(record, PlannedCourse.PRINTED).orElseThrow().report(words);
        writer.write(report, out);
        return out.toByteArray();
    }

    byte[] handover(HandoverSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.writeOnePage(sheet.reports(words), out);
        return out.toByteArray();
    }

    byte[] sessionReport(SessionRecord record) throws IOException {
        return write(new SessionReport(record, PlannedCourse.PRINTED).report(words));
    }

    byte[] gpLetter(SessionRecord record) throws IOException {
        return write(new GpLetter(record, PlannedCourse.PRINTED).report(words));
    }

    private byte[] write(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.toByteArray();
    }

    /** Text of each page with every stretch of white space as one space. */
    static List<String> pages(byte[] pdf) throws IOException {
        return lines(pdf).stream().map(page -> page.replaceAll("\\s+", " ")).toList();
    }

    /** Text of each page, line by line as it stands there. */
    static List<String> lines(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> pages = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document).strip());
            }
            return pages;
        }
    }

    static String text(byte[] pdf) throws IOException {
        return String.join(" ", pages(pdf));
    }
}
