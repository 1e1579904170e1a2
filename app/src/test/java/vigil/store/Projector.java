package vigil.store;

import java.util.List;
import vigil.engine.Engine;
import vigil.session.Event;

/** Feeds a store with events through an engine of its own, with chain hashes that stand for a journal's. */
final class Projector {
    private Projector() {}

    static void project(SessionStore store, List<Event> events) throws StoreException {
        project(store, events, events.size());
    }

    static void project(SessionStore store, List<Event> events, int count) throws StoreException {
        Engine engine = new Engine();
        for (int i = 0; i < count; i++) {
            store.project(i + 1, hash(i + 1), engine.accept(events.get(i)));
        }
    }

    static boolean holds(SessionRecord.JournalHead head) {
        return head.chainHash().equals(hash(head.sequence()));
    }

    static String hash(long sequence) {
        return "%064x".formatted(sequence * 7919);
    }
}
