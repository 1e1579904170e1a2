package vigil.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PrintFontsTest {
    private static PrintFonts fonts;

    @BeforeAll
    static void load() throws IOException {
        fonts = PrintFonts.load();
    }

    @Test
    void aCharacterWithoutAGlyphBecomesAVisibleMarker() {
        assertThat(fonts.sans("क😀한")).isEqualTo("[U+0915][U+1F600][U+D55C]");
    }

    @Test
    void anArabicLetterWhoseJoinedFormsAreNotKnownIsMarked() {
        assertThat(fonts.sans("\u0750")).isEqualTo("[U+0750]");
    }

    @Test
    void aHarakaOrANiqqudThatWouldStandWrongIsMarked() {
        assertThat(fonts.sans("\u05D0\u05B8")).contains("\u05D0", "[U+05B8]");
    }

    @Test
    void decomposedLettersAreComposed() {
        assertThat(fonts.sans("Zoe\u0308")).isEqualTo("Zoë");
    }

    @Test
    void aMarkThatDoesNotComposeIsShownAndNotDrawnOverItsNeighbour() {
        assertThat(fonts.sans("x\u0302")).isEqualTo("x[U+0302]");
    }

    @Test
    void invisibleAndDirectionCharactersAreShown() {
        assertThat(fonts.sans("a\u202Eb\u200Bc\u0007")).isEqualTo("a[U+202E]b[U+200B]c[U+0007]");
    }

    @Test
    void lineBreaksBecomeSpaces() {
        assertThat(fonts.sans("a\nb\tc")).isEqualTo("a b c");
    }

    @Test
    void everyWordOfThePrintsCanBeDrawn() {
        ResourceBundle words = ResourceBundle.getBundle("vigil.look.print.words");

        assertThat(words.keySet())
                .allSatisfy(key -> assertThat(fonts.sans(words.getString(key))).isEqualTo(words.getString(key)));
        assertThat(fonts.sans("→↑↓✓≤×–…“”")).isEqualTo("→↑↓✓≤×–…“”");
    }
}
