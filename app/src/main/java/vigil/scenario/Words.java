package vigil.scenario;

import java.util.ArrayList;
import java.util.List;

/** The words of one line, read from left to right; text in double quotes is one word. Not thread-safe. */
final class Words {
    private final String line;
    private final List<String> words;
    private int next;

    Words(String line) {
        this.line = line;
        this.words = split(line);
    }

    boolean isEmpty() {
        return next >= words.size();
    }

    /** @param wanted what the word should be, for the message when there is none */
    String take(String wanted) {
        if (isEmpty()) {
            throw new ScenarioException("'%s': %s is missing at the end".formatted(line, wanted));
        }
        return words.get(next++);
    }

    boolean takeIf(String word) {
        boolean found = !isEmpty() && words.get(next).equals(word);
        next += found ? 1 : 0;
        return found;
    }

    void expect(String word) {
        String found = take("'" + word + "'");
        if (!found.equals(word)) {
            throw unknown(found, "'" + word + "'");
        }
    }

    ScenarioException unknown(String found, String wanted) {
        return new ScenarioException("'%s': found '%s' where %s should stand".formatted(line, found, wanted));
    }

    void expectEnd() {
        if (!isEmpty()) {
            throw unknown(words.get(next), "the end of the line");
        }
    }

    private static List<String> split(String line) {
        List<String> found = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        boolean open = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                open = true;
            } else if (Character.isWhitespace(c) && !quoted) {
                if (open) {
                    found.add(word.toString());
                    word.setLength(0);
                }
                open = false;
            } else {
                word.append(c);
                open = true;
            }
        }
        if (open) {
            found.add(word.toString());
        }
        return found;
    }
}
