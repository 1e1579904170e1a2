package vigil.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vigil.pump.Moment;
import vigil.pump.line.PortAddress;
import vigil.pump.line.SerialPorts;
import vigil.selftest.DisplayCheck.Size;
import vigil.selftest.PrinterCheck.Printers;

/** Each check finds what is wrong and what is right, and says what mends it. */
class ChecksTest {
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final long GIB = 1L << 30;

    @TempDir
    Path dir;

    private static Finding display(Optional<String> missing, Size... screens) {
        return new DisplayCheck(() -> missing, () -> List.of(screens)).look();
    }

    @Test
    void aDisplayThatIsMissingFailsWithItsReason() {
        assertThat(display(Optional.of("no display: DISPLAY is not set")))
                .isEqualTo(Finding.failed("no display: DISPLAY is not set"));
    }

    @Test
    void theLargestScreenCounts() {
        assertThat(display(Optional.empty(), new Size(800, 480), new Size(1280, 800)))
                .isEqualTo(Finding.ok("1280 x 800 pixels"));
    }

    @Test
    @Tag("F8")
    void aScreenTooSmallForTheConsoleIsAWarning() {
        assertThat(display(Optional.empty(), new Size(1024, 600)).verdict()).isEqualTo(Verdict.OK);
        assertThat(display(Optional.empty(), new Size(1024, 599)).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(display(Optional.empty()).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    @Tag("F6")
    void aSoundDeviceThatStopsTakingSoundFails() {
        assertThat(SoundCheck.judged(false).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(SoundCheck.judged(true).verdict()).isEqualTo(Verdict.OK);
    }

    private DiskCheck disk(Path folder) {
        return new DiskCheck(folder, clocks("2026-11-22T00:00:00Z"));
    }

    @Test
    @Tag("E1")
    void littleRoomIsAWarningAndHardlyAnyFails() {
        DiskCheck check = disk(dir);
        Duration fast = Duration.ofMillis(3);
        assertThat(check.judged(GIB, fast).verdict()).isEqualTo(Verdict.OK);
        assertThat(check.judged(GIB - 1, fast).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(check.judged(64 << 20, fast).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(check.judged((64 << 20) - 1, fast).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    @Tag("E9")
    void aSlowDiskIsAWarning() {
        assertThat(disk(dir).judged(GIB, Duration.ofMillis(250)).verdict()).isEqualTo(Verdict.OK);
        assertThat(disk(dir).judged(GIB, Duration.ofMillis(251)).verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void theDiskIsWrittenAndNothingIsLeft() throws Exception {
        Finding finding = disk(dir).look();
        assertThat(finding.words()).startsWith(dir.toString());
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsNotThereYetIsNotMade() throws Exception {
        Path missing = dir.resolve("not").resolve("yet");
        assertThat(disk(missing).look().words()).startsWith(missing.toString());
        assertThat(dir).isEmptyDirectory();
    }

    @Test
    @Tag("F5")
    void noPrinterIsAWarningBecauseSheetsAreSavedFirst() {
        assertThat(new PrinterCheck(() -> new Printers(List.of(), Optional.empty()))
                        .look()
                        .verdict())
                .isEqualTo(Verdict.WARNING);
    }

    @Test
    void theDefaultPrinterIsNamed() {
        assertThat(new PrinterCheck(() -> new Printers(List.of("ward", "office"), Optional.of("ward"))).look())
                .isEqualTo(Finding.ok("ward (of 2)"));
        assertThat(new PrinterCheck(() -> new Printers(List.of("ward", "office"), Optional.empty())).look())
                .isEqualTo(Finding.warning("ward, office; none of them is the default"));
    }

    private static Finding serial(Optional<PortAddress> chosen, SerialPorts.Port... ports) throws Exception {
        return new SerialCheck(() -> List.of(ports), chosen).look();
    }

    private static SerialPorts.Port port(String path, boolean permitted, String... holders) {
        return new SerialPorts.Port(path, "adapter", permitted, List.of(holders));
    }

    @Test
    @Tag("B7")
    void aPortWithoutPermissionFailsAndSaysWhatMendsIt() throws Exception {
        assertThat(serial(Optional.empty(), port("/dev/ttyUSB0", true), port("/dev/ttyUSB1", false)))
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
                    assertThat(finding.words()).contains("/dev/ttyUSB1", "usermod -aG");
                });
    }

    @Test
    @Tag("B6")
    void theHolderOfAPortIsNamed() throws Exception {
        assertThat(serial(Optional.empty(), port("/dev/ttyUSB0", true, "minicom (12)")))
                .isEqualTo(Finding.ok("/dev/ttyUSB0 may be used, held by minicom (12)"));
    }

    @Test
    void noPortIsAWarningAndAPumpOnTheNetworkNeedsNone() throws Exception {
        assertThat(serial(Optional.empty()).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(serial(Optional.of(PortAddress.parse("tcp://192.0.2.10:4001"))))
                .isEqualTo(Finding.ok("the pump is at tcp://192.0.2.10:4001, which needs none"));
    }

    @Test
    void theChosenPortHasToBeThere() throws Exception {
        Path gone = dir.resolve("ttyUSB9");
        assertThat(serial(Optional.of(new PortAddress.Device(gone.toString()))).verdict())
                .isEqualTo(Verdict.FAILED);
        Files.createFile(gone);
        assertThat(serial(Optional.of(new PortAddress.Device(gone.toString()))))
                .isEqualTo(Finding.ok(gone + " may be used"));
    }

    private static Supplier<Moment> clocks(String utc) {
        return () -> new Moment(Instant.parse(utc), 0, 0);
    }

    private static Finding clock(String utc, Optional<Boolean> kept) {
        return new ClockCheck(clocks(utc), () -> kept, SYDNEY).look();
    }

    @Test
    @Tag("D3")
    void aDateThatCannotBeFails() {
        for (String wrong : List.of("1970-01-01T00:00:07Z", "2025-12-31T23:59:59Z", "2106-02-07T06:28:15Z")) {
            assertThat(clock(wrong, Optional.of(true)).verdict()).as(wrong).isEqualTo(Verdict.FAILED);
        }
    }

    @Test
    void aClockThatNobodyKeepsIsAWarning() {
        assertThat(clock("2026-11-22T00:00:00Z", Optional.of(false)).verdict()).isEqualTo(Verdict.WARNING);
        assertThat(clock("2026-11-22T00:00:00Z", Optional.of(true)))
                .isEqualTo(Finding.ok("2026-11-22 11:00:00 +11:00 (Australia/Sydney), kept by a time server"));
        assertThat(clock("2026-11-22T00:00:00Z", Optional.empty()).verdict()).isEqualTo(Verdict.OK);
    }
}
