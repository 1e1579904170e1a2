package vigil.export;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vigil.export.mllp.Answer;
import vigil.export.mllp.MllpLine;
import vigil.export.mllp.MllpReceiver;

/**
 * Hands HL7 messages over a connection framed by MLLP, one after another, each until it is acknowledged, while somebody
 * waits for it. A broken connection is made anew and the message sent again under the same control id, so that a receiver
 * can tell it has it already; a refusal is not repeated. Immutable, thread-safe.
 *
 * @param patience with the connection and with each answer
 * @param attempts for one message, at least 1
 */
public record MllpSender(Duration patience, int attempts) {
    public static final MllpSender STANDARD = new MllpSender(Duration.ofSeconds(10), 3);

    /**
     * How far it came.
     *
     * @param acknowledged messages, from the first on
     * @param failure why it went no further; empty when every message is acknowledged
     */
    public record Outcome(int acknowledged, Optional<String> failure) {}

    /** Sends the messages in their order; ends at the first that is not acknowledged. Blocks. */
    public Outcome send(List<String> messages, MllpReceiver to) {
        int acknowledged = 0;
        try (MllpLine line = new MllpLine(to, patience)) {
            for (String message : messages) {
                Optional<String> failure = failure(answer(line, message));
                if (failure.isPresent()) {
                    return new Outcome(acknowledged, failure);
                }
                acknowledged++;
            }
            return new Outcome(acknowledged, Optional.empty());
        } catch (IOException e) {
            return new Outcome(acknowledged, Optional.of(reason(e)));
        }
    }

    private Answer answer(MllpLine line, String message) throws IOException {
        for (int attempt = 1; attempt < attempts; attempt++) {
            Optional<Answer> answer = answerIfAny(line, message);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        return line.exchange(message);
    }

    /** Nothing when the connection broke and another attempt is due; the last one says why. */
    private static Optional<Answer> answerIfAny(MllpLine line, String message) {
        try {
            return Optional.of(line.exchange(message));
        } catch (IOException e) {
            // The next attempt finds out whether this was more than a moment, and the last one tells why.
            return Optional.empty();
        }
    }

    private static Optional<String> failure(Answer answer) {
        return switch (answer) {
            case Answer.Taken _ -> Optional.empty();
            case Answer.Refused(String words) -> Optional.of(words);
            case Answer.Strange(String words) -> Optional.of(words);
        };
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
