package vigil.pump.line;

import java.io.IOException;

/** Opens a line, again and again; a failure says in one sentence what is wrong with which port and what mends it. */
@FunctionalInterface
public interface LineSource {
    Line open() throws IOException;
}
