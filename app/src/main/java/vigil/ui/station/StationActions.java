package vigil.ui.station;

import java.util.function.Consumer;
import vigil.ui.history.Archive;

/** What a station may ask for; none of it reaches a bedside. Called on the JavaFX thread, answered there. */
public interface StationActions {
    /** Reads a room's record and follows it, until {@link #leave}. */
    void open(String room);

    /** The way to a room's record, to look at what is past; answered on any thread. */
    Archive past(String room);

    /** Nobody looks at a room any more. */
    void leave();

    /** Silences the station, and only the station, for a while; a second call ends that. */
    void pauseSound();

    /** Writes the shift overview of the ward as a PDF and says, in one line, where it lies or why it does not. */
    void print(Consumer<String> answer);
}
