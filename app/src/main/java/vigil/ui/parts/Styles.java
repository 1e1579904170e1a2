package vigil.ui.parts;

import java.net.URL;
import vigil.look.Look;

/** Where the toolkit finds the stylesheet of every view. Safe from any thread. */
public final class Styles {
    private static final String COMPILED = "console.bss";

    private Styles() {}

    /**
     * As the build has compiled it into the program's jar, so that no start has to parse it. Outside a jar, where the text may be
     * newer than what was compiled, it is the text.
     */
    public static String sheet() {
        URL compiled = Styles.class.getResource(COMPILED);
        return compiled != null && compiled.getProtocol().equals("jar") ? compiled.toExternalForm() : Look.stylesheet();
    }
}
