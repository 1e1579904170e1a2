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

    /** Where the quadruple now read begins, where its three commas stand, and where it ends. */
    private Octets text = Octets.of("");

    private int start;
    private int first;
    private int second;
    private int third;
    private int end;

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
            first += start - before;
            second += start - before;
            end = text.find(BccFrame.RS, second + 1, text.length());
        } else {
            end = text.find(BccFrame.RS, start, text.length());
            address();
        }
        third = comma(second + 1);
    }

    private void address() {
        first = comma(start);
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
        Parameter parameter = BccParameters.find(text, second + 1, third);
        if (parameter != null && parameter.field() == BccField.GNERR) {
            answers.error(slot, BccNumbers.whole(text, third + 1, end));
        } else if (slot == BccSlot.GENERAL) {
            general(parameter, answers);
        } else {
            collect(answers);
            record.time(timeS);
            if (parameter != null) {
                record.put(parameter, text, third + 1, end);
            }
        }
    }

    private static void general(@Nullable Parameter parameter, BccAnswers answers) {
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
