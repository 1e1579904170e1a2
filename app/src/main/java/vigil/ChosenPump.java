package vigil;

import vigil.pump.LineSettings;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;

/**
 * Which pump is read, where it is, and how its serial line is set.
 *
 * @param settings used by serial ports, here or at an RFC 2217 device server
 */
public record ChosenPump(PumpModel model, PortAddress port, LineSettings settings) {
    /** True for a wire that was recorded before: nothing of it happens now. */
    boolean isCapture() {
        return port instanceof PortAddress.Capture;
    }
}
