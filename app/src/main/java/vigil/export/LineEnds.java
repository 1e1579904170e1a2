package vigil.export;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/** Where a line of a print may end: where words end, and never inside a number, a time or a date. Not thread-safe. */
final class LineEnds implements FSTextBreaker {
    private static final String WITHIN_NUMBERS = ":./–-";

    private final BreakIterator usual = BreakIterator.getLineInstance(Locale.ROOT);
    private String text = "";

    @Override
    public void setText(String text) {
        this.text = text;
        usual.setText(text);
    }

    @Override
    public int next() {
        int at = usual.next();
        while (isInsideNumber(at)) {
            at = usual.next();
        }
        return at;
    }

    private boolean isInsideNumber(int at) {
        return at >= 2
                && at < text.length()
                && Character.isDigit(text.charAt(at))
                && WITHIN_NUMBERS.indexOf(text.charAt(at - 1)) >= 0
                && Character.isDigit(text.charAt(at - 2));
    }
}
