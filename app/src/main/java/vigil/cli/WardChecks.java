package vigil.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import vigil.ward.WardAddress;
import vigil.ward.WardReader;
import vigil.ward.WardVerify;

/** {@code vigil verify --ward}: one line a room. */
final class WardChecks {
    private WardChecks() {}

    /** The exit status. */
    static int print(WardAddress address, PrintWriter out) throws IOException {
        try (WardReader reader = WardReader.open(WardOption.proven(address))) {
            List<WardVerify.Verdict> verdicts = new WardVerify(reader).run();
            verdicts.forEach(it -> out.println(words(it)));
            long unsound = verdicts.stream().filter(it -> !it.isSound()).count();
            out.println("%d rooms, %d not sound".formatted(verdicts.size(), unsound));
            out.flush();
            return unsound == 0 ? 0 : 1;
        }
    }

    private static String words(WardVerify.Verdict verdict) {
        WardReader.Extent extent = verdict.extent();
        return verdict.fault()
                .map(fault -> "room %s: NOT SOUND: %s".formatted(extent.room(), fault))
                .orElseGet(() -> "room %s: sound: entries %d to %d, %d signed heads of device %s, head %s"
                        .formatted(
                                extent.room(),
                                extent.cut().sequence() + 1,
                                extent.head().sequence(),
                                verdict.signed(),
                                verdict.devices().isEmpty() ? "none" : String.join(", ", verdict.devices()),
                                extent.head().chainHash()));
    }
}
