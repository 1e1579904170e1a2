package vigil.session;

import vigil.pump.PumpReading;

/** One reading of a pump, placed on the session's elapsed time. */
public record Sample(PumpReading reading, Stamp at) {}
