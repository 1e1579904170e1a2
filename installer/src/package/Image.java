import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The folder that runs: Java, the program and what starts it. */
interface Image {
    void make() throws Exception;

    /** Where the program's own files go. */
    Path app();

    Path java();

    /** Options of a program that shows a window, as {@link #java} takes them. */
    List<String> windowOptions() throws IOException;

    /** As the program is started with, to the letter: the cache for a fast start fits this one only. */
    String classPath() throws IOException;
}
