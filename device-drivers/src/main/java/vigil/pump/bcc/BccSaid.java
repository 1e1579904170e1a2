package vigil.pump.bcc;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.Octets;

/**
 * What the pump in one slot says in a poll, and what it said in the one before, byte for byte and as it was read. A pump
 * repeats most of a poll word for word in the next, but for the time that begins each quadruple: with the new time in its
 * place the bytes of both are compared at once, and only quadruples that differ are read. Not thread-safe.
 *
 * <p>Nothing but its own bytes has any say in what is read of a quadruple. The record stays as it is while each quadruple is
 * the same as last time, or has another number where a number was; after anything else it is made of all of them, in their
 * order, as if there had been no poll before.
 */
final class BccSaid {
    /** Quadruples remembered, about twice as many as a pump sends. What comes after them is only read. */
    static final int MOST = 128;

    private final BccRecord record;
    private final @Nullable BccQuadruple[] quadruples = new @Nullable BccQuadruple[MOST + 1];
    private BccBytes last = new BccBytes(MOST);
    private BccBytes now = new BccBytes(MOST);

    /** Quadruples of this poll so far. */
    private int count;

    /** Of the last one, also of those that are not remembered. */
    private int lastCount;

    /** True once the record is being made of all quadruples of this poll. */
    private boolean anew;

    BccSaid(int slot) {
        record = new BccRecord(slot);
    }

    /** A poll begins. */
    void begin() {
        count = 0;
        anew = false;
        now.clear();
        record.forgetTime();
    }

    /** The poll was given up: the record is that of neither. */
    void giveUp() {
        last.clear();
    }

    /** The poll has ended; what it said. */
    BccRecord end() {
        if (count != lastCount) {
            makeAnew();
        }
        lastCount = count;
        BccBytes before = last;
        last = now;
        now = before;
        return record;
    }

    /**
     * How many quadruples from {@code from} on are, but for the time, those of the last poll: the ones that come next in a poll
     * that has {@code begun}, else its first.
     */
    int repeated(Octets text, int from, BccPrefix time, boolean begun) {
        return last.same(text, from, begun ? count : 0, time);
    }

    /** Takes so many quadruples as said again, at {@code timeS} seconds, and says how many bytes they are. */
    int repeat(int quadruples, int timeS) {
        int known = count;
        count += quadruples;
        now.addAll(last, known, count);
        record.time(timeS);
        for (int i = known; anew && i < count; i++) {
            record.put(at(i));
        }
        return last.end(count) - last.end(known);
    }

    /** Reads the next quadruple, of which the value stands from {@code value} to before {@code to}. */
    void read(@Nullable Parameter parameter, Octets text, int value, int to) {
        BccQuadruple said = at(count);
        boolean known = !anew && count < last.count() && Objects.equals(said.parameter(), parameter);
        boolean number = said.isNumber();
        said.read(parameter, text, value, to);
        if (!known || !isTaken(parameter, number && said.isNumber(), said.number())) {
            makeAnew();
            record.put(said);
        }
        count++;
    }

    /** Another number may take the place of a number, and what Vigil does not read changes nothing. */
    private boolean isTaken(@Nullable Parameter parameter, boolean stillNumber, long number) {
        return parameter == null || (stillNumber && record.change(parameter.field(), number));
    }

    /** Remembers the bytes of the quadruple read last, and its time. */
    void remember(Octets text, int from, int to, BccPrefix time, int timeS) {
        now.add(text, from, to, time);
        record.time(timeS);
    }

    private void makeAnew() {
        if (!anew) {
            anew = true;
            record.clear();
            for (int i = 0; i < count; i++) {
                record.put(at(i));
            }
        }
    }

    /** All that are not remembered share the last place. */
    private BccQuadruple at(int index) {
        int place = Math.min(index, MOST);
        @Nullable BccQuadruple known = quadruples[place];
        if (known != null) {
            return known;
        }
        BccQuadruple made = new BccQuadruple();
        quadruples[place] = made;
        return made;
    }
}
