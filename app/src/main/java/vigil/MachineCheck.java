package vigil;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vigil.pump.line.PortAddress;
import vigil.selftest.Check;
import vigil.selftest.ClockCheck;
import vigil.selftest.DiskCheck;
import vigil.selftest.DisplayCheck;
import vigil.selftest.Finding;
import vigil.selftest.Part;
import vigil.selftest.PrinterCheck;
import vigil.selftest.SelfTest;
import vigil.selftest.SerialCheck;
import vigil.selftest.SoundCheck;
import vigil.selftest.SystemClock;
import vigil.ui.Display;

/** The self-test of this machine for a console with that data directory. */
public final class MachineCheck {
    /** For each part; a print service that cannot be reached gives up after about as long. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Wiring wiring;
    private final Path folder;

    public MachineCheck(Wiring wiring, Path folder) {
        this.wiring = wiring;
        this.folder = folder;
    }

    /** Ready to run. */
    public SelfTest selfTest() {
        Map<Part, Check> checks = new EnumMap<>(Part.class);
        checks.put(Part.DISPLAY, new DisplayCheck(MachineCheck::missingDisplay));
        checks.put(Part.SOUND, new SoundCheck());
        checks.put(Part.DISK, new DiskCheck(folder, wiring.ticker()));
        checks.put(Part.PRINTER, new PrinterCheck());
        checks.put(Part.SERIAL_PERMISSION, this::serial);
        checks.put(Part.CLOCK, new ClockCheck(wiring.ticker(), SystemClock::isKept, ZoneId.systemDefault()));
        return new SelfTest(checks, work -> wiring.start("self-test", work), PATIENCE);
    }

    private Finding serial() throws IOException {
        Optional<PortAddress> chosen = Settings.in(folder).pump().map(ChosenPump::port);
        return new SerialCheck(() -> wiring.serialPorts(folder).list(), chosen).look();
    }

    private static Optional<String> missingDisplay() {
        return switch (Display.detect()) {
            case Display.Available() -> Optional.empty();
            case Display.Missing(String reason) -> Optional.of(reason);
        };
    }
}
