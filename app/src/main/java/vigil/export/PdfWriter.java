package vigil.export;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.Iterator;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.w3c.dom.Document;

/**
 * Writes reports as A4 PDF for the archive and for assistive readers: PDF/A-2a and PDF/UA-1, all fonts embedded, plots as
 * vectors. The same report gives the same bytes on every machine setting: dates and document id come from its print
 * time. Thread-safe, one document at a time: rendering takes memory.
 */
public final class PdfWriter {
    private static final String STYLE_SHEET = "/vigil/look/print/print.css";
    private static final String PRODUCER = "Vigil";

    private final PrintFonts fonts;
    private final String styleSheet;
    private final byte[] colourProfile;

    private PdfWriter(PrintFonts fonts, String styleSheet, byte[] colourProfile) {
        this.fonts = fonts;
        this.styleSheet = styleSheet;
        this.colourProfile = colourProfile;
    }

    /**
     * A writer with the program's own fonts and style sheet.
     *
     * @throws IOException if a font or the style sheet is missing from the program
     */
    public static PdfWriter create() throws IOException {
        XRLog.setLoggingEnabled(false);
        try (InputStream css = PdfWriter.class.getResourceAsStream(STYLE_SHEET)) {
            if (css == null) {
                throw new IOException("style sheet " + STYLE_SHEET + " is missing from the program; install it again");
            }
            String styleSheet = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
            return new PdfWriter(PrintFonts.load(), styleSheet, colours);
        }
    }

    /**
     * Writes a report of any length. Leaves {@code out} open.
     *
     * @throws IOException if {@code out} refuses the bytes
     */
    public synchronized void write(Report report, OutputStream out) throws IOException {
        try (PdfBoxRenderer renderer = laidOut(report)) {
            finish(renderer, report.frame().printedAt(), out);
        }
    }

    /**
     * Writes the first of several versions that fits on one page.
     *
     * @param versions of the same report, most detailed first
     * @throws IllegalArgumentException if none fits: the last version must be short whatever the data
     */
    public synchronized void writeOnePage(Stream<Report> versions, OutputStream out) throws IOException {
        Iterator<Report> remaining = versions.iterator();
        while (remaining.hasNext()) {
            Report report = remaining.next();
            try (PdfBoxRenderer renderer = laidOut(report)) {
                if (renderer.getRootBox().getLayer().getPages().size() == 1) {
                    finish(renderer, report.frame().printedAt(), out);
                    return;
                }
            }
        }
        throw new IllegalArgumentException("no version of the report fits on one page");
    }

    private PdfBoxRenderer laidOut(Report report) {
        Document page = PrintPage.of(report, fonts, styleSheet);
        String text = page.getDocumentElement().getTextContent();
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .withW3cDocument(page, "")
                .withProducer(PRODUCER)
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colourProfile)
                .useSVGDrawer(new BatikSVGDrawer())
                .useUnicodeLineBreaker(new LineEnds())
                // Everything a print needs is inside it; nothing a text says may make the renderer fetch a file.
                .useUriResolver((base, uri) -> null);
        if (RightToLeft.isIn(text)) {
            builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new).useUnicodeBidiReorderer(new RightToLeft());
        }
        for (PrintFonts.Face face : fonts.faces(text)) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        PdfBoxRenderer renderer = builder.buildPdfRenderer();
        renderer.layout();
        return renderer;
    }

    private static void finish(PdfBoxRenderer renderer, Instant printedAt, OutputStream out) throws IOException {
        renderer.createPDFWithoutClosing();
        try (PDDocument document = renderer.getPdfDocument()) {
            stamp(document, printedAt);
            document.save(out);
        }
    }

    /** Replaces what the renderer took from the machine's clock: creation date, its copy in the metadata, document id. */
    private static void stamp(PDDocument document, Instant printedAt) throws IOException {
        GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        created.setTimeInMillis(printedAt.toEpochMilli());
        document.getDocumentInformation().setCreationDate(created);
        document.setDocumentId(printedAt.toEpochMilli());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        try (InputStream in = metadata.createInputStream()) {
            String xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String date = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                    printedAt.atOffset(ZoneOffset.UTC).withNano(0));
            metadata.importXMPMetadata(
                    xmp.replaceAll("(<xmp:CreateDate>)[^<]*", "$1" + date).getBytes(StandardCharsets.UTF_8));
        }
    }
}
