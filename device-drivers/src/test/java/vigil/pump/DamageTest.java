package vigil.pump;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vigil.pump.wire.Damage;
import vigil.pump.wire.UnderTest;

/** The same damage for every protocol, each against its slow parser. */
class DamageTest {
    private static final String PROTOCOLS = "vigil.pump.Protocols#each";
    private static final int SEEDS = 5;
    private static final int FRAMES = 20_000;
    private static final int MEGABYTE = 1_000_000;

    private static Stream<Arguments> seeds() {
        return Protocols.each()
                .flatMap(protocol -> new Random(1).longs(SEEDS).mapToObj(seed -> Arguments.of(protocol, seed)));
    }

    /** One byte in 5,000 lost, one bit in 5,000 bytes changed, a burst of 64 and a gap of 300 in each 20,000. */
    @ParameterizedTest
    @MethodSource("seeds")
    @Tag("A1")
    @Tag("A3")
    void everySparedFrameIsRecoveredAndNoneWithAWrongCheckIsAccepted(UnderTest<?> protocol, long seed) {
        Random random = new Random(seed);
        List<byte[]> sent = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            sent.add(protocol.vectors().get(random.nextInt(protocol.vectors().size())));
        }
        Damage damage = new Damage(Damage.glued(sent), seed);
        byte[] arriving = damage.bytes();
        List<Object> recovered = protocol.accepted(arriving, random.nextInt(arriving.length));
        List<Object> spared = spared(protocol, sent, damage);
        assertThat(spared).hasSizeBetween(FRAMES * 9 / 10, FRAMES - 1);
        assertThat(recovered).isEqualTo(protocol.valid(arriving));
        assertThat(isSubsequence(spared, recovered)).isTrue();
    }

    private static List<Object> spared(UnderTest<?> protocol, List<byte[]> sent, Damage damage) {
        List<Object> spared = new ArrayList<>();
        int at = 0;
        for (byte[] wire : sent) {
            if (damage.spares(at, at + wire.length)) {
                spared.addAll(protocol.valid(wire));
            }
            at += wire.length;
        }
        return spared;
    }

    private static boolean isSubsequence(List<Object> part, List<Object> whole) {
        int found = 0;
        for (Object each : whole) {
            if (found < part.size() && part.get(found).equals(each)) {
                found++;
            }
        }
        return found == part.size();
    }

    @ParameterizedTest
    @MethodSource(PROTOCOLS)
    @Tag("A4")
    void everyVectorIsReadWhereverItIsCutInTwo(UnderTest<?> protocol) {
        for (byte[] wire : protocol.vectors()) {
            for (int cut = 0; cut <= wire.length; cut++) {
                assertThat(protocol.accepted(wire, cut))
                        .as("cut at %d", cut)
                        .hasSize(1)
                        .isEqualTo(protocol.valid(wire));
                assertThat(protocol.rejected()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(PROTOCOLS)
    @Tag("A2")
    void goodFrameRightAfterATruncatedOneIsFound(UnderTest<?> protocol) {
        byte[] good = protocol.vectors().getLast();
        for (byte[] wire : protocol.vectors()) {
            for (int length = 1; length < wire.length; length++) {
                byte[] both = Damage.glued(Arrays.copyOf(wire, length), good);
                assertThat(protocol.accepted(both, length))
                        .as("%d bytes", length)
                        .isEqualTo(protocol.valid(both))
                        .endsWith(protocol.valid(good).getFirst());
                assertThat(protocol.rejected()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource(PROTOCOLS)
    @Tag("A1")
    @Tag("A4")
    void vectorsOneAfterTheOtherAreAllReadWithAndWithoutNoiseBetween(UnderTest<?> protocol) {
        Random random = new Random(4);
        List<byte[]> glued = new ArrayList<>();
        List<byte[]> apart = new ArrayList<>();
        for (byte[] wire : protocol.vectors()) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            glued.add(wire);
            apart.add(noise);
            apart.add(wire);
        }
        int count = protocol.vectors().size();
        assertThat(protocol.accepted(Damage.glued(glued), 7)).hasSize(count);
        List<Object> found = protocol.accepted(Damage.glued(apart), 7);
        assertThat(found).isEqualTo(protocol.valid(Damage.glued(apart)));
        assertThat(found).hasSizeGreaterThanOrEqualTo(count);
    }

    /** What is kept of a megabyte of noise, or of a frame that never ends, is a trifle. */
    @ParameterizedTest
    @MethodSource(PROTOCOLS)
    @Tag("A6")
    @Tag("A7")
    void endlessStreamTakesNoMemoryAndTheNextFrameIsFound(UnderTest<?> protocol) {
        byte[] good = protocol.vectors().getLast();
        for (byte[] endless : List.of(noise(), unended(good))) {
            protocol.feed(endless);
            long before = allocated();
            for (int i = 0; i < 20; i++) {
                protocol.feed(endless);
            }
            assertThat(allocated() - before).isLessThan(MEGABYTE);
            assertThat(protocol.accepted(good, 0)).endsWith(protocol.valid(good).getFirst());
        }
    }

    @ParameterizedTest
    @MethodSource(PROTOCOLS)
    @Tag("A7")
    void frameIsFoundAfterNothingButBeginnings(UnderTest<?> protocol) {
        byte[] good = protocol.vectors().getLast();
        byte[] beginnings = new byte[100_000];
        Arrays.fill(beginnings, good[0]);
        protocol.feed(beginnings);
        assertThat(protocol.accepted(good, 0))
                .containsExactly(protocol.valid(good).getFirst());
    }

    private static byte[] noise() {
        byte[] noise = new byte[MEGABYTE];
        Arrays.fill(noise, (byte) 0xAA);
        return noise;
    }

    private static byte[] unended(byte[] good) {
        byte[] bytes = new byte[MEGABYTE];
        Arrays.fill(bytes, (byte) '0');
        System.arraycopy(good, 0, bytes, 0, good.length / 2);
        return bytes;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
