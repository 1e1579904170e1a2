package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;

/**
 * What the pump in each slot said last. It only saves reading the same bytes again; what is read is the same with any other
 * memory or none. Not thread-safe.
 */
final class BccMemory {
    private final @Nullable BccSaid[] slots = new @Nullable BccSaid[BccSlot.LIMIT];

    /** What was said in a slot other than the general one. */
    BccSaid of(int slot) {
        @Nullable BccSaid known = slots[slot];
        if (known != null) {
            return known;
        }
        BccSaid made = new BccSaid(slot);
        slots[slot] = made;
        return made;
    }
}
