package vigil.export;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Arabic letters in the form that their neighbours ask for: a PDF names glyphs, and nothing joins letters after that. The
 * forms are those of Unicode's presentation blocks, which list isolated, final, initial and medial form of each letter in
 * this order; letters without such forms (some of African languages) are not drawn at all. Harakat are not drawn either.
 */
final class ArabicForms {
    private static final int ISOLATED = 0;
    private static final int FINAL = 1;
    private static final int INITIAL = 2;
    private static final int MEDIAL = 3;
    private static final int TATWEEL = 0x0640;
    private static final int LAM = 0x0644;
    private static final Map<Integer, int[]> FORMS = forms();
    /** Lam and alef are written as one: for each alef the isolated form, which the final one follows. */
    private static final Map<Integer, Integer> LAM_ALEF =
            Map.of(0x0622, 0xFEF5, 0x0623, 0xFEF7, 0x0625, 0xFEF9, 0x0627, 0xFEFB);

    private static final Set<Integer> UNJOINED = Set.of(0x060C, 0x061B, 0x061F, 0x066A, 0x066B, 0x066C, 0x066D, 0x06D4);

    private ArabicForms() {}

    private static Map<Integer, int[]> forms() {
        Map<Integer, int[]> forms = new HashMap<>();
        blocks().forEach(form -> {
            String letter = Normalizer.normalize(Character.toString(form), Normalizer.Form.NFKC);
            if (letter.length() == 1) {
                forms.merge((int) letter.charAt(0), new int[] {form}, ArabicForms::joined);
            }
        });
        return forms;
    }

    /** Letters of Persian and Urdu before those of Arabic; the two Uighur forms between them belong to a letter that has its own. */
    private static IntStream blocks() {
        return Stream.of(
                        IntStream.rangeClosed(0xFB50, 0xFBB1),
                        IntStream.rangeClosed(0xFBD3, 0xFBE7),
                        IntStream.rangeClosed(0xFBFC, 0xFBFF),
                        IntStream.rangeClosed(0xFE80, 0xFEF4))
                .flatMapToInt(block -> block);
    }

    private static int[] joined(int[] some, int[] more) {
        return IntStream.concat(IntStream.of(some), IntStream.of(more)).toArray();
    }

    /** Whether a character comes out right: no Arabic letter, or one whose joined forms are known. */
    static boolean isJoinedRight(int character) {
        return UnicodeScript.of(character) != UnicodeScript.ARABIC
                || !Character.isLetter(character)
                || UNJOINED.contains(character)
                || character == TATWEEL
                || FORMS.containsKey(character);
    }

    /** The text, still in the order it is read, with every letter in its form. */
    static String shaped(String text) {
        StringBuilder out = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean before = i > 0 && joinsNext(characters[i - 1]);
            Integer ligature =
                    i + 1 < characters.length && characters[i] == LAM ? LAM_ALEF.get(characters[i + 1]) : null;
            if (ligature != null) {
                out.appendCodePoint(ligature + (before ? FINAL : ISOLATED));
                i++;
            } else {
                boolean after = i + 1 < characters.length && joinsPrevious(characters[i + 1]);
                out.appendCodePoint(form(characters[i], before, after));
            }
        }
        return out.toString();
    }

    private static int form(int character, boolean before, boolean after) {
        int[] forms = FORMS.getOrDefault(character, new int[] {character});
        boolean onwards = after && forms.length > MEDIAL;
        if (before && forms.length > FINAL) {
            return forms[onwards ? MEDIAL : FINAL];
        }
        return forms[onwards ? INITIAL : ISOLATED];
    }

    private static boolean joinsNext(int character) {
        int[] forms = FORMS.get(character);
        return character == TATWEEL || (forms != null && forms.length > MEDIAL);
    }

    private static boolean joinsPrevious(int character) {
        int[] forms = FORMS.get(character);
        return character == TATWEEL || (forms != null && forms.length > FINAL);
    }
}
