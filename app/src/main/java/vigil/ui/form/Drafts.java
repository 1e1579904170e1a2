package vigil.ui.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The one home of forms that are half filled: what changes is handed to the record every few seconds and stands there
 * again after a restart of the program. A form that is saved or given up leaves nothing behind, and all end with the
 * session they belong to. Belongs to the JavaFX thread.
 */
public final class Drafts {
    /** Keeps a crash from costing more than a few words, and the record from growing with every key. */
    static final int PERIOD_MILLIS = 2_000;

    private final BiConsumer<String, Map<String, String>> record;
    private final Map<String, Consumer<Map<String, String>>> forms = new HashMap<>();
    private final Map<String, Map<String, String>> waiting = new LinkedHashMap<>();
    private long sinceHandedOver;
    private boolean restored;
    private boolean closed;

    /** {@code record} takes the name of a form and what was typed, by field; nothing once it is to be forgotten. */
    public Drafts(BiConsumer<String, Map<String, String>> record) {
        this.record = record;
    }

    /** A form of that name; {@code restore} is told what was kept before, and nothing when a session ends. */
    public void own(String name, Consumer<Map<String, String>> restore) {
        forms.put(name, restore);
    }

    /** A form of questions, kept under that name. */
    public Form form(String name) {
        Form form = new Form(answers -> changed(name, answers.texts()));
        own(name, texts -> form.restore(new Answers(texts)));
        return form;
    }

    /** What the form holds now. */
    public void changed(String name, Map<String, String> texts) {
        waiting.put(name, Map.copyOf(texts));
        if (texts.isEmpty()) {
            handOver();
        }
    }

    /** Time went by: hands over what has changed, at most every {@value #PERIOD_MILLIS} ms. */
    public void passed(long millis) {
        sinceHandedOver += millis;
        if (sinceHandedOver >= PERIOD_MILLIS) {
            handOver();
        }
    }

    /** Hands over what has changed, at once. */
    public void handOver() {
        sinceHandedOver = 0;
        waiting.forEach(record);
        waiting.clear();
    }

    /**
     * What the record holds, as the newest snapshot tells it. Only the first one restores: from then on the forms know
     * better.
     *
     * @param sessionClosed the session has ended, and with it what was typed for it
     */
    public void see(Map<String, Map<String, String>> kept, boolean sessionClosed) {
        if (sessionClosed && !closed && restored) {
            waiting.clear();
            forms.values().forEach(form -> form.accept(Map.of()));
        }
        closed = sessionClosed;
        if (!restored) {
            restored = true;
            kept.forEach((name, texts) -> forms.getOrDefault(name, _ -> {}).accept(texts));
        }
    }
}
