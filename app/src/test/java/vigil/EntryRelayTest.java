package vigil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vigil.journal.JournalEntry;
import vigil.session.Event;

@Timeout(30)
class EntryRelayTest {
    private static final int MANY = 20_123;

    private final EntryRelay relay = new EntryRelay();

    private void reading() {
        Thread.ofPlatform().daemon().start(() -> {
            LongStream.rangeClosed(1, MANY)
                    .mapToObj(number -> new JournalEntry(number, "", new Event.Tick(Openings.START)))
                    .forEach(relay::take);
            relay.end();
        });
    }

    @Test
    void everyEntryComesInOrderHoweverMany() throws Exception {
        reading();
        List<Long> taken = new ArrayList<>();
        relay.forEach(entry -> taken.add(entry.sequence()));
        assertThat(taken).hasSize(MANY).isSorted().startsWith(1L).endsWith((long) MANY);
    }

    @Test
    void aFoldingThatFailsCanBeFollowedByOneThatTakesTheRest() throws Exception {
        reading();
        assertThatThrownBy(() -> relay.forEach(_ -> {
                    throw new IOException("the database cannot be read");
                }))
                .isInstanceOf(IOException.class);
        List<Long> rest = new ArrayList<>();
        relay.forEach(entry -> rest.add(entry.sequence()));
        assertThat(rest).isNotEmpty().endsWith((long) MANY);
    }

    /** As when a table of the database cannot be read once all entries have been folded. */
    @Test
    void whoAsksAgainAfterTheEndDoesNotWaitForEver() throws Exception {
        relay.end();
        relay.forEach(_ -> {});
        List<Long> afterTheEnd = new ArrayList<>();
        relay.forEach(entry -> afterTheEnd.add(entry.sequence()));
        assertThat(afterTheEnd).isEmpty();
    }
}
