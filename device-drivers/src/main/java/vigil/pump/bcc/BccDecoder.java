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
    private final BccRecord record = new BccRecord();

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

    /** Reads one message, telling what it says. */
    void decode(BccFrame frame, BccAnswers answers) {
        text = frame.octets();
        start = 0;
        int before = 0;
        while (start < text.length()) {
            separate(before);
            quadruple(answers);
            before = start;
            start = end + 1;
        }
        if (frame.last()) {
            finish(answers);
        }
    }

    /** Forgets a half-collected pump; the poll it came from was given up. */
    void giveUp() {
        record.begin(BccSlot.NONE);
    }

    private void finish(BccAnswers answers) {
        if (record.slot() != BccSlot.NONE) {
            answers.pump(record);
            record.begin(BccSlot.NONE);
        }
    }

    /** All quadruples of a pump in one message begin alike, with the time and the address of the one {@code before}. */
    private void separate(int before) {
        boolean alike = start > before && slot != BccSlot.NONE && text.repeats(before, start, second + 1 - before);
        if (alike) {
            second += start - before;
        } else {
            address();
        }
        if (slot != BccSlot.NONE) {
            name();
        }
    }

    /** Packs the name while looking for the comma after it, so that its characters are looked at once. */
    private void name() {
        int from = second + 1;
        int at = from;
        long packed = 0;
        int six = sixAt(at);
        while (six > 0) {
            packed = packed << BccParameters.SIX | six;
            at++;
            six = sixAt(at);
        }
        end = text.find(BccFrame.RS, at, text.length());
        third = comma(at);
        parameter = third == at ? BccParameters.of(packed, at - from) : null;
    }

    private int sixAt(int at) {
        return at < text.length() ? BccParameters.six(text.at(at)) : 0;
    }

    private void address() {
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
            record.time(timeS);
            if (parameter != null) {
                record.put(parameter, text, third + 1, end);
            }
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
    }

    /** The next comma at or after {@code from}, or the end of the quadruple. */
    private int comma(int from) {
        return from < end ? text.find(',', from, end) : end;
    }
}
