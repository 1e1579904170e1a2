package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vigil.store.SessionRecord;

/**
 * A print in German is that in English in other words: the same parts in the same order, and in each the same numbers in the
 * same order, a comma where the other has a point. What the numbers of the English one rest on is tested elsewhere.
 */
class SameInBothLanguagesTest {
    private static final PrintWords ENGLISH = PrintWords.named("en");
    private static final PrintWords GERMAN = PrintWords.named("de");

    private static Prints prints;

    @BeforeAll
    static void load() throws IOException {
        prints = Prints.create();
    }

    static Stream<Report> reports(PrintWords words) {
        SessionRecord eventful = PlannedCare.eventful();
        SessionRecord charted = PlannedCare.charted();
        SessionRecord voided = PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::voided);
        return Stream.of(
                        Stream.of(eventful, charted, voided, PlannedCourse.record())
                                .flatMap(record -> Stream.of(
                                        FourHourRecord.of(record, PlannedCourse.PRINTED)
                                                .orElseThrow()
                                                .report(words),
                                        new SessionReport(record, PlannedCourse.PRINTED).report(words),
                                        new GpLetter(record, PlannedCourse.PRINTED).report(words))),
                        PlannedCourse.handover().reports(words))
                .flatMap(reports -> reports);
    }

    @Test
    void everyPartHasTheSameNumbersInTheSameOrder() {
        List<Report> english = reports(ENGLISH).toList();
        List<Report> german = reports(GERMAN).toList();
        assertThat(german).hasSameSizeAs(english);
        for (int i = 0; i < english.size(); i++) {
            List<String> expected = ReportNumbers.of(english.get(i));
            assertThat(expected).hasSizeGreaterThan(100);
            assertThat(ReportNumbers.of(german.get(i))).isEqualTo(expected);
        }
    }

    @Test
    void aGermanPrintHasNoDecimalPoint() throws IOException {
        for (Print print : Print.values()) {
            String text = Prints.text(print.pdf(prints.in(GERMAN)))
                    .replace("0.1.0", "")
                    // As a nurse has written it.
                    .replace("then 2.6 mL/h", "")
                    .replaceAll("\\d{1,2}\\.(?= \\p{L})", "");
            assertThat(text).as(print.name()).doesNotContainPattern("\\d\\.\\d");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGermanPrintSaysItsLanguageAndConforms(Print print) throws Exception {
        byte[] pdf = print.pdf(prints.in(GERMAN));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentInformation().getTitle())
                    .isIn(
                            "4-Stunden-Beobachtungsprotokoll nach Beendigung",
                            "Schichtübergabe",
                            "Sitzungsbericht: der ganze Verlauf",
                            "Brief an die Hausarztpraxis");
        }
        assertThat(PdfConformance.failures(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(PdfConformance.failures(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    /** The same record and print time give the same bytes, whatever the machine is set to. */
    @Test
    void theMachinesLanguageChangesNothing() throws IOException {
        byte[] before = prints.in(GERMAN).handover(PlannedCourse.handover());
        Locale machine = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(Prints.create().in(PrintWords.named("de")).handover(PlannedCourse.handover()))
                    .isEqualTo(before);
        } finally {
            Locale.setDefault(machine);
        }
    }
}
