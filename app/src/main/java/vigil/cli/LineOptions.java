package vigil.cli;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import vigil.LineChoice;
import vigil.pump.LineSettings.Parity;

/** How a serial line is set, where it differs from the pump's factory settings. */
public final class LineOptions {
    @Option(names = "--baud", paramLabel = "N", description = "Line speed, 300 to 921600; default: the pump's own.")
    private @Nullable Integer baud;

    @Option(names = "--data-bits", paramLabel = "N", description = "7 or 8; default: the pump's own.")
    private @Nullable Integer dataBits;

    @Option(names = "--parity", paramLabel = "NAME", description = "none, even or odd; default: the pump's own.")
    private @Nullable String parity;

    @Option(names = "--stop-bits", paramLabel = "N", description = "1 or 2; default: the pump's own.")
    private @Nullable Integer stopBits;

    LineChoice choice() {
        return new LineChoice(
                Optional.ofNullable(baud),
                Optional.ofNullable(dataBits),
                Optional.ofNullable(parity).map(Parity::named),
                Optional.ofNullable(stopBits));
    }
}
