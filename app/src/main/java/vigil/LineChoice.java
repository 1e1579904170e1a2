package vigil;

import java.util.Optional;
import vigil.pump.LineSettings;
import vigil.pump.LineSettings.Parity;
import vigil.pump.PumpModel;
import vigil.pump.line.PortAddress;

/** What a site sets differently on its serial line; whatever is absent stays as it leaves the pump's factory. */
public record LineChoice(
        Optional<Integer> baud, Optional<Integer> dataBits, Optional<Parity> parity, Optional<Integer> stopBits) {
    public static final LineChoice FACTORY =
            new LineChoice(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** These settings, whatever the pump's factory says. */
    static LineChoice of(LineSettings settings) {
        return new LineChoice(
                Optional.of(settings.baud()),
                Optional.of(settings.dataBits()),
                Optional.of(settings.parity()),
                Optional.of(settings.stopBits()));
    }

    /** That model there with these settings; a value that is outside, or has no effect there, is refused by name. */
    public ChosenPump pump(PumpModel model, PortAddress port) {
        if (!equals(FACTORY) && !hasSettings(port)) {
            throw new IllegalArgumentException(
                    "line settings (baud, data bits, parity, stop bits) have no effect at %s: leave them out, and set them at the device server itself"
                            .formatted(port));
        }
        return new ChosenPump(model, port, on(model.lineSettings()));
    }

    private static boolean hasSettings(PortAddress port) {
        return switch (port) {
            case PortAddress.Device _, PortAddress.Rfc2217 _ -> true;
            case PortAddress.Tcp _, PortAddress.Capture _ -> false;
        };
    }

    /** These settings where they are given, else those of the factory. */
    public LineSettings on(LineSettings factory) {
        return new LineSettings(
                baud.orElse(factory.baud()),
                dataBits.orElse(factory.dataBits()),
                parity.orElse(factory.parity()),
                stopBits.orElse(factory.stopBits()));
    }
}
