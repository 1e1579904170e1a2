package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every print says and looks as it did when somebody last looked at it, letter by letter and, within a tolerance, dot by
 * dot. Where one is meant to be otherwise, {@code mvn test -pl app -am -Dtest=PrintGoldenTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dvigil.golden.write=true} writes it anew: look at each page before it is kept.
 * A failure leaves the pages as they are now in {@code app/target/golden}.
 */
class PrintGoldenTest {
    private static final Path KEPT = Path.of("src/test/resources/vigil/export/golden");
    private static final Path FAILED = Path.of("target/golden");
    private static final long MOST_BYTES = 1L << 20;
    private static final String HOW = "write it with -Dvigil.golden.write=true, look at it, and keep it";

    private static Prints prints;

    /** A print in one language; the English ones carry none in their names. */
    record Kept(Print print, String language) {
        byte[] pdf() throws IOException {
            return print.pdf(prints.in(PrintWords.named(language)));
        }

        PrintGolden golden() {
            String name = print.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return new PrintGolden(KEPT, language.equals("en") ? name : name + "-" + language);
        }
    }

    static Stream<Kept> kept() {
        return Stream.of("en", "de")
                .flatMap(language -> Stream.of(Print.values()).map(print -> new Kept(print, language)));
    }

    @BeforeAll
    static void load() throws IOException {
        prints = Prints.create();
        if (Boolean.getBoolean("vigil.golden.write")) {
            for (Kept kept : kept().toList()) {
                kept.golden().write(kept.pdf());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kept")
    void thePrintLooksAsItDid(Kept print) throws IOException {
        assertThat(print.golden().text()).as(HOW).exists();
        assertThat(print.golden().differences(print.pdf(), FAILED))
                .as("%s: see %s. If it is meant to: %s", print, FAILED, HOW)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kept")
    void thePrintSaysWhatItDid(Kept print) throws IOException {
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

        assertThat(new Kept(Print.HANDOVER, "en").golden().differences(later, dir))
                .isNotEmpty();
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
