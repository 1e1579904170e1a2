package vigil.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Appends readings and notes for ever, or so many times everything that can happen; prints the head of each note once it has
 * been forced. Made to be killed.
 */
final class AppendUntilKilled {
    private AppendUntilKilled() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        SampleEvents samples = new SampleEvents(Long.parseLong(arguments[1]));
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Integer.MAX_VALUE;
        try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
                Journal journal = Journal.open(data)) {
            for (int round = 0; round < rounds; round++) {
                for (var event : samples.everyKind()) {
                    Head head = journal.append(event);
                    if (Durability.of(event) == Durability.FORCED) {
                        journal.force();
                        out.println(head.sequence() + " " + head.chainHash());
                    }
                }
            }
        }
    }
}
