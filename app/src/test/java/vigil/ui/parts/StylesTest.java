package vigil.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.css.CssParser;
import javafx.css.Declaration;
import javafx.css.ParsedValue;
import javafx.css.Rule;
import javafx.css.Stylesheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.look.Look;

/** The build compiles the stylesheet; what runs must look like what is tested from the text. */
class StylesTest {
    @TempDir
    Path folder;

    private static byte[] text() {
        String uri = Look.stylesheet();
        return Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    }

    private Stylesheet compiled() throws IOException {
        Path text = Files.write(folder.resolve("console.css"), text());
        Path binary = folder.resolve("console.bss");
        Stylesheet.convertToBinary(text.toFile(), binary.toFile());
        return Stylesheet.loadBinary(binary.toUri().toURL());
    }

    @Test
    void compiledRulesSayWhatTheTextSays() throws IOException {
        List<Rule> compiled = compiled().getRules();
        List<Rule> parsed = new CssParser()
                .parse(new String(text(), StandardCharsets.UTF_8))
                .getRules();

        assertThat(compiled).hasSameSizeAs(parsed);
        for (int i = 0; i < parsed.size(); i++) {
            assertThat(compiled.get(i).getSelectors()).isEqualTo(parsed.get(i).getSelectors());
            assertSame(compiled.get(i), parsed.get(i));
        }
    }

    private static void assertSame(Rule compiled, Rule parsed) {
        List<Declaration> from = List.copyOf(parsed.getDeclarations());
        List<Declaration> read = List.copyOf(compiled.getDeclarations());
        assertThat(read)
                .extracting(Declaration::getProperty)
                .isEqualTo(from.stream().map(Declaration::getProperty).toList());
        for (int i = 0; i < from.size(); i++) {
            assertThat(isSame(read.get(i).getParsedValue(), from.get(i).getParsedValue()))
                    .as("%s of %s", from.get(i).getProperty(), parsed.getSelectors())
                    .isTrue();
        }
    }

    /** Values hold arrays of values, which the toolkit compares by where they lie. */
    private static boolean isSame(@Nullable Object one, @Nullable Object other) {
        if (one instanceof ParsedValue<?, ?> a && other instanceof ParsedValue<?, ?> b) {
            return isSame(a.getValue(), b.getValue()) && Objects.equals(a.getConverter(), b.getConverter());
        }
        if (one instanceof Object[] a && other instanceof Object[] b) {
            return a.length == b.length && IntStream.range(0, a.length).allMatch(i -> isSame(a[i], b[i]));
        }
        return Objects.equals(one, other);
    }

    @Test
    void classesThatAreBeingWorkedOnAreStyledByTheText() {
        assertThat(Styles.sheet()).isEqualTo(Look.stylesheet());
    }
}
