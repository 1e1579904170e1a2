package vigil.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SelfTestTest {
    private static final Executor THREADS = work -> Thread.ofPlatform().daemon().start(work);

    private static List<SelfTest.Line> run(Map<Part, Check> checks) throws InterruptedException {
        return new SelfTest(checks, THREADS, Duration.ofMillis(1_200)).run();
    }

    @Test
    void partsAreToldInTheOrderOfTheContract() throws Exception {
        Check good = () -> Finding.ok("good");
        List<SelfTest.Line> lines = run(Map.of(
                Part.CLOCK, good,
                Part.SERIAL_PERMISSION, good,
                Part.PRINTER, good,
                Part.DISK, good,
                Part.SOUND, good,
                Part.DISPLAY, good));
        assertThat(lines)
                .extracting(line -> line.part().words())
                .containsExactly("display", "sound", "disk", "printer", "serial permission", "clock");
    }

    @Test
    void aCheckThatHangsIsAFindingAndTheNextOnesAreMade() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Check hangs = () -> {
            never.await();
            return Finding.ok("never");
        };
        List<SelfTest.Line> lines = run(Map.of(Part.PRINTER, hangs, Part.CLOCK, () -> Finding.ok("good")));
        assertThat(lines)
                .containsExactly(
                        new SelfTest.Line(Part.PRINTER, Finding.failed("does not answer within 1 s")),
                        new SelfTest.Line(Part.CLOCK, Finding.ok("good")));
    }

    @Test
    void whatACheckThrowsIsAFinding() throws Exception {
        Check throwing = () -> {
            throw new IllegalStateException("the disk is gone\nand more");
        };
        assertThat(run(Map.of(Part.DISK, throwing)))
                .containsExactly(new SelfTest.Line(Part.DISK, Finding.failed("the disk is gone")));
    }

    @Test
    @Tag("B8")
    void aLibraryThatCannotBeLoadedIsAFinding() throws Exception {
        Check broken = () -> {
            throw new UnsatisfiedLinkError("libjSerialComm.so: cannot be loaded");
        };
        assertThat(run(Map.of(Part.SERIAL_PERMISSION, broken)))
                .containsExactly(new SelfTest.Line(
                        Part.SERIAL_PERMISSION, Finding.failed("libjSerialComm.so: cannot be loaded")));
    }

    @Test
    void anExceptionWithoutWordsIsNamed() throws Exception {
        Check silent = () -> {
            throw new IllegalStateException();
        };
        assertThat(run(Map.of(Part.SOUND, silent)))
                .containsExactly(
                        new SelfTest.Line(Part.SOUND, Finding.failed("cannot be used (IllegalStateException)")));
    }
}
