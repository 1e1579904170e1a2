package vigil.pump;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;
import vigil.pump.wire.Damage;

/** What a device says to a link within some seconds, byte by byte: the long inputs of the fuzzing. Not thread-safe. */
final class Conversation {
    /** When it begins. */
    static final Moment START = new Moment(Instant.parse("2026-11-22T08:00:00Z"), 0, 0);

    private static final int PILLARS = 3;
    private static final int PLACES = 8;
    private static final Duration STEP = Duration.ofMillis(10);
    private static final byte[] NOTHING = {};

    private final List<byte[]> answers = new ArrayList<>();

    private Conversation() {}

    /** {@code link} asks {@code device} for {@code length}. */
    static Conversation between(WatchedLink link, Speaker device, Duration length) {
        Conversation held = new Conversation();
        Moment end = START.plus(length);
        link.opened(START, _ -> {});
        for (Moment now = START; now.bootNanos() < end.bootNanos(); now = now.plus(STEP)) {
            held.step(link, device, now);
        }
        return held;
    }

    private void step(WatchedLink link, Speaker device, Moment now) {
        hear(device.heard(NOTHING, 0, now), link, now);
        link.due(now, _ -> {}).ifPresent(query -> {
            byte[] bytes = query.bytes();
            hear(device.heard(bytes, bytes.length, now), link, now);
        });
    }

    private void hear(byte[] answer, WatchedLink link, Moment now) {
        if (answer.length > 0) {
            answers.add(answer);
            link.received(answer, answer.length, now, _ -> {});
        }
    }

    /** Each answer by itself. */
    List<byte[]> answers() {
        return List.copyOf(answers);
    }

    /** All answers one after the other, as they stand in a buffer that was not read. */
    byte[] glued() {
        return Damage.glued(answers);
    }

    /** A full rack: 24 running pumps. */
    static Rack rack(PumpModel model) {
        Rack rack = new Rack();
        for (int pillar = 1; pillar <= PILLARS; pillar++) {
            for (int place = 1; place <= PLACES; place++) {
                rack.put(new Rack.Slot(pillar, place), pump(model, pillar * 100 + place));
            }
        }
        return rack;
    }

    /** One running pump. */
    static Rack single(PumpModel model) {
        return Rack.of(pump(model, 1));
    }

    private static SimulatedPump pump(PumpModel model, int number) {
        SimulatedPump pump = model.newSimulatedPump("7%04d".formatted(number), Volume.ofMl("50"), START);
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("3.6"), START);
        pump.start(START);
        return pump;
    }
}
