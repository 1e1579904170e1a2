package vigil.ui;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import vigil.pump.LinkCounters;
import vigil.pump.PumpModel;
import vigil.ui.wire.WireSight;
import vigil.ui.wire.WireSight.Kind;

/** A made-up wire: polls and answers once a second, now and then a stretch of noise. */
public final class WireSamples {
    private WireSamples() {}

    /** As many rows as given, the last a second before the sample's clock. */
    public static WireSight sight(int rows) {
        return new WireSight(
                new WireSight.Connection(PumpModel.BCC, "/dev/ttyUSB0", Optional.of(PumpModel.BCC.lineSettings())),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(number -> row(number, rows))
                        .toList(),
                new LinkCounters(48_211, 1_204, 3, 1_207, 1),
                List.of(
                        new WireSight.Rejection("check sum 61 where 9A belongs", 2),
                        new WireSight.Rejection("frame not ended", 1)));
    }

    private static WireSight.Row row(int number, int rows) {
        Instant at = Samples.NOW.minusMillis(500L * (rows - number) + 1_000);
        return switch (number % 12) {
            case 7 ->
                new WireSight.Row(
                        number, at, Kind.REJECTED, "check sum 61 where 9A belongs", "02 30 31 3E 47 41", "·01>GA");
            case 0, 2, 4, 6, 8, 10 ->
                new WireSight.Row(number, at, Kind.SENT, "mem get", "02 30 31 3E 47 41 1D 03", "·01>GA··");
            default ->
                new WireSight.Row(
                        number,
                        at,
                        Kind.RECEIVED,
                        "",
                        "02 35 30 31 31 31 3E 47 4E 41 1D 31 2E 37 35 1D 32 34 2E 31 35 1D 03",
                        "·50111>GNA·1.75·24.15··");
        };
    }
}
