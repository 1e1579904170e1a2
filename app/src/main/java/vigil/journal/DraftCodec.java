package vigil.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vigil.pump.Moment;
import vigil.session.Event;

/** A form left half filled, as the fields of an entry. */
final class DraftCodec {
    private DraftCodec() {}

    static void write(Event.DraftKept kept, JsonOut out) throws IOException {
        Map<String, String> texts = new TreeMap<>(kept.texts());
        out.text("form", kept.form());
        out.texts("fields", texts.keySet());
        out.texts("texts", new ArrayList<>(texts.values()));
    }

    static Event read(Moment at, JsonIn in) {
        List<String> fields = in.texts("fields");
        List<String> texts = in.texts("texts");
        if (fields.size() != texts.size()) {
            throw new IllegalArgumentException(
                    "a draft of %d fields with %d texts".formatted(fields.size(), texts.size()));
        }
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            typed.put(fields.get(i), texts.get(i));
        }
        return new Event.DraftKept(at, in.text("form"), typed);
    }
}
