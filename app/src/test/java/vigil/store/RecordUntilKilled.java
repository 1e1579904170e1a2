package vigil.store;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vigil.engine.Engine;
import vigil.journal.DataDirectory;
import vigil.journal.Durability;
import vigil.journal.Head;
import vigil.journal.Journal;
import vigil.session.Event;

/** Takes up a course where the journal ends, appends, projects, and prints each entry it acknowledges. Made to be killed. */
final class RecordUntilKilled {
    private static final int STEPS_A_COMMIT = 37;

    private RecordUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Path dir = Path.of(arguments[0]);
        try (DataDirectory data = DataDirectory.open(dir);
                Journal journal = Journal.open(data);
                SessionStore store = RestartTest.open(dir, journal)) {
            Engine engine = new Engine();
            RestartTest.replay(journal, engine, store);
            record(journal, engine, store, out);
            out.println("done");
            System.in.transferTo(out);
        }
    }

    private static void record(Journal journal, Engine engine, SessionStore store, PrintStream out) throws Exception {
        List<Event> events = SampleCourse.twoHours("s-first").events();
        for (int i = (int) journal.head().sequence(); i < events.size(); i++) {
            Event event = events.get(i);
            Head head = journal.append(event);
            store.project(head.sequence(), head.chainHash(), engine.accept(event));
            if (Durability.of(event) == Durability.FORCED) {
                journal.force();
                out.println(head.sequence());
            }
            if (i % STEPS_A_COMMIT == 0) {
                store.commit();
            }
        }
    }
}
