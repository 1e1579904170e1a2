package vigil.scenario;

import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.pump.sim.SimulatedAlarm;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.PumpAct;

/** Reads what happens at the pump: the part of a statement after {@code pump}. */
final class PumpText {
    private final Words words;

    PumpText(Words words) {
        this.words = words;
    }

    Deed read() {
        String what = words.take("what the pump does");
        return what.equals("swapped") ? new Deed.Swap(words.take("a serial number")) : new Deed.AtPump(act(what));
    }

    private PumpAct act(String what) {
        return switch (what) {
            case "rate" -> rate();
            case "start" -> (pump, now) -> pump.start(now);
            case "stop" -> (pump, now) -> pump.stop(now);
            case "standby" -> (pump, now) -> pump.standby(now);
            case "purge" -> (pump, now) -> pump.purge(now);
            case "reset" -> (pump, now) -> pump.resetVolumeInfused(now);
            case "syringe" -> syringe();
            case "bolus" -> bolus();
            case "alarm" -> alarm();
            case "clear" -> clear();
            default ->
                throw words.unknown(
                        what, "rate, start, stop, standby, purge, reset, syringe, bolus, alarm, clear or swapped");
        };
    }

    private PumpAct rate() {
        FlowRate rate = FlowRate.ofMlPerH(words.take("mL/h"));
        return (pump, now) -> pump.setRate(rate, now);
    }

    private PumpAct syringe() {
        Volume volume = Volume.ofMl(words.take("mL"));
        return (pump, now) -> pump.changeSyringe(volume, now);
    }

    /** {@code bolus 2 at 60}. */
    private PumpAct bolus() {
        Volume volume = Volume.ofMl(words.take("mL"));
        words.expect("at");
        FlowRate rate = FlowRate.ofMlPerH(words.take("mL/h"));
        return (pump, now) -> pump.bolus(volume, rate, now);
    }

    private PumpAct alarm() {
        SimulatedAlarm alarm = SimulatedAlarm.named(words.take("an alarm name"));
        return (pump, now) -> pump.raise(alarm, now);
    }

    private PumpAct clear() {
        SimulatedAlarm alarm = SimulatedAlarm.named(words.take("an alarm name"));
        return (pump, now) -> pump.clear(alarm, now);
    }
}
