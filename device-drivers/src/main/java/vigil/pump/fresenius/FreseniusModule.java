package vigil.pump.fresenius;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vigil.pump.AlarmClass;
import vigil.pump.Moment;
import vigil.pump.PumpAlarm;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpReading;
import vigil.pump.PumpReadingBuilder;
import vigil.pump.Quality;
import vigil.pump.Remark;
import vigil.pump.fresenius.FreseniusStep.Kind;

/** What is remembered of one module, or of a single pump: who it is, what it cannot do, which alarms it has. */
final class FreseniusModule {
    /** Who it is and what is in it is asked again this often, so that a module changed unnoticed is found out. */
    private static final long ASK_AGAIN = 10_000_000_000L;

    private final int address;
    private final FreseniusSubscription subscription;
    private Optional<String> type = Optional.empty();
    private Optional<String> identifier = Optional.empty();
    private Optional<String> drug = Optional.empty();
    private @Nullable Remark drugRemark;
    private PumpIdentity identity;
    private final PumpReadingBuilder reading = PumpReading.oneAfterAnother();
    private boolean connected;
    private boolean singly;
    private boolean announced = true;
    private long identifiedAt;
    private final Set<Kind> declined = EnumSet.noneOf(Kind.class);
    private String unusedLetters = "";
    private final FreseniusValues values = new FreseniusValues();
    private String alarm = "";
    private String error = "";
    private String mode = "";

    FreseniusModule(int address, FreseniusSubscription subscription) {
        this.address = address;
        this.subscription = subscription;
        this.identity = identity();
    }

    private PumpIdentity identity() {
        String kind = address == FreseniusFrame.SINGLE ? "Fresenius pump" : "Fresenius module";
        String place = address == FreseniusFrame.SINGLE ? "" : Integer.toString(address);
        return new PumpIdentity(type.map(text -> kind + ", type " + text).orElse(kind), identifier, place);
    }

    boolean isConnected() {
        return connected;
    }

    /** Its connection is gone; what it declined, and who it is, is to be asked anew. */
    void disconnect() {
        connected = false;
        singly = false;
        declined.clear();
        unusedLetters = "";
    }

    /** It was plugged in a moment ago; said with its first reading, when it is known who it is. */
    void announce() {
        announced = false;
    }

    /** What is to be asked in this round. */
    List<FreseniusStep> steps(Moment now) {
        List<FreseniusStep> steps = new ArrayList<>();
        values.begin();
        if (!connected) {
            steps.add(FreseniusStep.of(Kind.CONNECT, address));
            if (subscription == FreseniusSubscription.CHANGES) {
                steps.add(new FreseniusStep(Kind.SUBSCRIBE, address, "ae"));
            }
            steps.add(FreseniusStep.of(Kind.TYPE, address));
        }
        if (!connected || now.bootNanos() - identifiedAt >= ASK_AGAIN) {
            identifiedAt = now.bootNanos();
            addUnlessDeclined(Kind.IDENTIFIER, steps);
            addUnlessDeclined(Kind.DRUG, steps);
        }
        steps.addAll(singly ? single() : List.of(new FreseniusStep(Kind.VALUES, address, FreseniusValues.LETTERS)));
        return steps;
    }

    private void addUnlessDeclined(Kind kind, List<FreseniusStep> steps) {
        if (!declined.contains(kind)) {
            steps.add(FreseniusStep.of(kind, address));
        }
    }

    /** The values not yet seen in this round, one by one, from now on and in every round. */
    List<FreseniusStep> single() {
        singly = true;
        return FreseniusValues.LETTERS
                .chars()
                .mapToObj(Character::toString)
                .filter(letter -> !unusedLetters.contains(letter) && !values.hasSeen(letter))
                .map(letter -> new FreseniusStep(Kind.VALUES, address, letter))
                .toList();
    }

    /** True when an answer left out what matters most, so that the values had better be asked for singly. */
    boolean lacksValues(FreseniusStep step) {
        return step.letters().length() > 1 && !values.hasSeen(step.letters());
    }

    /** It does not know this question; it is not asked again until the next connection. */
    void decline(FreseniusStep step) {
        declined.add(step.kind());
        if (step.kind() == Kind.VALUES) {
            unusedLetters += step.letters();
        }
    }

    /** Takes the answer to a question; values are kept until {@link #publish}. */
    void answer(FreseniusStep step, FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        switch (step.kind()) {
            case CONNECT -> connected = true;
            case TYPE -> {
                type = text(frame, "b");
                identity = identity();
            }
            case IDENTIFIER -> identify(text(frame, ""), now, out);
            case DRUG -> drug(frame.data().strip());
            case VALUES -> values.take(frame.octets(), frame.dataAt());
            case SUBSCRIBE, MODULES, PROBE, DISCONNECT -> {
                // Nothing is learnt from these
            }
        }
    }

    private Optional<String> text(FreseniusFrame frame, String letter) {
        String data = frame.data();
        String text = (data.startsWith(letter) ? data.substring(letter.length()) : data).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** If it says it is another one than before, the alarms of the former end. */
    private void identify(Optional<String> said, Moment now, Consumer<PumpEvent> out) {
        if (identifier.isPresent() && said.isPresent() && !said.equals(identifier)) {
            endAlarms(now, out);
        }
        identifier = said.or(() -> identifier);
        identity = identity();
    }

    /** A name is a name; a bare number is the place in a list that only the pump knows. */
    private void drug(String text) {
        boolean number = text.chars().allMatch(character -> Character.digit(character, 16) >= 0);
        drug = number ? Optional.empty() : Optional.of(text);
        drugRemark = number && !text.isEmpty() ? new Remark("LP", Quality.UNREADABLE, text) : null;
    }

    /** Tells what was read in this round; false when there was nothing to show. */
    boolean publish(Moment now, Consumer<PumpEvent> out) {
        if (!values.hasNumbers()) {
            tellAlarms(values, now, out);
            return false;
        }
        if (!announced) {
            announced = true;
            out.accept(new PumpEvent.SlotChanged(now, identity, true));
        }
        values.tell(reading.next(identity, now));
        if (drug.isPresent()) {
            reading.drug(drug.get());
        }
        if (drugRemark != null) {
            reading.remark(drugRemark);
        }
        remarkMode();
        out.accept(new PumpEvent.Reading(reading.build()));
        tellAlarms(values, now, out);
        return true;
    }

    /** The mode's meaning is not documented: its raw value is kept each time it is another one. */
    private void remarkMode() {
        String said = values.mode();
        if (said != null && !said.equals(mode)) {
            mode = said;
            reading.remark(new Remark("m", Quality.UNREADABLE, said));
        }
    }

    /** Tells what a spontaneous frame says of alarms. */
    void spontaneous(FreseniusFrame frame, Moment now, Consumer<PumpEvent> out) {
        FreseniusValues said = new FreseniusValues();
        said.take(frame.octets(), frame.dataAt());
        tellAlarms(said, now, out);
    }

    private void tellAlarms(FreseniusValues said, Moment now, Consumer<PumpEvent> out) {
        String alarmNow = said.alarm();
        if (alarmNow != null) {
            tell('a', alarm, alarmNow, now, out);
            alarm = alarmNow;
        }
        String errorNow = said.error();
        if (errorNow != null) {
            tell('e', error, errorNow, now, out);
            error = errorNow;
        }
    }

    private void tell(char letter, String before, String after, Moment now, Consumer<PumpEvent> out) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            out.accept(new PumpEvent.AlarmEnded(now, identity, raw(letter, before)));
        }
        if (!after.isEmpty()) {
            out.accept(new PumpEvent.AlarmStarted(now, identity, raw(letter, after)));
        }
    }

    private static PumpAlarm raw(char letter, String value) {
        String text = "%s %s, meaning not documented".formatted(letter == 'a' ? "Pump alarm" : "Pump error", value);
        return new PumpAlarm(AlarmClass.UNCLASSIFIED, letter + value, text);
    }

    private void endAlarms(Moment now, Consumer<PumpEvent> out) {
        tell('a', alarm, "", now, out);
        tell('e', error, "", now, out);
        alarm = "";
        error = "";
    }

    /** It was taken out of the base, and what it reported goes with it. */
    void remove(Moment now, Consumer<PumpEvent> out) {
        out.accept(new PumpEvent.SlotChanged(now, identity, false));
        endAlarms(now, out);
    }
}
