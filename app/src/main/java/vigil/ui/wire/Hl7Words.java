package vigil.ui.wire;

import java.time.Instant;
import vigil.ui.parts.Phrases;

/** What the screen says of the HL7 receiver: a quiet line for everybody, the rest for whoever looks after the lines. */
public final class Hl7Words {
    /** A receiver may answer with pages; {@code vigil hl7} lists all of it. */
    private static final int MOST = 300;

    private Hl7Words() {}

    /** One short line, the day left out. */
    public static String line(Hl7Sight sight, Phrases phrases) {
        return sight.since().isEmpty()
                ? phrases.text("hl7.current")
                : line(sight, phrases.clock(sight.since().get()), phrases);
    }

    private static String line(Hl7Sight sight, String since, Phrases phrases) {
        return sight.waiting() == 0
                ? phrases.text("hl7.apart", since)
                : phrases.text("hl7.waiting", Integer.toString(sight.waiting()), since);
    }

    /** That, when the last answer came, why messages wait, and what was refused with the receiver's own words. */
    public static String all(Hl7Sight sight, Phrases phrases) {
        StringBuilder said = new StringBuilder(sight.since()
                        .map(since -> line(sight, clock(since, phrases), phrases))
                        .orElseGet(() -> line(sight, phrases)))
                .append(". ");
        said.append(sight.answered()
                .map(at -> phrases.text("hl7.answered", clock(at, phrases)))
                .orElseGet(() -> phrases.text("hl7.unanswered")));
        sight.trouble().ifPresent(reason -> said.append(' ').append(cut(reason)).append('.'));
        if (sight.refused() > 0) {
            said.append('\n')
                    .append(phrases.text("hl7.refused", Integer.toString(sight.refused())))
                    .append(' ')
                    .append(sight.refusal()
                            .map(words -> phrases.text("hl7.refusal", cut(words)))
                            .orElseGet(() -> phrases.text("hl7.refusal-hidden")));
        }
        return said.toString();
    }

    private static String clock(Instant at, Phrases phrases) {
        return phrases.day(at) + " " + phrases.clock(at);
    }

    private static String cut(String words) {
        return words.length() <= MOST ? words : words.substring(0, MOST) + "…";
    }
}
