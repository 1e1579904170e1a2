package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.session.SignatureMeaning;
import vigil.store.SessionRecord;

/**
 * Every print says and looks as it did when somebody last looked at it, letter by letter and, within a tolerance, dot by
 * dot. Prints are in English alone. Where one is meant to be otherwise, {@code mvn test -pl app -am -Dtest=PrintGoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dvigil.golden.write=true} writes it anew: look at each page before it is kept.
 * A failure leaves the pages as they are now in {@code app/target/golden}.
 */
class PrintGoldenTest {
    private static final Path KEPT = Path.of("src/test/resources/vigil/export/golden");
    private static final Path FAILED = Path.of("target/golden");
    private static final long MOST_BYTES = 1L << 20;
    private static final String HOW = "write it with -Dvigil.golden.write=true, look at it, and keep it";

    private static Prints prints;

    enum Print {
        OBSERVATION_RECORD,
        OBSERVATION_RECORD_VOIDED,
        HANDOVER,
        SESSION_REPORT,
        LETTER;

        byte[] pdf() throws IOException {
            return switch (this) {
                case OBSERVATION_RECORD -> prints.fourHourRecord(signed());
                case OBSERVATION_RECORD_VOIDED ->
                    prints.fourHourRecord(PlannedCourse.record(PlannedCourse.WINTER, PlannedCourse.Parts::voided));
                case HANDOVER -> prints.handover(PlannedCourse.handover());
                case SESSION_REPORT -> prints.sessionReport(signed());
                case LETTER -> prints.gpLetter(signed());
            };
        }

        PrintGolden golden() {
            return new PrintGolden(
                    KEPT, name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
    }

    @BeforeAll
    static void load() throws IOException {
        prints = Prints.create();
        if (Boolean.getBoolean("vigil.golden.write")) {
            for (Print print : Print.values()) {
                print.golden().write(print.pdf());
            }
        }
    }

    /** With what people did around the course, and signed as it stands. */
    private static SessionRecord signed() {
        SessionRecord unsigned = PlannedCare.eventful();
        String hash =
                FourHourRecord.of(unsigned, PlannedCourse.PRINTED).orElseThrow().contentHash();
        return PlannedCourse.record(
                PlannedCourse.WINTER,
                parts -> parts.withCare(unsigned.care())
                        .withSignatures(
                                List.of(PlannedCourse.signature(SignatureMeaning.OBSERVATIONS_COMPLETE, hash))));
    }

    @ParameterizedTest
    @EnumSource
    void thePrintLooksAsItDid(Print print) throws IOException {
        assertThat(print.golden().text()).as(HOW).exists();
        assertThat(print.golden().differences(print.pdf(), FAILED))
                .as("%s: see %s. If it is meant to: %s", print, FAILED, HOW)
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void thePrintSaysWhatItDid(Print print) throws IOException {
        assertThat(PrintGolden.extracted(print.pdf()))
                .as("%s. If it is meant to: %s", print, HOW)
                .isEqualTo(Files.readString(print.golden().text(), StandardCharsets.UTF_8));
    }

    /** Another total, one digit of it on the page. */
    @Test
    void aDigitThatLooksOtherwiseIsNoticed(@TempDir Path dir) throws IOException {
        HandoverSheet sheet = PlannedCourse.handover();
        byte[] later = prints.handover(new HandoverSheet(
                sheet.record(), sheet.latest(), sheet.printedAt().plusSeconds(1)));

        assertThat(Print.HANDOVER.golden().differences(later, dir)).isNotEmpty();
    }

    @Test
    void thePicturesTogetherStaySmall() throws IOException {
        try (Stream<Path> files = Files.list(KEPT)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            assertThat(bytes).isLessThan(MOST_BYTES);
        }
    }
}
