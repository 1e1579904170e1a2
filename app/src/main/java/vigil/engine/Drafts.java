package vigil.engine;

import java.util.HashMap;
import java.util.Map;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.Session;

/**
 * The forms that are half filled, as the journal last kept them. No part of the session: no rule can read them. They end
 * with the session they belong to, so that nothing typed for one patient meets another. Immutable.
 *
 * @param byForm what was typed, by field, for each form
 */
record Drafts(Map<String, Map<String, String>> byForm) {
    static final Drafts NONE = new Drafts(Map.of());

    Drafts {
        byForm = Map.copyOf(byForm);
    }

    Drafts after(Event event, Session before, Session session) {
        if (event instanceof Event.DraftKept kept) {
            return with(kept);
        }
        boolean closed = session.phase() == Phase.CLOSED && before.phase() != Phase.CLOSED;
        boolean superseded = before.isOpen() && !session.id().equals(before.id());
        return closed || superseded ? NONE : this;
    }

    private Drafts with(Event.DraftKept kept) {
        Map<String, Map<String, String>> next = new HashMap<>(byForm);
        if (kept.texts().isEmpty()) {
            next.remove(kept.form());
        } else {
            next.put(kept.form(), kept.texts());
        }
        return new Drafts(next);
    }
}
