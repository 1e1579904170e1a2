package vigil.sound;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;
import vigil.pump.Moment;

/** Sounds a high condition on this machine's sound device for two seconds, and prints what the loudspeaker reports. */
final class SoundForAMoment {
    private static final long NANOS = 2_000_000_000L;

    private SoundForAMoment() {}

    private static Moment now() {
        return new Moment(Instant.now(), System.nanoTime(), System.nanoTime());
    }

    public static void main(String[] arguments) {
        Loudspeaker loudspeaker = Loudspeaker.ofThisMachine(SoundForAMoment::now);
        loudspeaker.reportTo(
                problem -> System.out.println(problem.map(Enum::name).orElse("PLAYS")));
        AlarmSignal signal = new AlarmSignal("R12", AlarmPriority.HIGH, now(), 0);
        loudspeaker.show(new Wanted(Optional.of(signal), Set.of(), 0));
        Thread sound = new Thread(loudspeaker, "sound");
        sound.start();
        long end = System.nanoTime() + NANOS;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        loudspeaker.stop();
    }
}
