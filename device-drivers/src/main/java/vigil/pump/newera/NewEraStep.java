package vigil.pump.newera;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vigil.pump.newera.NewEraAnswer.Failure;
import vigil.pump.newera.NewEraAnswer.Unreadable;
import vigil.pump.newera.NewEraQuery.Ask;
import vigil.pump.wire.Octets;

/**
 * One question after the other, each put until two answers in a row agree. Basic mode has no check, so a flipped bit can make one false value
 * out of a true one; it would have to do so twice alike. Not thread-safe.
 */
final class NewEraStep {
    private static final int MOST_ANSWERS = 5;
    private static final String GARBLED_QUESTION = "?COM";

    private final NewEraDecoder decoder;
    private Ask ask = Ask.STATUS;
    private @Nullable NewEraAnswer before;
    private int answers;

    NewEraStep(NewEraDecoder decoder) {
        this.decoder = decoder;
    }

    /** Begins with another question, or with the same one anew. */
    NewEraStep begin(Ask question) {
        ask = question;
        before = null;
        answers = 0;
        return this;
    }

    Ask ask() {
        return ask;
    }

    /**
     * Takes the data of an answer.
     *
     * @return what the pump has said twice, or that it does not agree with itself; nothing while it is to be asked again
     */
    Optional<NewEraAnswer> heard(Octets data) {
        NewEraAnswer answer = decoder.decode(ask, data);
        boolean agrees = before != null && before.isBorneOutBy(answer) && !isGarbledQuestion(answer);
        before = answer;
        return agrees ? Optional.of(answer) : counted(data);
    }

    /** Takes an alarm, which came instead of an answer. */
    Optional<NewEraAnswer> heardAlarm(String alarm) {
        before = null;
        return counted(Octets.of(alarm));
    }

    private Optional<NewEraAnswer> counted(Octets data) {
        answers++;
        return answers < MOST_ANSWERS ? Optional.empty() : Optional.of(new Unreadable(data.toString()));
    }

    /** The pump did not understand the question, so this is no answer to it. */
    private static boolean isGarbledQuestion(NewEraAnswer answer) {
        return answer instanceof Failure(String error) && error.equals(GARBLED_QUESTION);
    }

    /** True when the last answer did not have the form of one to this question; another may be on its way. */
    boolean isUnfit() {
        return before instanceof Unreadable;
    }
}
