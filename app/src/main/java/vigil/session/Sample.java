package vigil.session;

import java.util.List;
import vigil.pump.PumpReading;
import vigil.pump.Quality;
import vigil.pump.Remark;

/** One reading of a pump, placed on the session's elapsed time. */
public record Sample(PumpReading reading, Stamp at) {
    /** True when a person read it off the pump, because no wire reaches it. */
    public boolean isCharted() {
        List<Remark> remarks = reading.remarks();
        return !remarks.isEmpty() && remarks.getFirst().quality() == Quality.CHARTED;
    }
}
