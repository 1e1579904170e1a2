package vigil.ui.form;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What has been typed into a form so far, word for word: what cannot be read is kept as well as what can. Immutable.
 *
 * @param texts by the keys of the questions; nothing for a field that is empty
 */
public record Answers(Map<String, String> texts) {
    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        texts = Map.copyOf(texts);
    }

    public String text(Question<?> question) {
        return texts.getOrDefault(question.key(), "");
    }

    /** With another text; an empty one takes the answer back. */
    public Answers with(Question<?> question, String text) {
        Map<String, String> next = new TreeMap<>(texts);
        if (text.isEmpty()) {
            next.remove(question.key());
        } else {
            next.put(question.key(), text);
        }
        return new Answers(next);
    }

    public <T> Reading<T> read(Question<T> question) {
        return question.kind().read(text(question));
    }

    /** What was answered, if it can be read. */
    public <T> Optional<T> value(Question<T> question) {
        return read(question).value();
    }

    /** True when it is ticked. */
    public boolean isTicked(Question<Boolean> question) {
        return value(question).orElse(false);
    }

    /** True when nothing was typed, or something that can be read. */
    public boolean isSound(Question<?> question) {
        return read(question).fault().isEmpty();
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
