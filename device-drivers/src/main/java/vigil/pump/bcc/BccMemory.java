package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;

/**
 * The quadruples that the pump in each slot sent last, in their order. It only saves reading the same bytes again; what is
 * read is the same with any other memory or none. Not thread-safe.
 */
final class BccMemory {
    /** Quadruples remembered of one pump, about twice as many as one sends; all further ones share the last place. */
    static final int MOST = 128;

    private final @Nullable BccQuadruple[] @Nullable [] slots = new @Nullable BccQuadruple[BccSlot.LIMIT][];

    /** What was sent as number {@code index}, from 0, of a slot other than the general one. */
    BccQuadruple at(int slot, int index) {
        @Nullable BccQuadruple[] pump = pump(slot);
        int place = Math.min(index, MOST - 1);
        @Nullable BccQuadruple known = pump[place];
        if (known != null) {
            return known;
        }
        BccQuadruple made = new BccQuadruple();
        pump[place] = made;
        return made;
    }

    private @Nullable BccQuadruple[] pump(int slot) {
        @Nullable BccQuadruple @Nullable [] known = slots[slot];
        if (known != null) {
            return known;
        }
        @Nullable BccQuadruple[] made = new @Nullable BccQuadruple[MOST];
        slots[slot] = made;
        return made;
    }
}
