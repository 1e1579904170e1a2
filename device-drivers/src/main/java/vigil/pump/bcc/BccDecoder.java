package vigil.pump.bcc;

import org.jspecify.annotations.Nullable;
import vigil.pump.bcc.BccParameters.Parameter;

/**
 * Reads the quadruples {@code time,address,parameter,value} of messages. A pump's quadruples are collected until another
 * pump's begin or the last block ends, because the specification gives block boundaries no meaning. The value is
 * everything after the third comma. Not thread-safe.
 */
final class BccDecoder {
    private final BccRecord record = new BccRecord();

    /** Where the quadruple now read begins, where its three commas stand, and where it ends. */
    private String text = "";

    private int start;
    private int first;
    private int second;
    private int third;
    private int end;

    /** Reads one message, telling what it says. */
    void decode(BccFrame frame, BccAnswers answers) {
        text = frame.information();
        start = 0;
        while (start < text.length()) {
            int separator = text.indexOf(BccFrame.RS, start);
            end = separator < 0 ? text.length() : separator;
            quadruple(answers);
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

    private void quadruple(BccAnswers answers) {
        first = comma(start);
        second = comma(first + 1);
        third = comma(second + 1);
        int slot = second < end ? BccSlot.read(text, first + 1, second) : BccSlot.NONE;
        if (slot == BccSlot.NONE) {
            answers.unreadable(second < end ? "no address of a rack" : "not a quadruple", text.substring(start, end));
        } else if (third < end) {
            parameter(slot, answers);
        } else if (slot == BccSlot.GENERAL) {
            // The one answer of three fields
            answers.version(text.substring(second + 1, end));
        } else {
            answers.unreadable("a quadruple without value", text.substring(start, end));
        }
    }

    private void parameter(int slot, BccAnswers answers) {
        Parameter parameter = BccParameters.find(text, second + 1, third);
        if (parameter != null && parameter.field() == BccField.GNERR) {
            answers.error(slot, BccNumbers.whole(text, third + 1, end));
        } else if (slot == BccSlot.GENERAL) {
            general(parameter, answers);
        } else {
            collect(slot, answers);
            record.time(BccNumbers.whole(text, start, first));
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

    private void collect(int slot, BccAnswers answers) {
        if (record.slot() != slot) {
            finish(answers);
            record.begin(slot);
        }
    }

    /** The next comma at or after {@code from}, or the end of the quadruple. */
    private int comma(int from) {
        int at = from < end ? text.indexOf(',', from, end) : -1;
        return at < 0 ? end : at;
    }
}
