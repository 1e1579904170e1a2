package vigil.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Appends and forces entries, prints the sequence of each and how much it holds, and lets go of no memory. Made to run out of it. */
final class AppendUntilHeapIsFull {
    private static final int LEAK = 1 << 16;

    private AppendUntilHeapIsFull() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SampleEvents samples = new SampleEvents(1);
        List<byte[]> leaked = new ArrayList<>();
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
                Journal journal = Journal.open(data)) {
            while (true) {
                for (var event : samples.everyKind()) {
                    Head head = journal.append(event);
                    journal.force();
                    leaked.add(new byte[LEAK]);
                    out.println(head.sequence() + " " + leaked.size());
                }
            }
        }
    }
}
