package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Observation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vigil demo} as a process without a display, on the short course: what stands in its folder afterwards. */
class DemoTest {
    private static final List<String> FILES = List.of(
            "observation-record.pdf",
            "observation-record.csv",
            "observation-record.fhir.json",
            "handover.pdf",
            "console.png");

    @TempDir
    static Path out;

    @BeforeAll
    static void play() throws Exception {
        Program.Ended ended = Program.run("demo", "--scenario", "first-hour", "--out", out.toString());
        assertThat(ended.status()).as("%s", ended).isZero();
        assertThat(ended.out()).containsExactly("vigil: results are in " + out);
        assertThat(ended.err().getFirst())
                .isEqualTo("vigil: no display: neither DISPLAY nor WAYLAND_DISPLAY is set; running --headless");
    }

    @Test
    void bothPrintsArePdf() throws Exception {
        for (String name : List.of("observation-record.pdf", "handover.pdf")) {
            byte[] bytes = Files.readAllBytes(out.resolve(name));
            assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII))
                    .as(name)
                    .isEqualTo("%PDF-");
            assertThat(new String(bytes, bytes.length - 6, 6, StandardCharsets.US_ASCII))
                    .as(name)
                    .contains("%%EOF");
        }
    }

    @Test
    void theFhirDocumentIsReadBackWithItsObservations() throws Exception {
        String json = Files.readString(out.resolve("observation-record.fhir.json"));
        Bundle bundle = FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, json);
        assertThat(bundle.getType()).isEqualTo(Bundle.BundleType.DOCUMENT);
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getResource)
                .anyMatch(Observation.class::isInstance);
    }

    @Test
    void theTableHasTheNineSetsOfTheFourHours() throws Exception {
        assertThat(Files.readAllLines(out.resolve("observation-record.csv")))
                .filteredOn(line -> line.contains(",P6,"))
                .hasSize(9);
    }

    @Test
    void thePictureIsAPngOfTheSmallestSupportedScreen() throws Exception {
        BufferedImage picture = ImageIO.read(out.resolve("console.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1280);
        assertThat(picture.getHeight()).isEqualTo(800);
        assertThat(Files.readAllBytes(out.resolve("console.png"))).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void itsRecordIsSoundAndMarkedSimulated() throws Exception {
        Path data = out.resolve("data");
        assertThat(new Verification(data).run().sound()).isTrue();
        try (Bedside bedside = Bedside.open(data)) {
            assertThat(bedside.store().sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.simulated()).isTrue());
        }
    }

    @Test
    void aSecondRunTakesThePlaceOfTheFirst() throws Exception {
        FileTime old = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        for (String name : FILES) {
            Files.setLastModifiedTime(out.resolve(name), old);
        }
        Program.Ended ended = Program.run("demo", "--headless", "--scenario", "first-hour", "--out", out.toString());
        assertThat(ended.status()).as("%s", ended).isZero();
        for (String name : FILES) {
            assertThat(Files.getLastModifiedTime(out.resolve(name))).as(name).isGreaterThan(old);
        }
        try (Bedside bedside = Bedside.open(out.resolve("data"))) {
            assertThat(bedside.store().sessions()).hasSize(1);
        }
    }
}
