package vigil.pump.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vigil.pump.Moment;
import vigil.pump.sim.Rack.Slot;

/**
 * Cyclic mode of a ComDevice (protocol page, section 2.5): every 5 s all pumps, and a pump at once, looked at every second,
 * when one of its triggering parameters has changed; after a packet nothing more is told until an ACK or a request comes.
 * Not thread-safe.
 */
final class BccCycle {
    private static final Duration CYCLE = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final boolean on;
    private final Rack rack;
    private final Map<Slot, String> told = new HashMap<>();
    private Moment cycleAt;
    private Moment lookAt;
    private boolean waits;

    BccCycle(boolean on, Rack rack, Moment now) {
        this.on = on;
        this.rack = rack;
        this.cycleAt = now.plus(CYCLE);
        this.lookAt = now.plus(LOOK);
    }

    long wakeAt() {
        return on && !waits ? lookAt.bootNanos() : Long.MAX_VALUE;
    }

    void acknowledged() {
        waits = false;
    }

    /** The pumps to be told of now; none while an ACK is missing. */
    List<Slot> toTell(Moment now) {
        if (!on || waits || now.since(lookAt).isNegative()) {
            return List.of();
        }
        lookAt = now.plus(LOOK);
        boolean all = !now.since(cycleAt).isNegative();
        List<Slot> slots = new ArrayList<>();
        for (Slot slot : rack.slots()) {
            String triggers = rack.in(slot).map(BccCycle::triggers).orElse("");
            if (all || !triggers.equals(told.put(slot, triggers))) {
                told.put(slot, triggers);
                slots.add(slot);
            }
        }
        cycleAt = all ? now.plus(CYCLE) : cycleAt;
        waits = !slots.isEmpty();
        return slots;
    }

    /** Of what a pump tells, that which is told at once when it changes. */
    private static String triggers(SimulatedPump pump) {
        return "%d %s %s %s %s"
                .formatted(pump.rateNlPerH(), pump.status(), pump.alarms(), pump.isBolusActive(), pump.drug());
    }
}
