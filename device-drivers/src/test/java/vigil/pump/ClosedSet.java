package vigil.pump;

import vigil.pump.alaris.PrintedQueries;

/**
 * What may be sent to a pump of each model, as printed on the protocol page and by a reckoning of its own: it shares nothing
 * with what the drivers themselves hold to be permitted. Whatever a test lets a link or a line send is held against it.
 */
public final class ClosedSet {
    private ClosedSet() {}

    /** Fails on anything else. */
    public static void verify(PumpModel model, byte[] sent) {
        switch (model) {
            case BCC -> vigil.pump.bcc.PrintedQueries.verify(sent);
            case ALARIS -> PrintedQueries.verify(sent);
            case NEW_ERA -> vigil.pump.newera.PrintedQueries.verify(sent);
            case FRESENIUS -> vigil.pump.fresenius.PrintedQueries.verify(sent);
        }
    }
}
