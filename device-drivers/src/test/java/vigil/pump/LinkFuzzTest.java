package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vigil.pump.sim.Rack;
import vigil.pump.sim.Speaker;
import vigil.pump.wire.Fuzz;
import vigil.pump.wire.UnderTest;

/**
 * Every link under mutated protocol, true answers of its device, silence, closes and openings, on a virtual clock. Whatever
 * comes, it throws nothing, tells a bounded number of events, and sends only what is in its closed set.
 */
class LinkFuzzTest {
    private static final long INPUTS = Math.max(20_000, Long.getLong("fuzz.inputs", 300_000) / 100);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_122);
    private static final int MOST_EVENTS_A_BYTE = 2;

    private Moment now = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);
    private long events;
    private long bytes;

    @ParameterizedTest
    @EnumSource
    @Tag("A1")
    @Tag("A3")
    @Tag("B13")
    void whateverComesOnlyTheClosedSetIsSent(PumpModel model) {
        SplittableRandom random = new SplittableRandom(SEED);
        WatchedLink link = WatchedLink.of(model);
        Speaker device = model.newSpeaker(Rack.of(model.newSimulatedPump("12345", Volume.ofMl("50"), now)), now);
        UnderTest<?> protocol = Protocols.of(model);
        link.opened(now, this::count);
        for (long i = 0; i < INPUTS; i++) {
            step(link, random, device, protocol);
        }
        assertThat(link.counters().queriesSent()).isBetween(INPUTS / 100, INPUTS);
        assertThat(events).isLessThan(MOST_EVENTS_A_BYTE * bytes + INPUTS);
    }

    private void count(PumpEvent event) {
        assertThat(event.at()).isNotNull();
        events++;
    }

    private void step(WatchedLink link, SplittableRandom random, Speaker device, UnderTest<?> protocol) {
        now = now.plus(Duration.ofMillis(random.nextInt(random.nextInt(20) == 0 ? 6_000 : 150)));
        link.due(now, this::count).ifPresent(query -> {
            if (random.nextInt(4) > 0) {
                hear(link, device.heard(query.bytes(), query.bytes().length, now));
            }
        });
        if (random.nextInt(3) == 0) {
            hear(link, Fuzz.input(protocol, random));
        }
        if (random.nextInt(2_000) == 0) {
            link.leave(now);
        }
        if (random.nextInt(1_000) == 0) {
            link.closed(new LinkState.Unreachable("cut"), now, this::count);
            link.opened(now, this::count);
        }
        link.asked.subList(0, Math.max(0, link.asked.size() - 10)).clear();
    }

    private void hear(WatchedLink link, byte[] said) {
        bytes += said.length;
        link.received(said, said.length, now, this::count);
    }
}
