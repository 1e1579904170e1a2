package vigil.pump.sim;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import vigil.pump.Moment;
import vigil.pump.bcc.BccFrame;
import vigil.pump.bcc.BccFramer;
import vigil.pump.bcc.BccSlot;
import vigil.pump.sim.Rack.Slot;
import vigil.pump.wire.Framed;

/**
 * A simulated B. Braun ComDevice (protocol page, section 2.10): answers any BCC client byte by byte, one block a pump,
 * each after the ACK of the one before. Where the specification is silent: a wrong bed id is answered like a syntax
 * error (GNERR 68), an empty slot like a rack without pumps (GNERR 11). Not thread-safe.
 */
public final class BccSpeaker implements Speaker {
    private static final byte ACK = 0x06;
    private static final byte NAK = 0x15;
    private static final byte[] NOTHING = {};
    private static final String VERSION = "V3.30";
    private static final int NO_PUMPS = 11;
    private static final int REMOVED = 39;
    private static final int SYNTAX = 68;
    private static final int WRONG_SLOT = 811;
    private static final int MOST_STRAYS = 100;
    private static final long NANOS_PER_S = 1_000_000_000L;

    private final Rack rack;
    private final BccOptions options;
    private final long switchedOnNanos;
    private final BccFramer framer;
    private final BccValues values;
    private final Consumer<Framed<BccFrame>> framed = this::framed;
    private final byte[] one = new byte[1];
    private final List<String> strays = new ArrayList<>();
    private final Map<Slot, Integer> slotErrors = new TreeMap<>();
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private int rackError;
    private List<Slot> asked = List.of();
    private List<Slot> gone = List.of();
    private int nextBlock;
    private byte[] lastBlock = NOTHING;
    private final BccCycle cycle;
    private long timeS;

    /** A ComDevice switched on {@code now} for the pumps of {@code rack}. */
    public BccSpeaker(Rack rack, BccOptions options, Moment now) {
        this.rack = rack;
        this.options = options;
        this.switchedOnNanos = now.bootNanos();
        this.framer = new BccFramer(options.stuffing());
        this.values = new BccValues(options.bitFields());
        this.cycle = new BccCycle(options.cyclic(), rack, now);
    }

    /** From now on sends {@code value} for a parameter of every pump: {@code _NV}, a saturated value, an unknown one. */
    public void override(String parameter, String value) {
        values.override(parameter, value);
    }

    /** Sends the true value of the parameter again. */
    public void restore(String parameter) {
        values.restore(parameter);
    }

    /** Answers with an extended error code (4x) for the slot from now on; 0 ends it. */
    public void failSlot(Slot slot, int code) {
        if (code == 0) {
            slotErrors.remove(slot);
        } else {
            slotErrors.put(slot, code);
        }
    }

    /** Answers every MEM:GET with an extended error code (5x) from now on; 0 ends it. */
    public void failRack(int code) {
        rackError = code;
    }

    @Override
    public List<String> strays() {
        return List.copyOf(strays);
    }

    @Override
    public byte[] heard(byte[] bytes, int length, Moment now) {
        rack.runUntil(now);
        timeS = (now.bootNanos() - switchedOnNanos) / NANOS_PER_S;
        answer.reset();
        for (int i = 0; i < length; i++) {
            heard(bytes[i]);
        }
        if (answer.size() == 0 && isIdle()) {
            unasked(now);
        }
        return answer.size() == 0 ? NOTHING : answer.toByteArray();
    }

    @Override
    public long wakeAt() {
        return cycle.wakeAt();
    }

    @Override
    public boolean canSay(Falsehood what) {
        return true;
    }

    /** The rates of BCC have no unit on the wire, the concentration has: its unit becomes that of a mass. */
    @Override
    public void say(Falsehood what) {
        switch (what) {
            case ABSURD -> {
                override("INRT", "99999.00");
                override("INVI", "-3.5");
                override("INVOLACT", "99999.00");
                override("INP2", "-20");
            }
            case WRONG_UNIT -> override("INDCONU", "24");
        }
    }

    @Override
    public void sayTheTruth() {
        List.of("INRT", "INVI", "INVOLACT", "INP2", "INDCONU").forEach(this::restore);
    }

    private boolean isIdle() {
        return nextBlock >= gone.size() + asked.size();
    }

    /** In cyclic mode: the pumps whose turn it is, the first block now, each other after the ACK of the one before. */
    private void unasked(Moment now) {
        List<Slot> told = cycle.toTell(now);
        if (!told.isEmpty()) {
            asked = told;
            gone = rack.takeRemoved();
            nextBlock = 0;
            block();
        }
    }

    private void heard(byte value) {
        if (value == ACK && !framer.isInsideMessage()) {
            acknowledged();
        } else if (value == NAK && !framer.isInsideMessage()) {
            answer.writeBytes(lastBlock);
        } else {
            one[0] = value;
            framer.accept(one, 1, framed);
        }
    }

    private void framed(Framed<BccFrame> what) {
        switch (what) {
            case Framed.Whole<BccFrame>(BccFrame frame) -> requested(frame);
            case Framed.Rejected<BccFrame> rejected -> {
                stray(rejected.reason() + ": " + rejected.bytesHex());
                if (rejected.kind() == Framed.Kind.DAMAGED) {
                    error(BccSlot.address(BccSlot.GENERAL), SYNTAX);
                }
            }
        }
    }

    private void stray(String what) {
        if (strays.size() < MOST_STRAYS) {
            strays.add(what);
        }
    }

    private void requested(BccFrame request) {
        cycle.acknowledged();
        asked = List.of();
        gone = List.of();
        nextBlock = 0;
        boolean alive = request.information().equals("ADMIN:ALIVE");
        boolean known = request.bedId().equals(options.bedId())
                || (alive && request.bedId().equals("1"));
        if (known) {
            answer(request.information());
        } else {
            stray("request to bed " + request.bedId());
            error(BccSlot.address(BccSlot.GENERAL), SYNTAX);
        }
    }

    private void answer(String request) {
        if (request.equals("MEM:GET")) {
            everything();
        } else if (request.equals("ADMIN:ALIVE")) {
            single("50100", "GNACK", "0");
        } else if (request.equals("ADMIN:VERSION")) {
            send(new BccFrame(options.bedId(), timeS + ",50100," + VERSION, true));
        } else if (request.startsWith("MEM:GETSLOT#")) {
            slot(request.substring("MEM:GETSLOT#".length()));
        } else {
            stray("request " + request);
            error(BccSlot.address(BccSlot.GENERAL), SYNTAX);
        }
    }

    private void everything() {
        gone = rack.takeRemoved();
        asked = rack.slots();
        if (rackError != 0) {
            asked = List.of();
            error(BccSlot.address(BccSlot.GENERAL), rackError);
        } else if (asked.isEmpty() && gone.isEmpty()) {
            error(BccSlot.address(BccSlot.GENERAL), NO_PUMPS);
        } else {
            block();
        }
    }

    private void slot(String xy) {
        int slot = xy.length() == 2 ? BccSlot.of(xy.charAt(0) - '0', place(xy.charAt(1))) : BccSlot.NONE;
        if (slot == BccSlot.NONE) {
            error("501" + xy, WRONG_SLOT);
            return;
        }
        Slot place = new Slot(xy.charAt(0) - '0', place(xy.charAt(1)));
        if (rack.in(place).isEmpty()) {
            error(address(place), NO_PUMPS);
        } else {
            values.begin();
            pump(place);
            send(new BccFrame(options.bedId(), values.text(), true));
        }
    }

    private static int place(char character) {
        return character >= '0' && character <= '9'
                ? character - '0'
                : character >= 'A' && character <= 'O' ? character - 'A' + 10 : 0;
    }

    /** Blocks of the answer to MEM:GET: one a removed pump, one a pump; the first also tells about the rack. */
    private void acknowledged() {
        cycle.acknowledged();
        if (nextBlock > 0 && nextBlock < gone.size() + asked.size()) {
            block();
        }
    }

    private void block() {
        values.begin();
        if (nextBlock == 0) {
            values.from(timeS, BccSlot.address(BccSlot.GENERAL));
            values.quadruple("FMNOR", "1").quadruple("FMSTAT", "00051");
        }
        if (nextBlock < gone.size()) {
            values.from(timeS, address(gone.get(nextBlock)));
            values.quadruple("GNERR", Integer.toString(REMOVED));
        } else {
            pump(asked.get(nextBlock - gone.size()));
        }
        nextBlock++;
        send(new BccFrame(options.bedId(), values.text(), nextBlock == gone.size() + asked.size()));
    }

    private void pump(Slot slot) {
        values.from(timeS, address(slot));
        if (slotErrors.containsKey(slot)) {
            values.quadruple("GNERR", slotErrors.get(slot).toString());
            return;
        }
        rack.in(slot).ifPresent(pump -> {
            String model = options.modelEndsInCr() ? pump.model() + "\r" : pump.model();
            values.quadruple(rack.takePlugged(slot) ? "GNNEW" : "GNMODEL", model);
            values.pump(pump);
        });
    }

    private String address(Slot slot) {
        int number = BccSlot.of(slot.pillar(), slot.place());
        return options.longAddresses() ? BccSlot.longAddress(number) : BccSlot.address(number);
    }

    private void error(String address, int code) {
        single(address, "GNERR", Integer.toString(code));
    }

    private void single(String address, String parameter, String value) {
        send(new BccFrame(options.bedId(), timeS + "," + address + "," + parameter + "," + value, true));
    }

    private void send(BccFrame frame) {
        lastBlock = frame.bytes(options.stuffing());
        answer.writeBytes(lastBlock);
    }
}
