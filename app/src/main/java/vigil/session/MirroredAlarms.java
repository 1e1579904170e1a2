package vigil.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vigil.pump.PumpEvent;
import vigil.pump.PumpIdentity;
import vigil.session.Delivery.Mirrored;

/** How the list of alarms that pumps report changes. An alarm is known by its pump and its code. */
final class MirroredAlarms {
    /** After a restart of the program: an alarm that the pump has not repeated in so many readings has ended. */
    private static final int READINGS_TO_FORGET = 3;

    private MirroredAlarms() {}

    static List<Mirrored> started(PumpEvent.AlarmStarted said, Stamp at, List<Mirrored> alarms) {
        List<Mirrored> next = new ArrayList<>(alarms.size() + 1);
        Optional<Mirrored> known = Optional.empty();
        for (Mirrored alarm : alarms) {
            if (isSame(alarm, said.pump(), said.alarm().code())) {
                known = Optional.of(alarm);
            } else {
                next.add(alarm);
            }
        }
        Stamp since = known.map(Mirrored::since).orElse(at);
        next.add(new Mirrored(said.pump(), said.alarm(), since, Optional.empty()));
        return next;
    }

    static List<Mirrored> ended(PumpEvent.AlarmEnded said, List<Mirrored> alarms) {
        return alarms.stream()
                .filter(alarm -> !isSame(alarm, said.pump(), said.alarm().code()))
                .toList();
    }

    private static boolean isSame(Mirrored alarm, PumpIdentity pump, String code) {
        return alarm.pump().equals(pump) && alarm.alarm().code().equals(code);
    }

    static List<Mirrored> withoutPump(PumpIdentity pump, List<Mirrored> alarms) {
        return alarms.stream().filter(alarm -> !alarm.pump().equals(pump)).toList();
    }

    static List<Mirrored> afterReadingOf(PumpIdentity pump, List<Mirrored> alarms) {
        return alarms.stream()
                .map(alarm -> alarm.pump().equals(pump) ? oneReadingOlder(alarm) : alarm)
                .filter(alarm -> alarm.readingsUnconfirmed().orElse(0) < READINGS_TO_FORGET)
                .toList();
    }

    private static Mirrored oneReadingOlder(Mirrored alarm) {
        Optional<Integer> readings = alarm.readingsUnconfirmed().map(count -> count + 1);
        return new Mirrored(alarm.pump(), alarm.alarm(), alarm.since(), readings);
    }
}
