package vigil.export;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Arabic and Hebrew in the order of the eye, by the platform's own bidirectional algorithm (Unicode Standard Annex 9). The
 * layout engine offers a module for it that needs a library of 15 MB. Immutable.
 */
final class RightToLeft implements BidiReorderer {
    private static final String APART = "\u200E";
    /** From the first to the last letter that reads from right to left, with what stands between. */
    private static final Pattern STRETCH =
            Pattern.compile("[\\p{IsHebrew}\\p{IsArabic}](?:[^\\p{L}\\p{N}]*[\\p{IsHebrew}\\p{IsArabic}])*");

    static boolean isIn(String text) {
        char[] characters = text.toCharArray();
        return Bidi.requiresBidi(characters, 0, characters.length);
    }

    /**
     * The text with an invisible left-to-right mark on both sides of each stretch: without, a number that follows a name
     * would be drawn before it. The layout engine draws nothing for the mark.
     */
    static String setApart(String text) {
        return isIn(text) ? STRETCH.matcher(text).replaceAll(APART + "$0" + APART) : text;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .map(character -> Character.isMirrored(character) ? mirrored(character) : character)
                .forEach(out::appendCodePoint);
        return out.reverse().toString();
    }

    private static int mirrored(int character) {
        return switch (character) {
            case '(' -> ')';
            case ')' -> '(';
            case '[' -> ']';
            case ']' -> '[';
            case '<' -> '>';
            case '>' -> '<';
            case '{' -> '}';
            case '}' -> '{';
            case '«' -> '»';
            case '»' -> '«';
            default -> character;
        };
    }

    @Override
    public String shapeText(String text) {
        return ArabicForms.shaped(text);
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Cuts a paragraph into runs of one direction. */
    static final class Splitter implements BidiSplitter {
        private Bidi paragraph = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);
        private Integer[] visual = {};

        @Override
        public void setParagraph(String text, byte direction) {
            paragraph = new Bidi(text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int runs = paragraph.getRunCount();
            byte[] levels = new byte[runs];
            for (int i = 0; i < runs; i++) {
                levels[i] = (byte) paragraph.getRunLevel(i);
            }
            visual = IntStream.range(0, runs).boxed().toArray(Integer[]::new);
            if (runs > 0) {
                Bidi.reorderVisually(levels, 0, visual, 0, runs);
            }
        }

        @Override
        public int countTextRuns() {
            return visual.length;
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            int run = visual[index];
            int start = paragraph.getRunStart(run);
            boolean rightToLeft = paragraph.getRunLevel(run) % 2 == 1;
            return new BidiTextRun(start, paragraph.getRunLimit(run) - start, rightToLeft ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String text) {
            return LTR;
        }
    }
}
