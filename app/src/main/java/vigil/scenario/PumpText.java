package vigil.scenario;

import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.pump.Volume;
import vigil.pump.sim.SimulatedAlarm;
import vigil.scenario.Scenario.Deed;
import vigil.scenario.Scenario.Manner;
import vigil.scenario.Scenario.PumpAct;

/** Reads what happens at the pump: the part of a statement after {@code pump}. */
final class PumpText {
    private final Words words;

    PumpText(Words words) {
        this.words = words;
    }

    Deed read() {
        String what = words.take("what the pump does");
        return switch (what) {
            case "swapped" -> new Deed.Swap(words.take("a serial number"));
            case "silent" -> new Deed.Answering(Manner.SILENT);
            case "frozen" -> new Deed.Answering(Manner.FROZEN);
            case "answers" -> new Deed.Answering(Manner.ANSWERS);
            default -> new Deed.AtPump(act(what));
        };
    }

    private PumpAct act(String what) {
        return switch (what) {
            case "rate" -> rate();
            case "start" -> (pump, now) -> pump.start(now);
            case "stop" -> (pump, now) -> pump.stop(now);
            case "standby" -> (pump, now) -> pump.standby(now);
            case "purge" -> (pump, now) -> pump.purge(now);
            case "target" -> target();
            case "reset" -> (pump, now) -> pump.resetVolumeInfused(now);
            case "syringe" -> syringe();
            case "holds" -> holds();
            case "bolus" -> bolus();
            case "alarm" -> alarm();
            case "clear" -> clear();
            default ->
                throw words.unknown(
                        what,
                        "rate, target, start, stop, standby, purge, reset, syringe, holds, bolus, alarm, clear, silent, frozen, answers or swapped");
        };
    }

    private PumpAct rate() {
        FlowRate rate = FlowRate.ofMlPerH(words.take("mL/h"));
        return (pump, now) -> pump.setRate(rate, now);
    }

    /** {@code target 2}: the volume after which the pump goes on with KVO. */
    private PumpAct target() {
        Volume volume = Volume.ofMl(words.take("mL"));
        return (pump, now) -> pump.setVolumeToBeInfused(volume, now);
    }

    private PumpAct syringe() {
        Volume volume = Volume.ofMl(words.take("mL"));
        return (pump, now) -> pump.changeSyringe(volume, now);
    }

    /** What the pump is told its syringe holds. */
    private PumpAct holds() {
        Concentration concentration = Concentration.ofMgPerMl(words.take("mg/mL"));
        return (pump, _) -> pump.holds(pump.drug(), concentration);
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
