package vigil;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens every jar of the program once and leaves it open. The class loader opens a jar when it is first needed; an upgrade
 * puts others in their place, and a running console that needs its export for the first time after that would find the wrong
 * one or none. What is open stays what it was.
 */
final class OwnJars implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnJars.class);
    private static final String NOWHERE = "vigil/there-is-no-such-file";

    @Override
    public void run() {
        try {
            // Looking for what no jar has makes the loader open all of them.
            Enumeration<URL> found = OwnJars.class.getClassLoader().getResources(NOWHERE);
            LOG.debug("All jars are open; found there: {}", found.hasMoreElements());
        } catch (IOException e) {
            LOG.warn("Not all jars of the program could be opened; an upgrade during a session needs a restart", e);
        }
    }
}
