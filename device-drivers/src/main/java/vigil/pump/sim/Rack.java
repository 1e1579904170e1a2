package vigil.pump.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vigil.pump.FlowRate;
import vigil.pump.Moment;

/** Several pumps in the slots of one rack, and what was plugged or taken since it was last asked. Not thread-safe. */
public final class Rack {
    /**
     * A place in the rack.
     *
     * @param pillar from 1, from the left
     * @param place from 1, from below
     */
    public record Slot(int pillar, int place) implements Comparable<Slot> {
        private static final int MOST_PILLAR = 3;
        private static final int MOST_PLACE = 24;

        /** The slot of a rack with one pump. */
        public static final Slot FIRST = new Slot(1, 1);

        public Slot {
            if (pillar < 1 || pillar > MOST_PILLAR || place < 1 || place > MOST_PLACE) {
                throw new IllegalArgumentException(
                        "pillar %d, slot %d: no such place in a rack".formatted(pillar, place));
            }
        }

        @Override
        public int compareTo(Slot other) {
            return pillar != other.pillar ? Integer.compare(pillar, other.pillar) : Integer.compare(place, other.place);
        }
    }

    private final SortedMap<Slot, SimulatedPump> pumps = new TreeMap<>();
    private final Set<Slot> plugged = new TreeSet<>();
    private final Set<Slot> removed = new TreeSet<>();
    private final SortedMap<Slot, SimulatedPump> off = new TreeMap<>();
    private final SortedMap<Slot, SimulatedPump> swapped = new TreeMap<>();
    private List<Slot> slots = List.of();

    /** A rack whose one pump has always been there. */
    public static Rack of(SimulatedPump pump) {
        Rack rack = new Rack();
        rack.put(Slot.FIRST, pump);
        return rack;
    }

    /** Puts a pump in as if it had always been there. */
    public void put(Slot slot, SimulatedPump pump) {
        pumps.put(slot, pump);
        slots = List.copyOf(pumps.keySet());
    }

    /** Plugs a pump in now. */
    public void plug(Slot slot, SimulatedPump pump) {
        put(slot, pump);
        plugged.add(slot);
        removed.remove(slot);
    }

    /** Takes the pump out of its slot. */
    public void unplug(Slot slot) {
        if (pumps.remove(slot) != null) {
            slots = List.copyOf(pumps.keySet());
            plugged.remove(slot);
            removed.add(slot);
        }
    }

    /** The pump loses its power but stays where it is; its slot is as if empty. */
    void switchOff(Slot slot) {
        in(slot).ifPresent(pump -> {
            off.put(slot, pump);
            unplug(slot);
        });
    }

    /** The pump that was switched off has power again. */
    void switchOn(Slot slot) {
        SimulatedPump pump = off.remove(slot);
        if (pump != null) {
            plug(slot, pump);
        }
    }

    /** Another pump of the same model stands there from one moment to the next, running at 9.9 mL/h. */
    void swap(Slot slot, Moment now) {
        in(slot).ifPresent(pump -> {
            SimulatedPump other = new SimulatedPump(pump.model(), "X" + pump.serialNumber(), pump.syringe(), now);
            other.setRate(FlowRate.ofMlPerH("9.9"), now);
            other.start(now);
            swapped.put(slot, pump);
            put(slot, other);
        });
    }

    /** The first pump stands there again; it has run on meanwhile. */
    void swapBack(Slot slot) {
        SimulatedPump pump = swapped.remove(slot);
        if (pump != null) {
            put(slot, pump);
        }
    }

    /** Occupied slots, in order. */
    public List<Slot> slots() {
        return slots;
    }

    public Optional<SimulatedPump> in(Slot slot) {
        return Optional.ofNullable(pumps.get(slot));
    }

    /** Lets every pump run until {@code now}. */
    public void runUntil(Moment now) {
        for (SimulatedPump pump : pumps.values()) {
            pump.runUntil(now);
        }
    }

    /** Whether the pump was plugged in since this was last asked. */
    boolean takePlugged(Slot slot) {
        return plugged.remove(slot);
    }

    /** The slots emptied since this was last asked. */
    List<Slot> takeRemoved() {
        List<Slot> taken = new ArrayList<>(removed);
        removed.clear();
        return taken;
    }
}
