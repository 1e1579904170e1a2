package vigil.selftest;

import vigil.sound.ShortTone;
import vigil.sound.SoundException;

/** Plays a short, soft tone. That the device took and played it is found; that a person can hear it is not. */
public final class SoundCheck implements Check {
    @Override
    public Finding look() {
        if (ShortTone.isMuted()) {
            return Finding.failed("every output is muted or turned down; alarms would be seen only");
        }
        try {
            return judged(ShortTone.play());
        } catch (SoundException e) {
            return Finding.failed("no sound device can be opened; alarms would be seen only");
        }
    }

    static Finding judged(boolean played) {
        return played
                ? Finding.ok("a tone of 0.3 s was played; listen whether it was heard")
                : Finding.failed("the sound device stopped taking sound; alarms would be seen only");
    }
}
