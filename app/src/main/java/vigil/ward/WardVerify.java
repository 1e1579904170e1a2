package vigil.ward;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vigil.journal.EntryCopy;
import vigil.journal.Head;
import vigil.keys.DeviceKey;

/** Checks the chains of all rooms in a ward's database, entry by entry, and the signatures of their bedsides. */
public final class WardVerify {
    private final WardReader reader;

    public WardVerify(WardReader reader) {
        this.reader = reader;
    }

    /**
     * What was found of one room.
     *
     * @param fault the first thing that is not as its bedside sent it; empty if there is none
     * @param signed how many signed heads lie on the chain
     * @param devices ids of the keys that signed, to be compared with {@code vigil verify} at the bedside
     */
    public record Verdict(WardReader.Extent extent, Optional<String> fault, int signed, Set<String> devices) {
        public boolean isSound() {
            return fault.isEmpty();
        }
    }

    /** One verdict a room, in the order of their names. */
    public List<Verdict> run() throws IOException {
        List<Verdict> verdicts = new java.util.ArrayList<>();
        for (WardReader.Extent extent : reader.extents()) {
            verdicts.add(verdict(extent));
        }
        return verdicts;
    }

    private Verdict verdict(WardReader.Extent extent) throws IOException {
        List<SignedHead> signatures = reader.signatures(extent.room());
        Set<String> devices = new TreeSet<>();
        signatures.forEach(it -> devices.add(HexFormat.of().formatHex(DeviceKey.idOf(it.publicKey()))));
        Chain chain = new Chain(extent.cut(), new ArrayDeque<>(signatures));
        reader.copies(extent.room(), extent.cut().sequence() + 1, Long.MAX_VALUE, chain::take);
        return new Verdict(extent, chain.fault(extent.head()), signatures.size(), devices);
    }

    /** Goes over the entries of one room. */
    private static final class Chain {
        private final Deque<SignedHead> signatures;
        private Head reached;
        private Optional<EntryCopy> first = Optional.empty();
        private Optional<String> fault = Optional.empty();

        private Chain(Head cut, Deque<SignedHead> signatures) {
            this.reached = cut;
            this.signatures = signatures;
        }

        boolean take(EntryCopy copy) throws IOException {
            if (copy.sequence() == 1) {
                first = Optional.of(copy);
            }
            if (!WardReader.follows(copy, reached, first)) {
                fault = Optional.of(
                        copy.sequence() == reached.sequence() + 1
                                ? "entry %d was changed, or does not follow the one before".formatted(copy.sequence())
                                : "entry %d is missing".formatted(reached.sequence() + 1));
                return false;
            }
            reached = copy.head();
            while (!signatures.isEmpty() && signatures.getFirst().head().sequence() <= reached.sequence()) {
                SignedHead signed = signatures.removeFirst();
                boolean agrees = signed.head().equals(reached) && signed.isGenuine();
                if (!agrees) {
                    fault = Optional.of("the signature at entry %d is not of this chain"
                            .formatted(signed.head().sequence()));
                    return false;
                }
            }
            return true;
        }

        Optional<String> fault(Head head) {
            if (fault.isPresent() || reached.equals(head)) {
                return fault.or(() -> signatures.isEmpty()
                        ? Optional.empty()
                        : Optional.of("entry %d, which the bedside signed, is missing"
                                .formatted(signatures.getFirst().head().sequence())));
            }
            return Optional.of("entries end at %d instead of %d".formatted(reached.sequence(), head.sequence()));
        }
    }
}
