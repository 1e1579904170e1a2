package vigil.simulation;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import vigil.pump.LinkState;
import vigil.pump.Moment;
import vigil.pump.PumpEvent;
import vigil.pump.PumpLink;
import vigil.pump.PumpModel;
import vigil.pump.Query;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;

/** A real link and a pump that speaks real bytes, joined by a wire on which each answer may be damaged. Not thread-safe. */
final class Wire {
    private static final byte[] NOTHING = {};
    /** What follows an answer, such as its acknowledgement, comes within this time. */
    private static final Duration AFTERMATH = Duration.ofMillis(250);

    private static final int MOST_STEPS = 400;

    /** What happens to an answer. */
    enum Damage {
        SILENT,
        NOISE,
        FLIP,
        CUT_SHORT,
        GARBLED,
        TWICE,
        IN_PIECES
    }

    private final PumpModel model;
    private final Random random;
    private final Consumer<PumpEvent> out;
    private final PumpLink link;
    private final Speaker speaker;
    private final World world;
    private boolean read;
    private int perMilleDamaged;

    /** A wire from {@code pump}, newly opened. */
    Wire(PumpModel model, SimulatedPump pump, World world, Random random, Consumer<PumpEvent> out) {
        this.model = model;
        this.random = random;
        this.world = world;
        this.out = out;
        this.link = model.newLink();
        this.speaker = model.newSpeaker(Rack.of(pump), world.now());
        link.opened(world.now(), this::said);
    }

    /** From now on so many of a thousand answers are damaged. */
    void damages(int perMille) {
        perMilleDamaged = perMille;
    }

    /** The cable is pulled. */
    void pulled() {
        link.closed(new LinkState.Unreachable("the port has gone"), world.now(), this::said);
    }

    /** The conversation goes on until a reading is there with what follows it, {@code most} at the longest. */
    void converses(Duration most) {
        Moment from = world.now();
        long until = from.bootNanos() + most.toNanos();
        read = false;
        for (int step = 0; step < MOST_STEPS; step++) {
            long wake = Math.min(link.wakeAt(), speaker.wakeAt());
            long end = read ? Math.min(until, world.now().bootNanos() + AFTERMATH.toNanos()) : until;
            if (wake > end) {
                return;
            }
            world.passes(Duration.ofNanos(Math.max(0, wake - world.now().bootNanos())));
            step();
        }
    }

    private void step() {
        Moment now = world.now();
        if (speaker.wakeAt() <= now.bootNanos()) {
            receive(speaker.heard(NOTHING, 0, now));
        }
        Optional<Query> query = link.due(now, this::said);
        query.ifPresent(it -> {
            byte[] bytes = it.bytes();
            if (!model.permits(bytes)) {
                throw new AssertionError("bytes that are on no list: " + Arrays.toString(bytes));
            }
            receive(speaker.heard(bytes, bytes.length, now));
        });
    }

    private void said(PumpEvent event) {
        read |= event instanceof PumpEvent.Reading;
        out.accept(event);
    }

    private void receive(byte[] answer) {
        if (answer.length > 0 && random.nextInt(1_000) < perMilleDamaged) {
            damaged(answer, Chance.of(random, Damage.values()));
        } else {
            hear(answer);
        }
    }

    private void damaged(byte[] answer, Damage damage) {
        switch (damage) {
            case SILENT -> {}
            case NOISE -> {
                hear(randomBytes(1 + random.nextInt(40)));
                hear(answer);
            }
            case FLIP -> {
                answer[random.nextInt(answer.length)] ^= (byte) (1 << random.nextInt(8));
                hear(answer);
            }
            case CUT_SHORT -> hear(Arrays.copyOf(answer, random.nextInt(answer.length)));
            case GARBLED -> hear(randomBytes(answer.length));
            case TWICE -> {
                hear(answer);
                hear(answer);
            }
            case IN_PIECES -> {
                int cut = random.nextInt(answer.length);
                hear(Arrays.copyOf(answer, cut));
                hear(Arrays.copyOfRange(answer, cut, answer.length));
            }
        }
    }

    private byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private void hear(byte[] bytes) {
        if (bytes.length > 0) {
            link.received(bytes, bytes.length, world.now(), this::said);
        }
    }
}
