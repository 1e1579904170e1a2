package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfWriterTest {
    private static Prints prints;

    @BeforeAll
    static void loadFonts() throws IOException {
        prints = Prints.create();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void theFourHourRecordConformsForArchiveAndForAssistiveReaders(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(prints.fourHourRecord(PlannedCourse.record()), flavour))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void theHandoverSheetConformsForArchiveAndForAssistiveReaders(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(prints.handover(PlannedCourse.handover()), flavour))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void theSessionReportConformsForArchiveAndForAssistiveReaders(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(prints.sessionReport(PlannedCare.charted()), flavour))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void theLetterConformsForArchiveAndForAssistiveReaders(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(prints.gpLetter(PlannedCare.charted()), flavour))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void aRecordWithEveryMarkConformsForArchiveAndForAssistiveReaders(PDFAFlavour flavour) throws Exception {
        assertThat(PdfConformance.failures(prints.fourHourRecord(PlannedCare.charted()), flavour))
                .isEmpty();
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(prints.fourHourRecord(PlannedCourse.record()))) {
            int fonts = 0;
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                    fonts++;
                }
            }
            assertThat(fonts).isPositive();
        }
    }

    @Test
    void theSameReportGivesTheSameBytesWhateverTheMachinesLanguageAndTimeZone() throws IOException {
        byte[] first = prints.fourHourRecord(PlannedCourse.record());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("America/Caracas"));
            assertThat(prints.fourHourRecord(PlannedCourse.record())).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theFirstVersionThatFitsOnePageIsTaken() throws IOException {
        List<String> pages = Prints.pages(prints.handover(PlannedCourse.handover()));

        assertThat(pages).hasSize(1);
        assertThat(pages.getFirst()).contains("whole course");
    }
}
