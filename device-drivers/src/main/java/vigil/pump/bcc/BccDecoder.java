package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;
import vigil.pump.bcc.BccParameters.Parameter;
import vigil.pump.wire.EightBytes;
import vigil.pump.wire.Octets;

/**
 * Reads the quadruples {@code time,address,parameter,value} of messages. A pump's quadruples are collected until another
 * pump's begin or the last block ends, because the specification gives block boundaries no meaning. The value is
 * everything after the third comma. Not thread-safe.
 */
final class BccDecoder {
    private final BccRecord record = new BccRecord();
    private final BccMemory memory = new BccMemory();

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

    /** Bytes of both with their commas, the first eight and the last; 0 when they are not right. */
    private int prefix;

    private long prefixStart;
    private long prefixEnd;

    /** Reads one message, telling what it says. */
    void decode(BccFrame frame, BccAnswers answers) {
        text = frame.octets();
        start = 0;
        prefix = 0;
        while (start < text.length()) {
            repeated();
            if (start < text.length()) {
                separate();
                quadruple(answers);
                start = end + 1;
            }
        }
        if (frame.last()) {
            finish(answers);
        }
    }

    /** Takes all quadruples up to the next one in which its pump says something else than last time. */
    private void repeated() {
        if (record.slot() != slot || prefix == 0) {
            return;
        }
        int known = record.count();
        int count = known;
        int at = start;
        BccQuadruple said = memory.at(slot, count);
        while (isAlike(at) && said.isRepeated(text, at + prefix)) {
            at += prefix + said.length() + 1;
            said = memory.at(slot, ++count);
        }
        start = at;
        for (int i = known; i < count; i++) {
            record.put(memory.at(slot, i), timeS);
        }
    }

    /** All quadruples of a pump in one message begin alike, with the time and the address of the one before. */
    private boolean isAlike(int at) {
        return text.eight(at) == prefixStart && text.eight(at + prefix - EightBytes.COUNT) == prefixEnd;
    }

    private void separate() {
        if (prefix > 0 && isAlike(start)) {
            second = start + prefix - 1;
        } else {
            address();
        }
        if (slot != BccSlot.NONE) {
            name();
        }
    }

    /** Forgets a half-collected pump; the poll it came from was given up. */
    void giveUp() {
        record.end();
    }

    private void finish(BccAnswers answers) {
        if (record.slot() != BccSlot.NONE) {
            answers.pump(record);
            record.end();
        }
    }

    /** The quadruple ends at the first RS, and a name that Vigil reads holds none. */
    private void name() {
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
        begins(slot == BccSlot.NONE ? 0 : second + 1 - start);
    }

    private void addressBeforeEnd() {
        end = text.find(BccFrame.RS, start, text.length());
        int first = comma(start);
        second = comma(first + 1);
        timeS = BccNumbers.whole(text, start, first);
        slot = second < end ? BccSlot.read(text, first + 1, second) : BccSlot.NONE;
    }

    /** Two words are enough for the time and the address of each ComDevice until it has been on for three years. */
    private void begins(int size) {
        boolean fits = size >= EightBytes.COUNT && size <= 2 * EightBytes.COUNT;
        prefix = fits ? size : 0;
        prefixStart = text.eight(start);
        prefixEnd = fits ? text.eight(start + size - EightBytes.COUNT) : 0;
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
        if (record.slot() != slot) {
            finish(answers);
            record.begin(slot);
        }
        BccQuadruple said = memory.at(slot, record.count());
        if (!said.isRepeated(text, second + 1)) {
            said.read(parameter, text, second + 1, third + 1, end);
        }
        record.put(said, timeS);
    }

    /** The next comma at or after {@code from}, or the end of the quadruple. */
    private int comma(int from) {
        return from < end ? text.find(',', from, end) : end;
    }
}
