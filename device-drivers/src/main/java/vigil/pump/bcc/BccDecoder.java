package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.Octets;

/**
 * Reads the quadruples {@code time,address,parameter,value} of messages. A pump's quadruples are collected until another
 * pump's begin or the last block ends, because the specification gives block boundaries no meaning. The value is
 * everything after the third comma. Not thread-safe.
 */
final class BccDecoder {
    private final BccMemory memory = new BccMemory();

    /** The pump whose quadruples are being collected. */
    private @Nullable BccSaid pump;

    /** Where the quadruple now read begins, where its second and third comma stand, and where it ends. */
    private Octets text = Octets.of("");

    private int start;
    private int second;
    private int third;
    private int end;
    private @Nullable Parameter parameter;

    /** What its time and address say; the same as before where it begins alike. */
    private int timeS;

    private int slot;

    private final BccPrefix prefix = new BccPrefix();

    /** Reads one message, telling what it says. */
    void decode(BccFrame frame, BccAnswers answers) {
        text = frame.octets();
        start = 0;
        prefix.forget();
        while (start < text.length()) {
            begins();
            if (!isRepeated(answers)) {
                name();
                quadruple(answers);
                start = end + 1;
            }
        }
        if (frame.last()) {
            finish(answers);
        }
    }

    /** Most begin with the time and the address of the one before. */
    private void begins() {
        if (prefix.isAt(text, start)) {
            second = start + prefix.length() - 1;
        } else {
            address();
        }
    }

    /** Takes all quadruples up to the next one in which its pump says something else than last time. */
    private boolean isRepeated(BccAnswers answers) {
        if (slot <= BccSlot.GENERAL || prefix.length() == 0) {
            return false;
        }
        BccSaid said = memory.of(slot);
        int quadruples = said.repeated(text, start, prefix, said == pump);
        if (quadruples > 0) {
            collect(said, answers);
            start += said.repeat(quadruples, timeS);
        }
        return quadruples > 0;
    }

    /** Forgets a half-collected pump; the poll it came from was given up. */
    void giveUp() {
        if (pump != null) {
            pump.giveUp();
            pump = null;
        }
    }

    private void finish(BccAnswers answers) {
        if (pump != null) {
            answers.pump(pump.end());
            pump = null;
        }
    }

    /** The quadruple ends at the first RS, and a name that Vigil reads holds none. */
    private void name() {
        if (slot == BccSlot.NONE) {
            return;
        }
        int from = second + 1;
        parameter = BccParameters.at(text, from);
        if (parameter != null) {
            third = from + parameter.name().length();
            end = text.find(BccFrame.RS, third + 1, text.length());
        } else {
            end = text.find(BccFrame.RS, from, text.length());
            third = comma(from);
        }
    }

    private void address() {
        int first = text.find(',', start, text.length());
        second = text.find(',', Math.min(first + 1, text.length()), text.length());
        timeS = BccNumbers.whole(text, start, first);
        slot = BccSlot.read(text, Math.min(first + 1, second), second);
        if (timeS < 0 || slot == BccSlot.NONE) {
            // A number and an address hold no RS; without them the commas may be those of the next quadruple
            addressBeforeEnd();
        }
        if (slot == BccSlot.NONE) {
            prefix.forget();
        } else {
            prefix.is(text, start, second + 1 - start);
        }
    }

    private void addressBeforeEnd() {
        end = text.find(BccFrame.RS, start, text.length());
        int first = comma(start);
        second = comma(first + 1);
        timeS = BccNumbers.whole(text, start, first);
        slot = second < end ? BccSlot.read(text, first + 1, second) : BccSlot.NONE;
    }

    private void quadruple(BccAnswers answers) {
        if (slot == BccSlot.NONE) {
            answers.unreadable(second < end ? "no address of a rack" : "not a quadruple", text.part(start, end));
        } else if (third < end) {
            parameter(answers);
        } else if (slot == BccSlot.GENERAL) {
            // The one answer of three fields
            answers.version(text.text(second + 1, end));
        } else {
            answers.unreadable("a quadruple without value", text.part(start, end));
        }
    }

    private void parameter(BccAnswers answers) {
        if (parameter != null && parameter.field() == BccField.GNERR) {
            answers.error(slot, BccNumbers.whole(text, third + 1, end));
        } else if (slot == BccSlot.GENERAL) {
            general(answers);
        } else {
            collect(answers);
        }
    }

    private void general(BccAnswers answers) {
        if (parameter != null && parameter.field() == BccField.GNACK) {
            answers.acknowledged();
        }
    }

    private void collect(BccAnswers answers) {
        BccSaid said = memory.of(slot);
        collect(said, answers);
        said.read(parameter, text, third + 1, end);
        said.remember(text, start, end, prefix, timeS);
    }

    private void collect(BccSaid said, BccAnswers answers) {
        if (said != pump) {
            finish(answers);
            pump = said;
            said.begin();
        }
    }

    /** The next comma at or after {@code from}, or the end of the quadruple. */
    private int comma(int from) {
        return from < end ? text.find(',', from, end) : end;
    }
}
