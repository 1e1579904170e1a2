package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vigil.pump.Moment;
import vigil.pump.newera.NewEraFrame;
import vigil.pump.newera.NewEraFrame.Mode;
import vigil.pump.newera.NewEraFramer;
import vigil.pump.wire.Framed;

/**
 * The Safe mode of a simulated New Era pump: packets are taken by their length, bytes of one packet may be 0.5 s apart, and
 * {@code SAF n} stops the pump when no packet comes for n seconds, which begins with the first packet. Not thread-safe.
 */
final class NewEraSafeMode {
    private static final long BETWEEN_BYTES = 500_000_000L;
    private static final long NANOS_PER_S = 1_000_000_000L;
    private static final int USUAL_TIMEOUT_S = 30;
    private static final Pattern SET = Pattern.compile("[0-9]{0,2}SAF([0-9]{1,3})");

    private final ByteArrayOutputStream packet = new ByteArrayOutputStream();
    private Mode mode;
    private int timeoutS;
    private long lastByteAt;
    private long stopsAt = Long.MAX_VALUE;

    NewEraSafeMode(Mode mode) {
        this.mode = mode;
        timeoutS = mode == Mode.SAFE ? USUAL_TIMEOUT_S : 0;
    }

    Mode mode() {
        return mode;
    }

    /** 0 in Basic mode. */
    int timeoutS() {
        return timeoutS;
    }

    /** True when the byte belongs to a packet: STX begins one, its length ends it. */
    boolean takes(byte value, Moment now) {
        boolean late = now.bootNanos() - lastByteAt > BETWEEN_BYTES;
        if (late || isComplete()) {
            packet.reset();
        }
        boolean ours = packet.size() > 0 || value == 0x02;
        if (ours) {
            packet.write(value);
            lastByteAt = now.bootNanos();
        }
        return ours;
    }

    private boolean isComplete() {
        byte[] bytes = packet.toByteArray();
        return bytes.length > 1 && bytes.length > (bytes[1] & 0xFF);
    }

    /** The payload of the packet, if it has just been completed and is valid. */
    Optional<String> packet() {
        List<String> payloads = new ArrayList<>(1);
        if (isComplete()) {
            byte[] bytes = packet.toByteArray();
            new NewEraFramer().accept(bytes, bytes.length, framed -> {
                if (framed instanceof Framed.Whole<NewEraFrame>(NewEraFrame frame)) {
                    payloads.add(frame.payload());
                }
            });
        }
        return payloads.stream().findFirst();
    }

    /** A valid packet arms the watch anew, and may set it. */
    void obey(String payload, Moment now) {
        Matcher set = SET.matcher(payload);
        if (set.matches()) {
            timeoutS = Integer.parseInt(set.group(1));
            mode = timeoutS == 0 ? Mode.BASIC : Mode.SAFE;
        }
        stopsAt = mode == Mode.SAFE ? now.bootNanos() + timeoutS * NANOS_PER_S : Long.MAX_VALUE;
    }

    /** The alarm, once, when packets have ceased. */
    Optional<String> watch(Moment now) {
        if (now.bootNanos() < stopsAt) {
            return Optional.empty();
        }
        stopsAt = Long.MAX_VALUE;
        return Optional.of("?T");
    }
}
