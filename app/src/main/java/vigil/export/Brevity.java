package vigil.export;

import java.util.List;
import java.util.function.Function;

/** How much of a list stands on a handover sheet; tried in this order until the sheet fits on its page. */
enum Brevity {
    DETAILED(8, Integer.MAX_VALUE, 400, true),
    SHORT(4, Integer.MAX_VALUE, 200, true),
    SHORTER(2, Integer.MAX_VALUE, 120, true),
    /** From here on the drawing of the course gives way: what is active must not. */
    TEXT_ONLY(2, Integer.MAX_VALUE, 80, false),
    /** More is active at once than a page can hold. */
    MANY(1, 30, 60, false),
    SOME(1, 20, 60, false),
    FEW(1, 12, 60, false),
    BARE(1, 4, 40, false);

    /** Longest name printed in a line. */
    static final int NAME_LENGTH = 60;

    private final int entries;
    private final int activeEntries;
    private final int textLength;
    private final boolean plot;

    Brevity(int entries, int activeEntries, int textLength, boolean plot) {
        this.entries = entries;
        this.activeEntries = activeEntries;
        this.textLength = textLength;
        this.plot = plot;
    }

    boolean hasPlot() {
        return plot;
    }

    int textLength() {
        return textLength;
    }

    /** The newest entries of a list that is oldest first, then how many more the log holds. */
    <T> String newest(List<T> oldestFirst, PrintWords words, Function<T, String> text) {
        return shortened(oldestFirst, entries, words, text);
    }

    /** As {@link #newest}, for what is active now: shortened only when no page could hold it. */
    <T> String active(List<T> oldestFirst, PrintWords words, Function<T, String> text) {
        return shortened(oldestFirst, activeEntries, words, text);
    }

    private <T> String shortened(List<T> oldestFirst, int most, PrintWords words, Function<T, String> text) {
        if (oldestFirst.isEmpty()) {
            return words.text("none");
        }
        int more = Math.max(0, oldestFirst.size() - most);
        List<String> shown = oldestFirst.stream()
                .skip(more)
                .map(entry -> Excerpt.of(text.apply(entry), textLength))
                .toList();
        return String.join("; ", shown) + (more == 0 ? "" : " " + words.text("more", more));
    }
}
