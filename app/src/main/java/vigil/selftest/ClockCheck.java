package vigil.selftest;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import vigil.pump.Moment;
import vigil.session.CourseClock;

/** Whether the clock can be right, and whether the system keeps it right. */
public final class ClockCheck implements Check {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);
    private final Supplier<Moment> clocks;
    private final Supplier<Optional<Boolean>> kept;
    private final ZoneId zone;

    /** @param kept whether the system keeps its clock by a time server; nothing where that cannot be told */
    public ClockCheck(Supplier<Moment> clocks, Supplier<Optional<Boolean>> kept, ZoneId zone) {
        this.clocks = clocks;
        this.kept = kept;
        this.zone = zone;
    }

    @Override
    public Finding look() {
        Instant now = clocks.get().utc();
        String shown = "%s (%s)".formatted(TIME.format(now.atZone(zone)), zone);
        if (!CourseClock.canBe(now)) {
            return Finding.failed(shown + " cannot be right; set the clock");
        }
        return kept.get()
                .map(byServer -> byServer
                        ? Finding.ok(shown + ", kept by a time server")
                        : Finding.warning(shown + ", not kept by a time server; compare it with another clock"))
                .orElseGet(() -> Finding.ok(shown + "; compare it with another clock"));
    }
}
