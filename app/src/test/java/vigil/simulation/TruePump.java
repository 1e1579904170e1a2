package vigil.simulation;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.PumpModel;
import vigil.pump.Volume;
import vigil.pump.sim.SimulatedAlarm;
import vigil.pump.sim.SimulatedPump;

/** A simulated pump and what it has truly delivered, whatever its counter says. Not thread-safe. */
final class TruePump {
    private static final Volume SYRINGE = Volume.ofMl("50");
    private static final String[] RATES = {"0.7", "1.75", "3.5", "7", "8.7", "11", "12"};
    private static final String[] BESIDE_THE_LIMIT = {"0", "0", "0.01", "0.1", "-0.01", "-0.1"};

    private static final SimulatedAlarm[] ALARMS = {
        SimulatedAlarm.OCCLUSION, SimulatedAlarm.AIR, SimulatedAlarm.SYRINGE_OPEN
    };

    private final SimulatedPump pump;
    private final World world;
    private long beforeResetsNl;
    private int resets;
    private Duration lastFlow = Duration.ZERO;

    TruePump(PumpModel model, String serialNumber, World world) {
        this.world = world;
        pump = model.newSimulatedPump(serialNumber, SYRINGE, world.trueTime());
        pump.holds("Ketamine", Concentration.ofMgPerMl("4"));
        pump.setRate(FlowRate.ofMlPerH("1.75"), world.trueTime());
    }

    SimulatedPump onTheWire() {
        return pump;
    }

    /** Lets it run until now. */
    void runs() {
        long before = pump.infusedNl();
        pump.runUntil(world.trueTime());
        lastFlow = pump.infusedNl() > before ? world.passed() : lastFlow;
    }

    /** Everything delivered since the pump was made, nL. */
    long deliveredNl() {
        return beforeResetsNl + pump.infusedNl();
    }

    int resets() {
        return resets;
    }

    /** When it last delivered, as true time. */
    Duration lastFlow() {
        return lastFlow;
    }

    boolean delivers() {
        return pump.status().delivers();
    }

    void starts() {
        runs();
        pump.start(world.trueTime());
    }

    void stops() {
        runs();
        pump.stop(world.trueTime());
    }

    void restsInStandby() {
        runs();
        pump.standby(world.trueTime());
    }

    /** Every other time to what is exactly {@code limitMlPerH}, or a step beside it. */
    void changesRate(Random random, Optional<BigDecimal> limitMlPerH) {
        runs();
        BigDecimal any = new BigDecimal(Chance.of(random, RATES));
        BigDecimal beside = new BigDecimal(Chance.of(random, BESIDE_THE_LIMIT));
        boolean besideLimit = random.nextBoolean();
        BigDecimal rate = limitMlPerH.filter(_ -> besideLimit).map(beside::add).orElse(any);
        pump.setRate(new FlowRate(rate), world.trueTime());
    }

    void newSyringe() {
        runs();
        resets++;
        beforeResetsNl += pump.infusedNl();
        pump.changeSyringe(SYRINGE, world.trueTime());
    }

    void resetsCounter() {
        runs();
        resets++;
        beforeResetsNl += pump.infusedNl();
        pump.resetVolumeInfused(world.trueTime());
    }

    boolean isNearlyEmpty() {
        return pump.leftNl() < pump.syringeNl() / 20;
    }

    void alarms(Random random) {
        runs();
        pump.raise(ALARMS[random.nextInt(ALARMS.length)], world.trueTime());
    }

    void isPutRight() {
        runs();
        Set<SimulatedAlarm> ended = new HashSet<>(pump.alarms());
        ended.forEach(alarm -> pump.clear(alarm, world.trueTime()));
    }

    void losesMains(boolean back) {
        runs();
        pump.setMains(back, world.trueTime());
    }
}
