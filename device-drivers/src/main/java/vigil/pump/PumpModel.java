package vigil.pump;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vigil.pump.LineSettings.Parity;
import vigil.pump.alaris.AlarisLink;
import vigil.pump.alaris.AlarisQuery;
import vigil.pump.bcc.BccLink;
import vigil.pump.bcc.BccQuery;
import vigil.pump.fresenius.FreseniusLink;
import vigil.pump.fresenius.FreseniusQuery;
import vigil.pump.newera.NewEraLink;
import vigil.pump.newera.NewEraQuery;
import vigil.pump.sim.AlarisOptions;
import vigil.pump.sim.AlarisSpeaker;
import vigil.pump.sim.BccOptions;
import vigil.pump.sim.BccSpeaker;
import vigil.pump.sim.FreseniusOptions;
import vigil.pump.sim.FreseniusSpeaker;
import vigil.pump.sim.NewEraOptions;
import vigil.pump.sim.NewEraSpeaker;
import vigil.pump.sim.Rack;
import vigil.pump.sim.SimulatedPump;
import vigil.pump.sim.Speaker;

/**
 * The pumps that Vigil can read, one line each. The only class of this package that knows the protocols and the
 * simulator.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // records of strings and method references, which the check cannot see through
public enum PumpModel {
    BCC(
            new Entry(
                    "bcc",
                    "B. Braun Space and compactplus (BCC)",
                    "688N030003",
                    new Probing.Asked(Set.of(9_600, 19_200, 38_400, 115_200))),
            Confidence.OFFICIAL,
            new LineSettings(9_600, 8, Parity.NONE, 1),
            new Protocol(
                    BccLink::new, BccQuery::permits, (rack, now) -> new BccSpeaker(rack, BccOptions.FACTORY, now))),
    ALARIS(
            new Entry("alaris", "Alaris / Asena syringe pump", "Alaris GH", new Probing.Asked(Set.of(38_400))),
            Confidence.IMPLEMENTATION,
            new LineSettings(38_400, 8, Parity.NONE, 1),
            new Protocol(
                    AlarisLink::new,
                    AlarisQuery::permits,
                    (rack, now) -> new AlarisSpeaker(rack, AlarisOptions.FACTORY))),
    NEW_ERA(
            new Entry(
                    "newera",
                    "New Era NE-1000 (bench only, not for patients)",
                    "NE1000V3.928",
                    new Probing.Never("any answer of it clears its alarm, and any line is a request to it")),
            Confidence.OFFICIAL,
            new LineSettings(19_200, 8, Parity.NONE, 1),
            new Protocol(
                    NewEraLink::new,
                    NewEraQuery::permits,
                    (rack, now) -> new NewEraSpeaker(rack, NewEraOptions.FACTORY))),
    FRESENIUS(
            new Entry("fresenius", "Fresenius Orchestra Base, DPS (Base protocol)", "DPS", new Probing.Called((byte)
                    0x05)),
            Confidence.PARTIAL,
            new LineSettings(19_200, 7, Parity.EVEN, 1),
            new Protocol(
                    FreseniusLink::new,
                    FreseniusQuery::permits,
                    (rack, now) -> new FreseniusSpeaker(rack, FreseniusOptions.BASE, now)));

    /** How well the protocol is known; shown beside the pump's name. */
    public enum Confidence {
        /** The manufacturer's own specification. */
        OFFICIAL,
        /** Public working code of others, written against documents or real pumps. */
        IMPLEMENTATION,
        /** Only part of the protocol is public. */
        PARTIAL
    }

    private record Entry(String wireName, String humanName, String simulatedModel, Probing probing) {}

    private record Protocol(
            Supplier<PumpLink> link, Predicate<byte[]> permits, BiFunction<Rack, Moment, Speaker> speaker) {}

    private final Entry entry;
    private final Confidence confidence;
    private final LineSettings lineSettings;
    private final Protocol protocol;

    PumpModel(Entry entry, Confidence confidence, LineSettings lineSettings, Protocol protocol) {
        this.entry = entry;
        this.confidence = confidence;
        this.lineSettings = lineSettings;
        this.protocol = protocol;
    }

    /** The model of that name on the command line; an unknown one is refused with an error listing the known names. */
    public static PumpModel named(String wireName) {
        return Arrays.stream(values())
                .filter(model -> model.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no pump model is called \"%s\"; known are: %s".formatted(wireName, names())));
    }

    private static String names() {
        return Arrays.stream(values()).map(PumpModel::wireName).collect(Collectors.joining(", "));
    }

    /** The name on the command line. */
    public String wireName() {
        return entry.wireName();
    }

    /** The name for people. */
    public String humanName() {
        return entry.humanName();
    }

    public Confidence confidence() {
        return confidence;
    }

    /** The settings its serial line has when it leaves the factory. */
    public LineSettings lineSettings() {
        return lineSettings;
    }

    /** How it may be looked for at a port of which nothing is known. */
    public Probing probing() {
        return entry.probing();
    }

    /** A new conversation with one line of such pumps. */
    public PumpLink newLink() {
        return protocol.link().get();
    }

    /** True when exactly these bytes may be sent to such a pump; the last check before a write. */
    public boolean permits(byte[] bytes) {
        return protocol.permits().test(bytes);
    }

    /** The device's side of the protocol, for the pumps of a simulated rack. */
    public Speaker newSpeaker(Rack rack, Moment now) {
        return protocol.speaker().apply(rack, now);
    }

    /** A simulated pump of this model, stopped, with a full syringe. */
    public SimulatedPump newSimulatedPump(String serialNumber, Volume syringe, Moment now) {
        return new SimulatedPump(entry.simulatedModel(), serialNumber, syringe, now);
    }
}
