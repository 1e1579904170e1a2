package vigil.pump.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vigil.pump.fresenius.FreseniusFrame;
import vigil.pump.sim.Rack.Slot;

/**
 * What the base and its modules answer, without a thought of bytes: connections, values, subscriptions. Modules 1 to 6 are
 * the places of the rack's first pillar. Not thread-safe.
 */
final class FreseniusModules {
    private static final String UNKNOWN = "I;01";
    private static final String SYNTAX = "I;04";
    private static final String UNUSED = "I;0A";
    private static final String WRONG_LETTER = "I;0B";
    private static final String BASE_CLOSED = "I;0D";
    private static final String UNREACHABLE = "I;0E";
    private static final String MODULE_CLOSED = "I;1E";
    private static final String DONE = "C";

    private final Rack rack;
    private final FreseniusOptions options;
    private final Map<Integer, FreseniusModuleValues> connected = new TreeMap<>();
    private final Map<String, String> overridden = new TreeMap<>();
    private final Map<Integer, String> refusals = new TreeMap<>();

    FreseniusModules(Rack rack, FreseniusOptions options) {
        this.rack = rack;
        this.options = options;
    }

    void override(String letter, String raw) {
        overridden.put(letter, raw);
    }

    void restore(String letter) {
        overridden.remove(letter);
    }

    /** Refuses every value of the module with this code. */
    void refuse(int address, String code) {
        refusals.put(address, code);
    }

    void accept(int address) {
        refusals.remove(address);
    }

    /** The module, or with address 0 the base and with it everything, forgets that it was connected. */
    void reset(int address) {
        if (address == FreseniusFrame.BASE) {
            connected.clear();
        } else {
            connected.remove(address);
        }
    }

    boolean isConnected() {
        return !connected.isEmpty();
    }

    private int top() {
        return options.single() ? FreseniusFrame.SINGLE : FreseniusFrame.BASE;
    }

    private Optional<SimulatedPump> pump(int address) {
        return rack.in(slot(address));
    }

    private static Slot slot(int address) {
        return address == FreseniusFrame.SINGLE ? Slot.FIRST : new Slot(1, address);
    }

    /** The status and data that answer the request of {@code address}. */
    String answer(int address, String verb, String data) {
        if (address != top() && !connected.containsKey(top())) {
            return BASE_CLOSED;
        }
        if (address != FreseniusFrame.BASE && rack.takePlugged(slot(address))) {
            reset(address);
        }
        if (address != FreseniusFrame.BASE && pump(address).isEmpty()) {
            connected.remove(address);
            return UNREACHABLE;
        }
        if (verb.equals("DC")) {
            connected.computeIfAbsent(address, any -> new FreseniusModuleValues());
            return DONE;
        }
        FreseniusModuleValues values = connected.get(address);
        if (values == null) {
            return address == FreseniusFrame.BASE ? BASE_CLOSED : MODULE_CLOSED;
        }
        return answer(address, verb, data, values);
    }

    private String answer(int address, String verb, String data, FreseniusModuleValues values) {
        return switch (verb) {
            case "FC" -> {
                reset(address);
                yield DONE;
            }
            case "LE" -> read(address, data);
            case "DE" -> subscribe(address, data, values);
            case "AE" -> {
                values.unsubscribe();
                yield DONE;
            }
            case "DM", "AM" -> DONE;
            case "LF" -> data.equals("b") ? "C;b" + type(address) : UNUSED;
            case "LP" ->
                pump(address).map(pump -> "C;" + printable(pump.drug())).orElse(UNKNOWN);
            case "LN" ->
                pump(address).map(pump -> "C;" + printable(pump.serialNumber())).orElse(UNKNOWN);
            default -> UNKNOWN;
        };
    }

    private String type(int address) {
        return address == FreseniusFrame.BASE
                ? "BASE"
                : pump(address).map(SimulatedPump::model).orElse("");
    }

    private static String printable(String text) {
        return text.replaceAll("[^ -~]", "?");
    }

    private String read(int address, String letters) {
        String wrong = wrong(address, letters);
        if (!wrong.isEmpty()) {
            return wrong;
        }
        StringBuilder answer = new StringBuilder(DONE);
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            answer.append(';').append(letter).append(value(address, letter));
        }
        return answer.toString();
    }

    private String wrong(int address, String letters) {
        if (letters.isEmpty() || (options.oneValueAtATime() && letters.length() > 1)) {
            return SYNTAX;
        }
        if (!letters.matches("[a-z]+")) {
            return WRONG_LETTER;
        }
        if (refusals.containsKey(address)) {
            return "I;" + refusals.get(address);
        }
        String offered = address == FreseniusFrame.BASE ? "bi" : "draem";
        return letters.chars().allMatch(letter -> offered.indexOf(letter) >= 0) ? "" : UNUSED;
    }

    private String value(int address, char letter) {
        String raw = overridden.get(String.valueOf(letter));
        return raw != null
                ? raw
                : switch (letter) {
                    case 'b' -> "%02X".formatted(mask());
                    case 'i' -> "%02X".formatted(Integer.bitCount(mask()));
                    default ->
                        pump(address)
                                .map(pump -> FreseniusModuleValues.of(letter, pump))
                                .orElse("");
                };
    }

    private int mask() {
        int mask = 0;
        for (Slot slot : rack.slots()) {
            boolean isModule = slot.pillar() == 1 && slot.place() <= FreseniusFrame.MOST_MODULES;
            mask |= isModule ? 1 << (slot.place() - 1) : 0;
        }
        return mask;
    }

    private String subscribe(int address, String letters, FreseniusModuleValues values) {
        String wrong = letters.isEmpty() ? SYNTAX : wrong(address, letters.substring(0, 1));
        if (wrong.isEmpty()) {
            values.subscribe(letters);
            return DONE;
        }
        return wrong;
    }

    /** The spontaneous values that are new since they were last taken, one frame an address. */
    List<FreseniusFrame> news() {
        List<FreseniusFrame> news = new ArrayList<>();
        connected.forEach((address, values) -> {
            String changed = values.changed(letter -> value(address, letter));
            if (!changed.isEmpty()) {
                news.add(FreseniusFrame.of(address, "E" + changed));
            }
        });
        return news;
    }
}
