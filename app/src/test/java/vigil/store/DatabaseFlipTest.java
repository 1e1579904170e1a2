package vigil.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.keys.KeyFile;
import vigil.session.Event;

/** Goal R4 for the database: a flipped bit is found or harms nothing; no query answers wrong because of it. */
class DatabaseFlipTest {
    /** 60 in every build; {@code -Pkill} asks for 10,000. */
    private static final int FLIPS = Integer.getInteger("vigil.flips", 60);
    /** Those before were tried in an earlier run. */
    private static final int FIRST = Integer.getInteger("vigil.flips.from", 0);

    private static final List<Event> EVENTS = new SampleCourse()
            .console()
            .setUp("s-first")
            .infusing(Duration.ofMinutes(2))
            .note("seen")
            .events();

    @TempDir
    Path dir;

    private enum Outcome {
        /** Made anew, refused, or a query failed. */
        FOUND,
        /** The bit was in space that nothing stands in. */
        HARMLESS,
        WRONG
    }

    @Test
    @Tag("E7")
    void noFlippedBitGivesAWrongAnswer() throws Exception {
        Path sound = Files.createDirectory(dir.resolve("sound"));
        try (SessionStore store = SessionStore.open(sound, _ -> true)) {
            Projector.project(store, EVENTS);
            store.commit();
        }
        byte[] file = Files.readAllBytes(sound.resolve("sessions.mv.db"));
        Path damaged = Files.createDirectory(dir.resolve("damaged"));
        Files.copy(sound.resolve(KeyFile.NAME), damaged.resolve(KeyFile.NAME));
        Random random = new Random(20_260_302);
        int found = 0;
        try (SessionStore expected = SessionStore.open(sound, _ -> true)) {
            for (int flip = 0; flip < FLIPS; flip++) {
                int position = random.nextInt(file.length);
                int bit = 1 << random.nextInt(8);
                if (flip < FIRST) {
                    continue;
                }
                file[position] ^= (byte) bit;
                Files.write(damaged.resolve("sessions.mv.db"), file);
                file[position] ^= (byte) bit;
                Outcome outcome = outcome(damaged, expected);
                assertThat(outcome).as("byte %d, bit %d", position, bit).isNotEqualTo(Outcome.WRONG);
                found += outcome == Outcome.FOUND ? 1 : 0;
            }
        }
        assertThat(found).isPositive();
    }

    private static Outcome outcome(Path damaged, SessionStore expected) {
        try (SessionStore store = SessionStore.open(damaged, _ -> true)) {
            if (!(store.beginning() instanceof SessionStore.Beginning.Continued)) {
                return Outcome.FOUND;
            }
            return StoreVerify.compare(store, expected) instanceof StoreVerify.Verdict.Same
                    ? Outcome.HARMLESS
                    : Outcome.WRONG;
        } catch (StoreException | IllegalStateException e) {
            return Outcome.FOUND;
        }
    }
}
