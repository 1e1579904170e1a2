package vigil.pump.sim;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import vigil.pump.Concentration;
import vigil.pump.DeliveryStatus;
import vigil.pump.FlowRate;
import vigil.pump.Moment;
import vigil.pump.Volume;

/**
 * A syringe pump without a wire. Volumes are whole nanolitres, so that volume infused is rate times time exactly. Every
 * verb takes the time at which it happens; time never runs back. Not thread-safe.
 */
public final class SimulatedPump {
    private static final long US = 1_000L;
    private static final long KVO_NL_PER_H = Flow.NL_PER_ML;
    private static final long NO_TARGET = Long.MAX_VALUE;
    private static final int NEAR_END_MINUTES = 3;
    private static final long SILENCE_US = 120_000_000L;

    private enum Mode {
        STOPPED,
        RUNNING,
        KVO,
        PURGING,
        STANDBY
    }

    private final String model;
    private final String serialNumber;
    private final Flow flow = new Flow();
    private final EnumSet<SimulatedAlarm> alarms = EnumSet.noneOf(SimulatedAlarm.class);
    private String drug = "";
    private Concentration concentration = Concentration.ofMgPerMl("1");
    private long nowUs;
    private Mode mode = Mode.STOPPED;
    private long rateNlPerH;
    private long syringeNl;
    private long leftNl;
    private long infusedNl;
    private long targetNl = NO_TARGET;
    private long bolusLeftNl;
    private long bolusNlPerH;
    private final LinePressure pressure = new LinePressure();
    private final Battery battery = new Battery();
    private Mechanics mechanics = Mechanics.IDEAL;
    private long startedUs;
    private long silentUntilUs;

    /**
     * A switched-on, stopped pump with a full syringe.
     *
     * @param model as the protocol writes it, for example {@code 688N030003}
     * @param syringe size and content in mL
     */
    public SimulatedPump(String model, String serialNumber, Volume syringe, Moment now) {
        this.model = model;
        this.serialNumber = serialNumber;
        syringeNl = Flow.nl(syringe.ml());
        leftNl = syringeNl;
        nowUs = now.bootNanos() / US;
    }

    /** Names what is in the syringe. */
    public void holds(String drugName, Concentration drugConcentration) {
        drug = drugName;
        concentration = drugConcentration;
    }

    /** From its next start on, the drive follows the set rate like this. */
    public void moves(Mechanics drive) {
        mechanics = drive;
    }

    /** Lets the pump run until {@code now}. Called by every other verb. */
    public void runUntil(Moment now) {
        long us = now.bootNanos() / US;
        if (us > nowUs) {
            pass(us - nowUs);
            nowUs = us;
        }
    }

    public void start(Moment now) {
        runUntil(now);
        mode = leftNl > 0 ? Mode.RUNNING : Mode.STOPPED;
        startedUs = nowUs;
        pressure.release();
    }

    public void stop(Moment now) {
        runUntil(now);
        halt(Mode.STOPPED);
    }

    public void standby(Moment now) {
        runUntil(now);
        halt(Mode.STANDBY);
    }

    /** Fills the line; the volume infused does not count it. */
    public void purge(Moment now) {
        runUntil(now);
        halt(Mode.PURGING);
    }

    public void setRate(FlowRate rate, Moment now) {
        runUntil(now);
        rateNlPerH = Flow.nl(rate.mlPerH());
    }

    /** Sets what is to be infused from now on; at its end the pump alarms and goes on with KVO. */
    public void setVolumeToBeInfused(Volume vtbi, Moment now) {
        runUntil(now);
        targetNl = infusedNl + Flow.nl(vtbi.ml());
    }

    /** Gives {@code volume} at {@code rate} on top of nothing else, then goes on as before. */
    public void bolus(Volume volume, FlowRate rate, Moment now) {
        runUntil(now);
        bolusLeftNl = Flow.nl(volume.ml());
        bolusNlPerH = Flow.nl(rate.mlPerH());
    }

    /** Puts a new, full syringe in; the pump is stopped and its volume infused starts at zero. */
    public void changeSyringe(Volume syringe, Moment now) {
        runUntil(now);
        halt(Mode.STOPPED);
        syringeNl = Flow.nl(syringe.ml());
        leftNl = syringeNl;
        targetNl = NO_TARGET;
        infusedNl = 0;
        alarms.remove(SimulatedAlarm.SYRINGE_EMPTY);
        alarms.remove(SimulatedAlarm.NEAR_END);
        alarms.remove(SimulatedAlarm.SYRINGE_OPEN);
    }

    /** Sets the volume infused to zero, as the nurse does at the pump. */
    public void resetVolumeInfused(Moment now) {
        runUntil(now);
        targetNl = targetNl == NO_TARGET ? NO_TARGET : targetNl - infusedNl;
        infusedNl = 0;
    }

    /** Closes the line: the drive works against it until the pressure alarms. */
    public void occlude(Moment now) {
        runUntil(now);
        pressure.close();
    }

    /** Opens the line and clears the alarm; a stopped pump stays stopped until it is started. */
    public void release(Moment now) {
        clear(SimulatedAlarm.OCCLUSION, now);
    }

    public void raise(SimulatedAlarm alarm, Moment now) {
        runUntil(now);
        alarm(alarm);
        if (alarm == SimulatedAlarm.OCCLUSION) {
            pressure.setToLimit();
        }
    }

    private void alarm(SimulatedAlarm alarm) {
        if (alarms.add(alarm)) {
            silentUntilUs = nowUs;
        }
        if (alarm.stops()) {
            halt(Mode.STOPPED);
        }
    }

    /** Clears the alarm at the pump; a stopped pump stays stopped until it is started. */
    public void clear(SimulatedAlarm alarm, Moment now) {
        runUntil(now);
        alarms.remove(alarm);
        if (alarm == SimulatedAlarm.OCCLUSION) {
            pressure.release();
        }
    }

    /** Switches the sound of the present alarms off at the pump, for two minutes or until another alarm begins. */
    public void silence(Moment now) {
        runUntil(now);
        silentUntilUs = nowUs + SILENCE_US;
    }

    /** True while there is an alarm whose sound is switched off at the pump. */
    public boolean isSilenced() {
        return !alarms.isEmpty() && nowUs < silentUntilUs;
    }

    public void setMains(boolean connected, Moment now) {
        runUntil(now);
        battery.setMains(connected);
        if (connected) {
            alarms.remove(SimulatedAlarm.BATTERY_LOW);
            alarms.remove(SimulatedAlarm.BATTERY_EMPTY);
        }
    }

    public void setPressurePercent(int percent, Moment now) {
        runUntil(now);
        pressure.setPercent(percent);
    }

    public String model() {
        return model;
    }

    public String serialNumber() {
        return serialNumber;
    }

    public String drug() {
        return drug;
    }

    public Concentration concentration() {
        return concentration;
    }

    public DeliveryStatus status() {
        return switch (mode) {
            case STOPPED -> bolusLeftNl > 0 ? DeliveryStatus.DELIVERING : DeliveryStatus.NOT_DELIVERING;
            case RUNNING -> DeliveryStatus.DELIVERING;
            case KVO -> DeliveryStatus.KVO;
            case PURGING -> DeliveryStatus.PURGING;
            case STANDBY -> DeliveryStatus.STANDBY;
        };
    }

    /** Set rate in nanolitres an hour; pumps go on showing it while stopped. In KVO, the KVO rate. */
    public long rateNlPerH() {
        return mode == Mode.KVO ? Math.min(rateNlPerH, KVO_NL_PER_H) : rateNlPerH;
    }

    public long infusedNl() {
        return infusedNl;
    }

    public long leftNl() {
        return leftNl;
    }

    public long syringeNl() {
        return syringeNl;
    }

    /** Size of the syringe in mL. */
    public Volume syringe() {
        return new Volume(BigDecimal.valueOf(syringeNl, 6));
    }

    /** Volume infused in mL, exact. */
    public Volume volumeInfused() {
        return new Volume(BigDecimal.valueOf(infusedNl, 6));
    }

    /** Volume left in the syringe in mL, exact. */
    public Volume volumeLeft() {
        return new Volume(BigDecimal.valueOf(leftNl, 6));
    }

    /** Seconds until the syringe is empty at the present rate; -1 when nothing flows. */
    public long secondsLeft() {
        long rate = rateNlPerH();
        return rate == 0 || (mode != Mode.RUNNING && mode != Mode.KVO) ? -1 : leftNl * 3_600 / rate;
    }

    public boolean isBolusActive() {
        return bolusLeftNl > 0;
    }

    public int pressurePercent() {
        return pressure.percent();
    }

    public boolean onMains() {
        return battery.onMains();
    }

    public long batteryMinutes() {
        return battery.minutes();
    }

    public Set<SimulatedAlarm> alarms() {
        return Collections.unmodifiableSet(alarms);
    }

    public boolean has(SimulatedAlarm alarm) {
        return alarms.contains(alarm);
    }

    private void pass(long us) {
        drainBattery(us);
        if (bolusLeftNl > 0) {
            passBolus(us);
        } else if (mode == Mode.RUNNING || mode == Mode.KVO) {
            long since = nowUs - startedUs;
            long flowingUs = mode == Mode.KVO ? us : mechanics.fullFlowUs(since, since + us);
            infuse(flow.over(mechanics.driven(rateNlPerH()), flowingUs), us);
        }
        if (mode == Mode.RUNNING && leftNl > 0 && leftNl * 60 < rateNlPerH * NEAR_END_MINUTES) {
            alarm(SimulatedAlarm.NEAR_END);
        }
    }

    private void passBolus(long us) {
        long given = Math.min(flow.over(bolusNlPerH, us), bolusLeftNl);
        bolusLeftNl -= given;
        infuse(given, 0);
    }

    /** Gives what is there; the end of the volume or of the syringe can fall into the middle of a step. */
    private void infuse(long nl, long us) {
        long given = Math.min(nl, Math.min(leftNl, mode == Mode.RUNNING ? targetNl - infusedNl : nl));
        infusedNl += given;
        leftNl -= given;
        if (pressure.pumped(given)) {
            alarm(SimulatedAlarm.OCCLUSION);
        }
        if (leftNl == 0) {
            alarms.remove(SimulatedAlarm.NEAR_END);
            alarm(SimulatedAlarm.SYRINGE_EMPTY);
        } else if (mode == Mode.RUNNING && infusedNl >= targetNl) {
            alarm(SimulatedAlarm.END_OF_VOLUME);
            mode = Mode.KVO;
            long usUsed = rateNlPerH == 0 ? us : Math.min(us, given * 3_600_000L / rateNlPerH * US);
            infuse(flow.over(rateNlPerH(), Math.max(0, us - usUsed)), 0);
        }
    }

    private void drainBattery(long us) {
        battery.drain(us);
        if (battery.isEmpty()) {
            alarms.remove(SimulatedAlarm.BATTERY_LOW);
            alarm(SimulatedAlarm.BATTERY_EMPTY);
        } else if (battery.isLow()) {
            alarm(SimulatedAlarm.BATTERY_LOW);
        }
    }

    private void halt(Mode next) {
        mode = next;
        bolusLeftNl = 0;
    }
}
