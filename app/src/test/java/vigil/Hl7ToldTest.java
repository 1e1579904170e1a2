package vigil;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vigil.export.mllp.Hl7Status;
import vigil.pump.Moment;
import vigil.ui.wire.Hl7Sight;

class Hl7ToldTest {
    private static final Instant START = Openings.START.utc();

    private final List<Hl7Sight> screen = new ArrayList<>();
    private Moment now = Openings.START;
    private final Hl7Told told = new Hl7Told(List.of("older"), new Hl7Told.Shown(() -> now, screen::add));

    private Hl7Sight after(int seconds, Hl7Status status) {
        now = Openings.after(Duration.ofSeconds(seconds));
        told.accept(status);
        return screen.getLast();
    }

    @Test
    void messagesWaitSinceTheFirstFailureNotTheLast() {
        after(10, new Hl7Status.Waiting(3, "refused"));
        Hl7Sight later = after(60, new Hl7Status.Waiting(5, "timed out"));

        assertThat(later.waiting()).isEqualTo(5);
        assertThat(later.since()).contains(START.plusSeconds(10));
        assertThat(later.trouble()).contains("timed out");
    }

    @Test
    void onceAllHaveTheirAnswerNothingWaitsAndTheLastAnswerStands() {
        after(10, new Hl7Status.Waiting(3, "refused"));
        after(20, new Hl7Status.Taken());
        Hl7Sight through = after(30, new Hl7Status.Through());

        assertThat(through)
                .isEqualTo(new Hl7Sight(
                        0,
                        Optional.empty(),
                        Optional.of(START.plusSeconds(20)),
                        Optional.empty(),
                        1,
                        Optional.of("older")));
    }

    @Test
    void aRefusalIsAnAnswerTooAndIsCountedToThoseBefore() {
        Hl7Sight refused = after(10, new Hl7Status.Refused("AE unknown patient"));

        assertThat(refused.refused()).isEqualTo(2);
        assertThat(refused.refusal()).contains("AE unknown patient");
        assertThat(refused.answered()).contains(START.plusSeconds(10));
    }
}
