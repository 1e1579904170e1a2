package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RelayTest {
    private static final int MANY = 20_123;

    private final Relay<Long> relay = new Relay<>();

    private void reading() {
        Thread.ofPlatform().daemon().start(() -> {
            LongStream.rangeClosed(1, MANY).forEach(relay::take);
            relay.end();
        });
    }

    @Test
    void everyPieceComesInOrderHoweverMany() throws Exception {
        reading();
        List<Long> taken = new ArrayList<>();
        relay.forEach(taken::add);
        assertThat(taken).hasSize(MANY).isSorted().startsWith(1L).endsWith((long) MANY);
    }

    @Test
    void workThatFailsCanBeFollowedByOneThatTakesTheRest() throws Exception {
        reading();
        assertThatThrownBy(() -> relay.forEach(_ -> {
                    throw new IOException("the database cannot be read");
                }))
                .isInstanceOf(IOException.class);
        List<Long> rest = new ArrayList<>();
        relay.forEach(rest::add);
        assertThat(rest).isNotEmpty().endsWith((long) MANY);
    }

    /** As when a table of the database cannot be read once all pieces have been taken. */
    @Test
    void whoAsksAgainAfterTheEndDoesNotWaitForEver() throws Exception {
        relay.end();
        relay.forEach(_ -> {});
        List<Long> afterTheEnd = new ArrayList<>();
        relay.forEach(afterTheEnd::add);
        assertThat(afterTheEnd).isEmpty();
    }
}
