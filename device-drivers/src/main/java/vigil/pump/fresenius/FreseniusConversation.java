package vigil.pump.fresenius;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.fresenius.FreseniusStep.Kind;

/**
 * What is to be asked, in which order, and what the answers mean: connect the base, ask for its modules, then of each
 * module its connection, who it is, and its values, round after round. Knows no time-outs. Not thread-safe.
 */
final class FreseniusConversation {
    private static final String NO_MODULE = "no module in the base";

    private final FreseniusSubscription subscription;
    private final Map<Integer, FreseniusModule> modules = new TreeMap<>();
    private final Deque<FreseniusStep> agenda = new ArrayDeque<>();
    private boolean rack = true;
    private boolean maskKnown;
    private boolean baseConnected;
    private int readings;
    private int reopened;
    private Optional<String> refusal = Optional.empty();

    FreseniusConversation(FreseniusSubscription subscription) {
        this.subscription = subscription;
    }

    /** Starts from the first step, with a base or with a single pump that has no address. */
    void begin(boolean withBase) {
        rack = withBase;
        baseConnected = false;
        agenda.clear();
        modules.keySet().removeIf(address -> (address == FreseniusFrame.SINGLE) == rack);
        modules.values().forEach(FreseniusModule::disconnect);
        if (rack) {
            agenda.add(FreseniusStep.of(Kind.CONNECT, FreseniusFrame.BASE));
            if (subscription == FreseniusSubscription.CHANGES) {
                agenda.add(new FreseniusStep(Kind.SUBSCRIBE, FreseniusFrame.BASE, "b"));
            }
        } else {
            modules.computeIfAbsent(FreseniusFrame.SINGLE, this::module);
        }
    }

    private FreseniusModule module(int address) {
        return new FreseniusModule(address, subscription);
    }

    /** Plans the next round. */
    void beginRound(Moment now) {
        readings = 0;
        reopened = 0;
        refusal = Optional.empty();
        if (rack) {
            agenda.add(FreseniusStep.of(Kind.MODULES, FreseniusFrame.BASE));
        } else {
            modules.values().forEach(module -> agenda.addAll(module.steps(now)));
        }
    }

    /** Plans to close every connection that is open, and nothing else. */
    void leave() {
        agenda.clear();
        modules.forEach((address, module) -> {
            if (module.isConnected()) {
                agenda.add(FreseniusStep.of(Kind.DISCONNECT, address));
            }
        });
        if (baseConnected) {
            agenda.add(FreseniusStep.of(Kind.DISCONNECT, FreseniusFrame.BASE));
        }
    }

    /** What is to be asked now; null at the end of a round. */
    @Nullable
    FreseniusStep step() {
        return agenda.peek();
    }

    boolean hasBase() {
        return rack;
    }

    /** Modules that gave values in this round. */
    int readings() {
        return readings;
    }

    /** Why a round gave no values, in words. */
    String refusal() {
        return refusal.orElse(NO_MODULE);
    }

    /** Takes the answer to {@link #step}; false when the conversation has to begin anew. */
    boolean answered(FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        FreseniusStep step = agenda.remove();
        if (frame.status() == 'I') {
            return refused(step, frame.data(), now, out);
        }
        if (step.kind() == Kind.MODULES || step.kind() == Kind.PROBE) {
            return present(step, frame, now, out);
        }
        baseConnected |= step.address() == FreseniusFrame.BASE && step.kind() == Kind.CONNECT;
        FreseniusModule module = modules.get(step.address());
        if (module != null) {
            module.answer(step, frame, now, out);
            afterValues(step, module, now, out);
        }
        return true;
    }

    private void afterValues(FreseniusStep step, FreseniusModule module, Moment now, Consumer<PumpEvent> out) {
        if (step.kind() == Kind.VALUES && module.lacksValues(step)) {
            addFirst(module.single());
        }
        boolean wasLast = step.kind() == Kind.VALUES && !isAskedForValues(step.address());
        if (wasLast && module.publish(now, out)) {
            readings++;
        }
    }

    private boolean isAskedForValues(int address) {
        FreseniusStep next = agenda.peek();
        return next != null && next.kind() == Kind.VALUES && next.address() == address;
    }

    private void addFirst(List<FreseniusStep> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            agenda.addFirst(steps.get(i));
        }
    }

    private boolean refused(FreseniusStep step, String code, Moment now, Consumer<PumpEvent> out) {
        FreseniusModule module = modules.get(step.address());
        if (step.kind() != Kind.DISCONNECT) {
            refusal = Optional.of(place(step) + FreseniusErrors.ofRequest(code));
        }
        if (code.equals(FreseniusErrors.BASE_CLOSED)) {
            return step.kind() == Kind.DISCONNECT;
        }
        if (module != null) {
            refused(step, code, module, now, out);
            return true;
        }
        return step.isOptional() || step.kind() == Kind.CONNECT;
    }

    private void refused(FreseniusStep step, String code, FreseniusModule module, Moment now, Consumer<PumpEvent> out) {
        if (code.equals(FreseniusErrors.MODULE_CLOSED)) {
            reopen(step, module, now);
        } else if (code.equals(FreseniusErrors.MODULE_UNREACHABLE)) {
            skip(step.address());
        } else if (step.kind() == Kind.VALUES && step.letters().length() > 1) {
            addFirst(module.single());
        } else if (step.kind() != Kind.CONNECT) {
            decline(step, code, module);
            afterValues(step, module, now, out);
        }
    }

    /** A value that is only not to be had at this moment is asked for again in the next round. */
    private static void decline(FreseniusStep step, String code, FreseniusModule module) {
        if (step.kind() != Kind.VALUES || FreseniusErrors.isForGood(code)) {
            module.decline(step);
        }
    }

    /** The module was switched off and on, or another one was plugged in: everything is asked of it again. */
    private void reopen(FreseniusStep step, FreseniusModule module, Moment now) {
        skip(step.address());
        int bit = 1 << (step.address() + 1);
        if ((reopened & bit) == 0) {
            reopened |= bit;
            addFirst(module.steps(now));
        }
    }

    /** This module is asked nothing more in this round, and in the next begins with its connection. */
    private void skip(int address) {
        agenda.removeIf(step -> step.address() == address);
        FreseniusModule module = modules.get(address);
        if (module != null) {
            module.disconnect();
        }
    }

    private static String place(FreseniusStep step) {
        return switch (step.address()) {
            case FreseniusFrame.SINGLE -> "";
            case FreseniusFrame.BASE -> "base: ";
            default -> "module %d: ".formatted(step.address());
        };
    }

    /** No answer came to {@link #step}; false when nobody is there any more. */
    boolean unanswered(String reason) {
        FreseniusStep step = agenda.remove();
        FreseniusModule module = modules.get(step.address());
        if (step.isOptional()) {
            if (module != null) {
                module.decline(step);
            }
            return true;
        }
        refusal = Optional.of(place(step) + reason);
        if (!rack || step.address() == FreseniusFrame.BASE) {
            return false;
        }
        skip(step.address());
        agenda.addFirst(FreseniusStep.of(Kind.PROBE, FreseniusFrame.BASE));
        return true;
    }

    private boolean present(FreseniusStep step, FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        long mask = FreseniusValues.hexadecimal(frame.octets(), frame.dataAt() + 1, end(frame));
        if (mask < 0) {
            refusal = Optional.of("the base's modules \"%s\" cannot be read".formatted(frame.data()));
            return false;
        }
        present(mask, now, out);
        if (step.kind() == Kind.MODULES) {
            modules.values().forEach(module -> agenda.addAll(module.steps(now)));
        }
        return true;
    }

    private static int end(FreseniusFrame frame) {
        return frame.octets().find(';', frame.dataAt(), frame.octets().length());
    }

    /** Modules come and go; those of the first answer have always been there. */
    private void present(long mask, Moment now, Consumer<PumpEvent> out) {
        for (int address = 1; address <= FreseniusFrame.MOST_MODULES; address++) {
            boolean isThere = ((mask >> (address - 1)) & 1) == 1;
            FreseniusModule module = modules.get(address);
            if (isThere && module == null) {
                FreseniusModule plugged = module(address);
                modules.put(address, plugged);
                if (maskKnown) {
                    plugged.announce();
                }
            } else if (!isThere && module != null) {
                skip(address);
                modules.remove(address);
                module.remove(now, out);
            }
        }
        maskKnown = true;
    }

    /** Takes a spontaneous value. Alarms are told at once; for the rest the next round is soon enough. */
    void spontaneous(FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        FreseniusModule module = modules.get(frame.address());
        if (module != null && frame.status() == 'E') {
            module.spontaneous(frame, now, out);
        }
    }
}
