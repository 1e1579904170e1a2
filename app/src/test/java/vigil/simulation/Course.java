package vigil.simulation;

import java.io.IOException;
import java.math.BigDecimal;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vigil.journal.EventBytes;
import vigil.journal.SimulatedRecord;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.pump.PumpModel;
import vigil.session.Event;
import vigil.session.Phase;
import vigil.session.SiteSetting;
import vigil.session.SiteSettings;
import vigil.session.StopReason;

/** Five days at one bed that nobody planned: the same seed gives the same days, byte for byte. Not thread-safe. */
final class Course {
    static final Duration LENGTH = Duration.ofDays(5);
    /** The longest that a site may choose (R31), so that a reading each 28 seconds is a whole line. */
    static final Duration STALE = Duration.ofSeconds(30);

    private static final List<Instant> STARTS = List.of(
            Instant.parse("2026-03-01T22:00:00Z"),
            // The clocks of Sydney go back, and forward, within the course
            Instant.parse("2026-04-02T13:00:00Z"),
            Instant.parse("2026-10-01T13:00:00Z"),
            // A leap day, and the end of the 32-bit seconds
            Instant.parse("2028-02-26T22:00:00Z"),
            Instant.parse("2038-01-17T22:00:00Z"));
    private static final Duration POLL = Duration.ofMillis(2_500);
    private static final long[] CADENCE_S = {1, 9, 25, 25, 120, 120, 600, 600};

    private static final int READINGS_A_FORCE = 8;

    private final Random random;
    private final World world;
    private final PumpModel model;
    private final Map<String, TruePump> pumps = new LinkedHashMap<>();
    private final Oracle oracle;
    private final Console console;
    private final Entries entries;
    private TruePump pump;
    private @Nullable Wire wire;
    private Optional<PumpIdentity> answering = Optional.empty();
    private boolean connected = true;
    private boolean spoke;
    private int sessions;
    private int pumpsMade;
    private int deaths;
    private int sinceForce;
    private boolean failing;

    Course(long seed) throws IOException, NoSuchAlgorithmException {
        random = new Random(seed);
        world = new World(STARTS.get(random.nextInt(STARTS.size())), random);
        model = Chance.of(random, PumpModel.values());
        entries = new Entries(random);
        oracle = new Oracle(world, pumps, new EventBytes.Hash());
        console = new Console(new SimulatedRecord(), oracle);
        pump = newPump();
    }

    /** Plays the five days; a breach of what must hold is an {@link AssertionError}. */
    Course play() throws IOException {
        attempt(this::starts);
        while (world.passed().compareTo(LENGTH) < 0) {
            attempt(this::act);
        }
        attempt(this::ends);
        return this;
    }

    String trace() {
        return oracle.trace();
    }

    int steps() {
        return oracle.steps();
    }

    int deaths() {
        return deaths;
    }

    PumpModel model() {
        return model;
    }

    Phase phase() {
        return console.session().phase();
    }

    private interface Part {
        void run() throws IOException;
    }

    private void attempt(Part part) throws IOException {
        try {
            part.run();
        } catch (SimulatedRecord.Dead _) {
            dies();
        }
    }

    private void starts() {
        wire = newWire();
        console.take(new Event.ConsoleStarted(world.now(), world.bootId(), "0.1.0", true));
        SiteSettings choice = new SiteSettings(Map.of(SiteSetting.STALE_S, BigDecimal.valueOf(STALE.toSeconds())));
        console.take(new Event.SiteSettingsInForce(world.now(), choice));
        console.settle(world.now());
    }

    private void dies() throws IOException {
        deaths++;
        boolean powerGone = random.nextInt(3) != 0;
        Duration away = Duration.ofSeconds(2 + random.nextInt(random.nextBoolean() ? 20 : 1_800));
        if (powerGone) {
            world.boots(away);
        } else {
            world.passes(away);
        }
        pump.runs();
        console.dies(powerGone, random);
        attempt(this::starts);
    }

    private void ends() throws IOException {
        diskIsMended();
        // What was left out while the disk was nearly full is told once the reserve is held again.
        for (int minute = 0; minute < 3; minute++) {
            world.passes(Duration.ofMinutes(1));
            console.take(new Event.Tick(world.now()));
            console.settle(world.now());
        }
        oracle.nothingWasLostSilently(console.recorded());
    }

    // What happens

    private void act() {
        if (failing && random.nextInt(3) == 0) {
            diskIsMended();
        }
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6 -> timePasses();
            case 7, 8 -> console.take(entries.any(world.now()));
            case 9, 10, 11 -> care();
            case 12, 13, 14 -> atThePump();
            case 15 -> atTheWire();
            case 16 -> atTheDisk();
            case 17 -> atTheClock();
            default -> towardsTheEnd();
        }
    }

    private void timePasses() {
        long cadence = CADENCE_S[random.nextInt(CADENCE_S.length)];
        long most = cadence == 1 ? 60 : cadence == 9 ? 600 : 7_200;
        long until = world.passed().toSeconds() + 1 + random.nextLong(most);
        while (world.passed().toSeconds() < until && world.passed().compareTo(LENGTH) < 0) {
            reading(Duration.ofSeconds(cadence));
        }
    }

    /** Time passes, and then the pump is asked once. */
    private void reading(Duration cadence) {
        world.passes(cadence.plusMillis(random.nextInt(50)));
        pump.runs();
        spoke = false;
        if (connected && wire != null) {
            wire.converses(POLL);
        }
        if (!spoke) {
            console.take(new Event.Tick(world.now()));
        }
        // What comes by the second may share a force; at these cadences some readings do.
        if (++sinceForce >= READINGS_A_FORCE) {
            sinceForce = 0;
            console.settle(world.now());
        }
    }

    private void hear(PumpEvent said) {
        spoke = true;
        pump.runs();
        if (said instanceof PumpEvent.Reading(var reading)) {
            answering = Optional.of(reading.pump());
        }
        console.take(new Event.PumpSaid(said));
    }

    private void care() {
        Phase phase = console.session().phase();
        if (!console.session().isOpen()) {
            opens();
        } else if (console.session().delivery().binding().isEmpty()) {
            setsUp();
        } else if (!isAttached()) {
            answering.ifPresent(it -> console.take(entries.binds(world.now(), it)));
        } else if (!pump.delivers() && mayBegin(phase) && console.isRecording()) {
            begins();
        } else {
            console.take(random.nextBoolean() ? entries.chartsPlain(world.now()) : entries.checks(world.now()));
        }
    }

    /** Now and then it begins again within the four hours, which voids the cessation (A4). */
    private boolean mayBegin(Phase phase) {
        return phase == Phase.READY || phase.isCourse() || (phase == Phase.OBSERVING && random.nextInt(6) == 0);
    }

    private boolean isAttached() {
        return answering.map(console.session().delivery()::isBound).orElse(false);
    }

    /** A session has a pump of its own; one without a serial number cannot be told from the next, so there is only one. */
    private void opens() {
        if (sessions > 0 && model == PumpModel.NEW_ERA) {
            return;
        }
        pump.stops();
        pumps.clear();
        pump = newPump();
        wire = newWire();
        sessions++;
        console.take(entries.opens(world.now(), sessions));
        reading(Duration.ofSeconds(1));
    }

    private void setsUp() {
        reading(Duration.ofSeconds(1));
        answering.ifPresent(it -> entries.setUp(world.now(), it).forEach(console::take));
        reading(Duration.ofSeconds(1));
    }

    private void begins() {
        reading(Duration.ofSeconds(1));
        pump.isPutRight();
        if (pump.isNearlyEmpty()) {
            newSyringe();
        }
        pump.starts();
        for (int i = 0; i < 12; i++) {
            reading(Duration.ofSeconds(25));
        }
    }

    private void newSyringe() {
        pump.newSyringe();
        oracle.counterIsReset();
    }

    private void atThePump() {
        switch (random.nextInt(11)) {
            case 0, 1, 2 -> pump.changesRate(random, Maximum.limitMlPerH(console.session()));
            case 3 -> pauses();
            case 4 -> changesSyringe();
            case 5 -> {
                pump.resetsCounter();
                oracle.counterIsReset();
            }
            case 6 -> pump.alarms(random);
            case 7 -> pump.isPutRight();
            case 8 -> pump.losesMains(random.nextInt(4) != 0);
            case 9 -> pump.restsInStandby();
            default -> swaps();
        }
        reading(Duration.ofSeconds(1 + random.nextInt(20)));
    }

    private void pauses() {
        pump.stops();
        reading(Duration.ofSeconds(1));
        console.take(entries.explains(world.now(), Chance.of(random, StopReason.values())));
    }

    private void changesSyringe() {
        pump.stops();
        reading(Duration.ofSeconds(2));
        console.take(entries.explains(world.now(), StopReason.SYRINGE_CHANGE));
        newSyringe();
    }

    /** Another pump of the same model, new and standing still, is put on the cable; it stays. */
    private void swaps() {
        if (model != PumpModel.NEW_ERA && sessions > 0 && console.session().isOpen()) {
            reading(Duration.ofSeconds(1));
            pump.stops();
            reading(Duration.ofSeconds(1));
            oracle.pumpIsExchanged();
            pump = newPump();
            wire = newWire();
            answering = Optional.empty();
        }
    }

    private void atTheWire() {
        switch (random.nextInt(4)) {
            case 0 -> {
                if (connected && wire != null) {
                    wire.pulled();
                }
                connected = false;
            }
            case 1 -> {
                wire = newWire();
                connected = true;
            }
            case 2 -> damages(20 + random.nextInt(400));
            default -> damages(0);
        }
    }

    private void damages(int perMille) {
        if (wire != null) {
            wire.damages(perMille);
        }
    }

    private void atTheDisk() {
        switch (random.nextInt(6)) {
            case 0 -> console.record().armPowerCut(1 + random.nextInt(200));
            case 1 -> console.record().failNextForce();
            case 2, 3 -> console.record().leaveRoom(Optional.of(random.nextInt(1 << 15)));
            default -> console.record().setReadOnly(true);
        }
        failing = true;
    }

    /** Somebody makes room, or mounts the disk anew. */
    private void diskIsMended() {
        failing = false;
        console.record().leaveRoom(Optional.empty());
        console.record().setReadOnly(false);
    }

    private void atTheClock() {
        switch (random.nextInt(4)) {
            case 0 -> world.setsClock();
            case 1 -> {
                world.sleeps(Duration.ofSeconds(random.nextInt(1_200)));
                pump.runs();
            }
            default -> world.slews();
        }
        console.take(new Event.Tick(world.now()));
        console.settle(world.now());
    }

    private void towardsTheEnd() {
        Phase phase = console.session().phase();
        if (phase == Phase.OBSERVING && random.nextInt(3) == 0) {
            begins();
        } else if (phase == Phase.OBSERVING) {
            reading(Duration.ofMinutes(200 + random.nextInt(60)));
            reading(Duration.ofSeconds(2));
            console.take(entries.chartsPlain(world.now()));
        } else if (random.nextInt(8) == 0 && (phase.isCourse() || phase == Phase.CEASED)) {
            pump.stops();
            reading(Duration.ofSeconds(1));
            console.take(entries.ceases(world.now()));
        } else if (phase == Phase.OBSERVATION_COMPLETE) {
            console.take(entries.plansDischarge(world.now()));
        }
        console.take(entries.releases(world.now()));
        timePasses();
    }

    private TruePump newPump() {
        String serial = "14008%03d".formatted(pumpsMade++);
        TruePump made = new TruePump(model, serial, world);
        pumps.put(serial, made);
        return made;
    }

    private Wire newWire() {
        return new Wire(model, pump.onTheWire(), world, random, this::hear);
    }
}
