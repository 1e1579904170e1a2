package vigil.pump.alaris;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.FlowRate;
import vigil.pump.Remark;
import vigil.pump.Volume;

/** What one valid frame says, by the query it answers (sections 3.6 and 3.7). Immutable. */
public sealed interface AlarisAnswer {
    /** Answer to INST_SERIALNO. */
    record SerialNumber(String serialNumber) implements AlarisAnswer {}

    /** Answer to COMMS_PROTOCOL: name and revision, for example {@code Asena Rev 2.1.5}. */
    record Protocol(String name) implements AlarisAnswer {}

    /** Answer to COMMS_RESPONSE_MAX: the longest the pump takes to answer. */
    record ResponseMax(Duration longest) implements AlarisAnswer {}

    /** Answer to SYRINGE_STATUS, blanks at either end taken off. */
    record Syringe(String brand, String size, String confirmation) implements AlarisAnswer {}

    /** Answer to INF_RATE, INF_RATE_MAX_SYRINGE or INF_VI. */
    record Quantity(AlarisQuery of, BigDecimal amount, String unit) implements AlarisAnswer {}

    /** Answer to INF_VTBI; no volume when none is set. */
    record Vtbi(Optional<Volume> volume) implements AlarisAnswer {}

    /**
     * Answer to ALARM.
     *
     * @param code for example {@code AL_OCCLU}; {@code AL_NOALM} means none
     * @param words the text beside it, usually blank
     */
    record Alarm(String code, String words) implements AlarisAnswer {}

    /**
     * Answer to INF. What the pump does not say is null: this is the most frequent answer, and a reading is made of it.
     *
     * @param alarmFlag {@code -} for none
     * @param mode {@code SET} and {@code HLD} are the only ones seen
     */
    record Status(
            @Nullable String serialNumber,
            String alarmFlag,
            String mode,
            @Nullable FlowRate flowRate,
            @Nullable Volume volumeInfused,
            @Nullable BigDecimal pressureMmHg,
            @Nullable Duration timeRemaining,
            List<Remark> remarks)
            implements AlarisAnswer {
        public Status {
            remarks = List.copyOf(remarks);
        }
    }

    /** A valid frame that is no answer Vigil understands, and why. */
    record Unreadable(String reason) implements AlarisAnswer {}
}
