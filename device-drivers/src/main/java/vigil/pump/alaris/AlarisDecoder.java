package vigil.pump.alaris;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.Volume;
import vigil.pump.alaris.AlarisAnswer.Alarm;
import vigil.pump.alaris.AlarisAnswer.Protocol;
import vigil.pump.alaris.AlarisAnswer.Quantity;
import vigil.pump.alaris.AlarisAnswer.ResponseMax;
import vigil.pump.alaris.AlarisAnswer.SerialNumber;
import vigil.pump.alaris.AlarisAnswer.Syringe;
import vigil.pump.alaris.AlarisAnswer.Unreadable;
import vigil.pump.alaris.AlarisAnswer.Vtbi;
import vigil.pump.wire.StrictDecimal;

/** Says what a frame means. Holds only where the fields of the frame at hand stand. Not thread-safe. */
public final class AlarisDecoder {
    private static final String MILLILITRES = "ml";
    private static final long MOST_RESPONSE_MS = 60_000;
    private static final long MOST_VTBI = 9_999;

    private final AlarisFields fields = new AlarisFields();
    private final AlarisStatus status = new AlarisStatus(fields);

    /** What this frame says. Never throws: what cannot be understood is {@link Unreadable}. */
    public AlarisAnswer decode(AlarisFrame frame) {
        if (!fields.split(frame.octets())) {
            return new Unreadable("frame with more than %d fields".formatted(AlarisFields.MOST));
        }
        @Nullable AlarisQuery query = AlarisQuery.withVerb(frame.octets(), fields.end(0));
        if (query == null) {
            return new Unreadable("answer to \"%s\", which Vigil never asks".formatted(fields.text(0)));
        }
        if (fields.count() == 1) {
            return new Unreadable("the question %s itself came back".formatted(query));
        }
        @Nullable AlarisAnswer answer = answer(query);
        return answer != null ? answer : new Unreadable("answer to %s is not understood".formatted(query));
    }

    private @Nullable AlarisAnswer answer(AlarisQuery query) {
        return switch (query) {
            case INST_SERIALNO -> fields.isBlank(1) ? null : new SerialNumber(fields.serialNumber(1));
            case COMMS_PROTOCOL -> fields.isBlank(1) ? null : new Protocol(fields.text(1));
            case COMMS_RESPONSE_MAX -> responseMax();
            case SYRINGE_STATUS ->
                fields.count() < 4 ? null : new Syringe(fields.text(1), fields.text(2), fields.text(3));
            case INF_RATE, INF_RATE_MAX_SYRINGE -> quantity(query, AlarisStatus.RATE_UNIT);
            case INF_VI -> quantity(query, MILLILITRES);
            case INF -> status.read();
            case INF_VTBI -> vtbi();
            case ALARM -> fields.isBlank(1) ? null : new Alarm(fields.text(1), fields.textOrNone(2));
        };
    }

    private @Nullable AlarisAnswer responseMax() {
        long amount = fields.decimal(1);
        return amount == StrictDecimal.NONE || StrictDecimal.isAbove(amount, MOST_RESPONSE_MS) || !fields.is(2, "ms")
                ? null
                : new ResponseMax(Duration.ofMillis(StrictDecimal.whole(amount)));
    }

    private @Nullable AlarisAnswer quantity(AlarisQuery query, String unit) {
        long amount = fields.decimal(1);
        return amount == StrictDecimal.NONE || !fields.is(2, unit)
                ? null
                : new Quantity(query, StrictDecimal.value(amount), unit);
    }

    /** Most likely {@code ^ACTIV^volume^ml^STOP} or {@code ^DEACT^^^} (inferred). */
    private @Nullable AlarisAnswer vtbi() {
        if (fields.count() < 3) {
            return null;
        }
        if (fields.isBlank(2)) {
            return new Vtbi(Optional.empty());
        }
        long amount = fields.decimal(2);
        return amount == StrictDecimal.NONE || StrictDecimal.isAbove(amount, MOST_VTBI) || !fields.is(3, MILLILITRES)
                ? null
                : new Vtbi(Optional.of(new Volume(StrictDecimal.value(amount))));
    }
}
