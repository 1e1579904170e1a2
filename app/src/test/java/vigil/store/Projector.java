package vigil.store;

import java.nio.file.Path;
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
        project(store, events, 0, count);
    }

    /** Goes on behind the first {@code from} events, which the store has taken since it was opened. */
    static void project(SessionStore store, List<Event> events, int from, int until) throws StoreException {
        Engine engine = new Engine();
        events.subList(0, from).forEach(engine::accept);
        for (int i = from; i < until; i++) {
            store.project(i + 1, hash(i + 1), engine.accept(events.get(i)));
        }
    }

    /** A database made anew in a folder, with all these events. */
    static SessionStore filled(Path folder, List<Event> events) throws StoreException {
        SessionStore store = SessionStore.rebuild(folder);
        project(store, events);
        store.commit();
        return store;
    }

    static boolean holds(SessionRecord.JournalHead head) {
        return head.chainHash().equals(hash(head.sequence()));
    }

    static String hash(long sequence) {
        return "%064x".formatted(sequence * 7919);
    }
}
