package vigil.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vigil.keys.DeviceKey;
import vigil.session.Event;

/** Goal R4: 10,000 of 10,000 flipped bits are detected, wherever in the journal they are. */
class BitFlipTest {
    private static final int FLIPS = 10_000;
    private static final DeviceKey KEY = DeviceKey.random();
    private static final Limits LIMITS = new Limits(1_200, Duration.ofHours(1), 100, 1 << 20);

    @Test
    @Tag("E7")
    void everyFlippedBitIsDetected() throws Exception {
        SimulatedDisk disk = new SimulatedDisk();
        try (Journal journal = Journal.open(disk, KEY, LIMITS)) {
            for (int i = 0; i < 30; i++) {
                journal.append(note(i));
                if (i % 3 == 0) {
                    journal.force();
                }
            }
        }
        assertThat(Verify.journal(disk, KEY, Optional.empty()))
                .isInstanceOfSatisfying(
                        Verify.Verdict.Sound.class,
                        sound -> assertThat(sound.segments()).isGreaterThan(1));
        Random random = new Random(20_260_302);
        List<String> segments = disk.names().stream()
                .filter(name -> name.endsWith(".vj"))
                .sorted()
                .toList();
        for (int flip = 0; flip < FLIPS; flip++) {
            String segment = segments.get(random.nextInt(segments.size()));
            int position = random.nextInt(disk.bytes(segment).length);
            int bit = 1 << random.nextInt(8);
            disk.damage(segment, position, bit);
            assertThat(Verify.journal(disk, KEY, Optional.empty()))
                    .as("%s, byte %d, bit %d", segment, position, bit)
                    .isNotInstanceOf(Verify.Verdict.Sound.class);
            disk.damage(segment, position, bit);
        }
        assertThat(Verify.journal(disk, KEY, Optional.empty())).isInstanceOf(Verify.Verdict.Sound.class);
    }

    private static Event note(int i) {
        return JournalTest.note("note " + i + " " + Long.toHexString(new Random(i).nextLong()));
    }
}
