package vigil.ui.attention;

import vigil.rules.Finding.BasisLine;
import vigil.ui.parts.Phrases;

/**
 * One line of the numbers behind a prompt, in words.
 *
 * @param sum what the figures are, or how they are computed
 */
public record BasisWords(String sum, String result) {

    public static BasisWords of(BasisLine line, Phrases phrases) {
        String sum = line.label().isEmpty()
                ? line.sum()
                : phrases.words().find(line.label()).orElse(line.label());
        return new BasisWords(phrases.words().localised(sum), phrases.words().localised(line.result()));
    }

    public String inOneLine() {
        return (sum + " " + result).strip();
    }
}
