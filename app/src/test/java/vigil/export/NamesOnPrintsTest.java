package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import vigil.session.Patient;

/** Names that are not written in Latin letters, on the page. */
@Tag("F7")
class NamesOnPrintsTest {
    private static Prints prints;

    @BeforeAll
    static void load() throws IOException {
        prints = Prints.create();
    }

    private static byte[] sheet(String family, String given) throws IOException {
        Patient patient = new Patient(family, given, "0412 7785", LocalDate.of(1971, 3, 14), "Penicillin: rash", "12");
        return prints.handover(PlannedCourse.handover(PlannedCourse.ofPatient(patient)));
    }

    /** A text is taken out of a PDF in presentation forms and radicals, which NFKC turns into the letters. */
    private static String text(byte[] pdf) throws IOException {
        return Normalizer.normalize(Prints.text(pdf), Normalizer.Form.NFKC);
    }

    @ParameterizedTest
    @CsvSource({"الأحمد,محمد علي", "כהן,דוד", "欧阳,珺玥", "Nguyễn,Thị Ánh", "Škvořecký,Zoe\u0308", "Παπαδόπουλος,Ελένη"})
    void aNameIsOnThePageLetterByLetterAndNothingIsMarkedAsMissing(String family, String given) throws IOException {
        String text = text(sheet(family, given));

        assertThat(text)
                .contains(family.toUpperCase(Locale.ROOT), Normalizer.normalize(given, Normalizer.Form.NFC))
                .doesNotContain("[U+");
    }

    @Test
    void theNumbersAfterANameFromRightToLeftStayInTheirPlace() throws IOException {
        assertThat(text(sheet("الأحمد", "محمد"))).contains("0412 7785", "14 Mar 1971");
    }

    @ParameterizedTest
    @CsvSource({"PDFA_2_A,الأحمد", "PDFUA_1,الأحمد", "PDFA_2_A,כהן", "PDFA_2_A,欧阳", "PDFUA_1,欧阳"})
    void theSheetConformsWithSuchANameToo(PDFAFlavour flavour, String family) throws Exception {
        assertThat(PdfConformance.failures(sheet(family, "A"), flavour)).isEmpty();
    }

    @Test
    void lettersAreJoinedAsTheirNeighboursAsk() {
        // meem initial, hah medial, meem medial, dal final (Unicode, Arabic Presentation Forms-B)
        assertThat(ArabicForms.shaped("محمد")).isEqualTo("\uFEE3\uFEA4\uFEE4\uFEAA");
        // seen initial, lam-alef final as one, meem isolated
        assertThat(ArabicForms.shaped("سلام")).isEqualTo("\uFEB3\uFEFC\uFEE1");
        // peh initial, alef final, farsi yeh isolated after it
        assertThat(ArabicForms.shaped("پای")).isEqualTo("\uFB58\uFE8E\uFBFC");
    }

    @Test
    void anAlefJoinsNothingAfterIt() {
        assertThat(ArabicForms.shaped("اب")).isEqualTo("\uFE8D\uFE8F");
    }

    @Test
    void aStretchFromRightToLeftIsTurnedAndItsBracketsWithIt() {
        assertThat(new RightToLeft().reorderRTLTextToLTR("אב (ג)")).isEqualTo("(ג) בא");
    }
}
