package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.journal.SimulatedDisk.PowerCut;
import vigil.keys.DeviceKey;
import vigil.pump.Moment;
import vigil.session.Event;
import vigil.session.Staff;

/** Goal R2: 10,000 power cuts and half as many kills, at any operation, with torn, reordered and dropped writes: nothing acknowledged is lost. */
class PowerCutTest {
    private static final int LIVES = 1_500;
    private static final int ENDS_A_LIFE = 10;
    private static final DeviceKey KEY = DeviceKey.random();
    /** Small, so that the cuts fall into every part of a segment's life. */
    private static final Limits LIMITS = new Limits(6_000, Duration.ofHours(1), 600, 1 << 16);

    private static final Staff NURSE = new Staff("ab12", "A. Brown RN", Staff.Role.NURSE);

    /** One console's record through many power cuts. */
    private static final class Life {
        private final long seed;
        private final Random random;
        private SimulatedDisk disk = new SimulatedDisk();
        private Moment now = new Moment(Instant.parse("2026-03-02T09:00:00Z"), 0, 0);
        private List<Event> appended = new ArrayList<>();
        private int acknowledged;

        Life(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        void liveUntilTheEnd() throws JournalException {
            disk.cutPowerDuring(random.nextInt(1, 30));
            try {
                Journal journal = Journal.open(disk, KEY, LIMITS);
                while (true) {
                    record(journal);
                }
            } catch (PowerCut _) {
                diedOrCut();
            }
        }

        /** Every third time only the program died: what it wrote can be read, and is lost with the power later. */
        private void diedOrCut() {
            if (random.nextInt(3) == 0) {
                disk.cutPowerDuring(Long.MAX_VALUE);
            } else {
                disk = disk.afterPowerCut(random);
            }
        }

        private void record(Journal journal) throws JournalException {
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                now = now.plus(Duration.ofSeconds(random.nextInt(4)));
                Event event = new Event.NoteAdded(now, "note " + random.nextInt(1 << random.nextInt(30)), NURSE);
                appended.add(event);
                journal.append(event);
            }
            int all = appended.size();
            journal.force();
            acknowledged = all;
        }

        void check() throws JournalException {
            assertThat(Verify.journal(disk, KEY, java.util.Optional.empty()))
                    .as("seed %d, %d acknowledged", seed, acknowledged)
                    .isInstanceOfAny(
                            Verify.Verdict.Sound.class, Verify.Verdict.Torn.class, Verify.Verdict.Unreadable.class)
                    .matches(verdict -> !(verdict instanceof Verify.Verdict.Unreadable));
            List<Event> found = new ArrayList<>();
            Journal.open(disk, KEY, LIMITS).replay(entry -> found.add(entry.event()));
            assertThat(found.size()).as("seed %d", seed).isBetween(acknowledged, appended.size());
            assertThat(found).as("seed %d", seed).isEqualTo(appended.subList(0, found.size()));
            appended = found;
            acknowledged = found.size();
        }
    }

    @Test
    @Tag("E5")
    void noPowerCutLosesWhatWasAcknowledgedOrLeavesARecordThatCannotBeRead() throws Exception {
        int entries = 0;
        for (int life = 0; life < LIVES; life++) {
            Life one = new Life(life);
            for (int end = 0; end < ENDS_A_LIFE; end++) {
                one.liveUntilTheEnd();
                one.check();
            }
            entries += one.acknowledged;
        }
        assertThat(entries).as("the cuts left room to record").isGreaterThan(LIVES * ENDS_A_LIFE);
    }
}
