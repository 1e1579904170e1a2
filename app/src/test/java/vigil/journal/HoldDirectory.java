package vigil.journal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Holds a data directory, says {@code held} or why not, and waits until its input ends. */
final class HoldDirectory {
    private HoldDirectory() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        try (DataDirectory _ = DataDirectory.open(Path.of(arguments[0]))) {
            out.println("held");
            System.in.transferTo(out);
        } catch (JournalException e) {
            out.println(e.getMessage());
        }
    }
}
