package vigil.sound;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import vigil.alarm.AlarmPriority;
import vigil.alarm.AlarmSignal;

/**
 * Decides sample by sample what is heard, by the count of samples alone: it reads no clock. One sound at a time, the
 * highest; a higher priority breaks a lower one off; a burst that nobody silenced is played to its end; bursts repeat after
 * the silence of their priority. However fast conditions come and go, there is a pause between two bursts. Belongs to one
 * thread.
 */
final class Annunciator {
    /** Samples that are decided upon at once: 10 ms. */
    static final int BLOCK = Synthesis.RATE / 100;

    /** Least spacing of two pulses, so that what was broken off does not run into what follows. */
    private static final int AFTER_BREAKING_OFF = Synthesis.frames(50);
    /** Between the bursts of two conditions; short enough for a new condition to be heard within a second. */
    private static final int BETWEEN_CONDITIONS = Synthesis.frames(800);
    /** Least pause between two bursts of one condition (alarm page, section 3.2). */
    private static final int BETWEEN_BURSTS = Synthesis.frames(2_500);

    private final Map<AlarmPriority, short[]> bursts = new EnumMap<>(AlarmPriority.class);
    private final short[] testTone = Synthesis.samples(Burst.TEST);
    /** The signal whose burst was begun last. */
    private Optional<AlarmSignal> told = Optional.empty();

    private short[] playing = {};
    private int position;
    /** Samples of silence since the last sound. */
    private long silence = Long.MAX_VALUE / 2;

    private boolean testing;
    private int tested;

    Annunciator() {
        for (AlarmPriority priority : AlarmPriority.values()) {
            Burst.of(priority).ifPresent(burst -> bursts.put(priority, Synthesis.samples(burst)));
        }
    }

    /** Writes the next {@value #BLOCK} samples. */
    void next(Wanted wanted, short[] block) {
        Arrays.fill(block, (short) 0);
        if (isSounding() && isBrokenOff(wanted)) {
            copy(block);
            fade(block);
            playing = new short[0];
            silence = 0;
            return;
        }
        if (!isSounding()) {
            begin(wanted);
        }
        if (isSounding()) {
            adopt(wanted);
            copy(block);
        } else {
            silence += BLOCK;
        }
    }

    private boolean isSounding() {
        return position < playing.length;
    }

    private boolean isBrokenOff(Wanted wanted) {
        if (testing) {
            return wanted.signal().filter(this::isNew).isPresent();
        }
        AlarmPriority now = told.map(AlarmSignal::priority).orElse(AlarmPriority.INFORMATION);
        boolean higher =
                wanted.signal().filter(it -> it.priority().compareTo(now) > 0).isPresent();
        boolean same = wanted.signal().filter(it -> it.priority() == now).isPresent();
        boolean silenced =
                told.filter(it -> wanted.silenced().contains(it.key())).isPresent();
        return higher || (silenced && !same);
    }

    /** A burst stands for every condition of its priority that is there while it sounds. */
    private void adopt(Wanted wanted) {
        if (!testing && wanted.signal().map(AlarmSignal::priority).equals(told.map(AlarmSignal::priority))) {
            told = wanted.signal();
        }
    }

    private void begin(Wanted wanted) {
        Optional<AlarmSignal> due = wanted.signal().filter(signal -> silence >= pause(signal));
        boolean test = due.isEmpty() && wanted.tests() > tested && silence >= BETWEEN_CONDITIONS;
        if (due.isPresent()) {
            told = due;
            start(bursts.getOrDefault(due.get().priority(), new short[0]), false);
        } else if (test) {
            start(testTone, true);
        }
        // A session that has begun anew counts from nothing.
        tested = test ? wanted.tests() : Math.min(tested, wanted.tests());
    }

    private void start(short[] samples, boolean isTest) {
        playing = samples;
        position = 0;
        testing = isTest;
    }

    private boolean isNew(AlarmSignal signal) {
        return pause(signal) <= BETWEEN_CONDITIONS;
    }

    /** Samples of silence that come before the burst of {@code signal}. */
    private long pause(AlarmSignal signal) {
        if (told.isEmpty() || signal.priority().compareTo(told.get().priority()) > 0) {
            return AFTER_BREAKING_OFF;
        }
        boolean sameCondition =
                told.get().key().equals(signal.key()) && told.get().since().equals(signal.since());
        if (!sameCondition) {
            return BETWEEN_CONDITIONS;
        }
        boolean again = signal.times() > told.get().times();
        return again ? BETWEEN_BURSTS : Synthesis.frames(silenceMillis(signal.priority()));
    }

    private static int silenceMillis(AlarmPriority priority) {
        return Burst.of(priority).map(Burst::silenceMillis).orElse(0);
    }

    private void copy(short[] block) {
        int length = Math.min(block.length, playing.length - position);
        System.arraycopy(playing, position, block, 0, length);
        position += length;
        if (!isSounding()) {
            silence = (long) block.length - length;
        }
    }

    /** To silence within the block, so that nothing clicks. */
    private static void fade(short[] block) {
        for (int i = 0; i < block.length; i++) {
            block[i] = (short) (block[i] * (block.length - i) / block.length);
        }
    }
}
