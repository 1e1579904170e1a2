package vigil.ui;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.engine.RecordingState;
import vigil.engine.Snapshot;
import vigil.pump.LinkState;
import vigil.pump.PumpIdentity;
import vigil.session.BodySize;
import vigil.session.Patient;
import vigil.session.Phase;
import vigil.session.WeightEntry;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * What stands on every view, in ready words: who the patient is, where the course stands, whether pump and record are
 * there.
 *
 * @param identity name; replaced in privacy mode
 * @param fields MRN, date of birth, weight, allergies, room
 * @param age age of the newest value
 */
record FrameModel(
        boolean simulated, String identity, List<Figure> fields, String clock, String day, Status status, String age) {

    /** More missing parts of the set-up than that are counted: the set-up itself names each. */
    private static final int MOST_MISSING = 3;

    private static final String JOIN = "  ·  ";

    /**
     * The phase line.
     *
     * @param stopped true while the course goes on but the drug does not
     */
    record Status(
            String phase,
            boolean stopped,
            String detail,
            boolean linked,
            String link,
            boolean recording,
            String record) {}

    /** The phase line as three more fields of the patient band, for a view that needs its room. */
    FrameModel joined(Snapshot snapshot, Phrases phrases) {
        String dose = snapshot.dose()
                .rate()
                .map(rate -> phrases.words().decimal(rate.toDecimal(3), 3) + " mg/kg/h")
                .orElse(Phrases.NO_VALUE);
        String[] detail = status.detail().split(JOIN, -1);
        Stream<Figure> own = fields.stream().map(field -> new Figure(field.label(), field.value()));
        Stream<Figure> more = Stream.of(
                new Figure(detail[detail.length - 1], status.phase()),
                new Figure(phrases.text("frame.dose", age), dose),
                new Figure(status.link(), status.record()));
        return new FrameModel(simulated, identity, Stream.concat(own, more).toList(), clock, day, status, age);
    }

    /** {@code brief} leaves out what a small screen has no room for: how the weight was found, the pump's model. */
    static FrameModel of(Snapshot snapshot, Phrases phrases, Privacy privacy, boolean brief) {
        return new Reader(snapshot, phrases, privacy, brief).read();
    }

    private record Reader(Snapshot snapshot, Phrases phrases, Privacy privacy, boolean brief) {
        FrameModel read() {
            return new FrameModel(
                    snapshot.simulated(),
                    identity(),
                    fields(),
                    phrases.time(snapshot.now().utc()),
                    phrases.day(snapshot.now().utc()),
                    status(),
                    snapshot.dose().readingAge().map(phrases::age).orElse(Phrases.NO_VALUE));
        }

        private String identity() {
            if (privacy == Privacy.HIDDEN && snapshot.patient().isPresent()) {
                return phrases.text("patient.hidden");
            }
            return snapshot.patient().map(Patient::listedName).orElseGet(() -> phrases.text("patient.none"));
        }

        private List<Figure> fields() {
            return snapshot.patient().map(this::fields).orElse(List.of());
        }

        private List<Figure> fields(Patient patient) {
            String mrn = privacy == Privacy.HIDDEN ? phrases.text("patient.mrn-hidden") : patient.mrn();
            return List.of(
                    new Figure(phrases.text("patient.mrn"), mrn),
                    new Figure(
                            phrases.text(brief ? "patient.born-brief" : "patient.born"),
                            phrases.date(patient.dateOfBirth())),
                    snapshot.weight().map(this::weight).orElseGet(this::noWeight),
                    new Figure(phrases.text("patient.allergies"), patient.allergies()),
                    new Figure(phrases.text("patient.room"), patient.room()));
        }

        private Figure weight(WeightEntry weight) {
            BigDecimal kg = weight.weight().kg();
            String how = phrases.text(
                    (brief ? "weight.brief." : "weight.") + weight.basis().name(),
                    phrases.shortDate(weight.date()),
                    weight.source());
            String all = weight.size().map(this::size).orElse("") + how;
            return new Figure(
                    phrases.text("patient.weight"), phrases.words().decimal(kg, Math.max(1, kg.scale())) + " kg", all);
        }

        /** Both weights of A15 wherever one of them is not the obvious one. */
        private String size(BodySize size) {
            return switch (size.dosedOn()) {
                case ACTUAL -> size.isObese() ? phrases.text("weight.size.ACTUAL", kg(size.adjustedKg())) + ", " : "";
                case IDEAL -> phrases.text("weight.size.IDEAL", kg(size.actual().kg())) + ", ";
                case ADJUSTED ->
                    phrases.text("weight.size.ADJUSTED", kg(size.actual().kg())) + ", ";
            };
        }

        private String kg(BigDecimal kg) {
            return phrases.words().decimal(kg, Math.max(1, kg.scale()));
        }

        private Figure noWeight() {
            return new Figure(phrases.text("patient.weight"), Phrases.NO_VALUE);
        }

        private Status status() {
            Phase phase = snapshot.course().phase();
            boolean stopped = phase == Phase.PAUSED_FOR_SIDE_EFFECT || phase == Phase.INTERRUPTED;
            boolean recording = !(snapshot.recording() instanceof RecordingState.NotRecording);
            return new Status(
                    phrases.text("phase." + phase.name()),
                    stopped,
                    detail(phase),
                    snapshot.link().state().isLive(),
                    link(),
                    recording,
                    record());
        }

        private String detail(Phase phase) {
            return switch (phase) {
                case PLANNED -> missing();
                case INFUSING ->
                    joined(
                            phrases.text(snapshot.course().induction() ? "phase.induction" : "phase.maintenance"),
                            course());
                case OBSERVING -> joined(observed(), course());
                case READY, PAUSED_FOR_SIDE_EFFECT, WEANING, INTERRUPTED, CEASED, OBSERVATION_COMPLETE, CLOSED ->
                    course();
            };
        }

        private static String joined(String one, String other) {
            return other.isEmpty() ? one : one + JOIN + other;
        }

        private String missing() {
            List<String> missing = snapshot.course().missingSetUp();
            if (missing.size() > MOST_MISSING) {
                return phrases.text("phase.missing-parts", Integer.toString(missing.size()));
            }
            String list = missing.stream()
                    .map(key -> phrases.words().find(key).orElse(key))
                    .collect(Collectors.joining(", "));
            return list.isEmpty() ? "" : phrases.text("phase.missing", list);
        }

        private String course() {
            Optional<Duration> elapsed = snapshot.course().elapsed();
            return elapsed.map(gone -> phrases.text(
                            "phase.course",
                            snapshot.course().day().map(String::valueOf).orElse("1"),
                            phrases.words().decimal(hours(gone), 1)))
                    .orElse("");
        }

        private static BigDecimal hours(Duration gone) {
            return BigDecimal.valueOf(gone.toSeconds()).divide(BigDecimal.valueOf(3_600), 1, RoundingMode.DOWN);
        }

        private String observed() {
            long minutes = snapshot.course().observed().orElse(Duration.ZERO).toMinutes();
            return phrases.text("phase.observed", Long.toString(minutes));
        }

        private String link() {
            Optional<String> serial =
                    snapshot.link().pump().flatMap(PumpIdentity::serialNumber).or(snapshot.link()::bound);
            String model = snapshot.link().pump().map(PumpIdentity::model).orElse("");
            return switch (snapshot.link().state()) {
                case LinkState.Live live ->
                    phrases.text(brief ? "link.live-brief" : "link.live", model, serial.orElse(Phrases.NO_VALUE));
                case LinkState.Closed closed -> phrases.text("link.closed");
                case LinkState.Connecting connecting -> phrases.text("link.connecting");
                case LinkState.Unreachable unreachable -> phrases.text("link.unreachable");
                case LinkState.Silent silent -> phrases.text("link.silent");
                case LinkState.Garbled garbled -> phrases.text("link.garbled");
                case LinkState.Refused refused -> phrases.text("link.refused");
            };
        }

        private String record() {
            return switch (snapshot.recording()) {
                case RecordingState.Recording _, RecordingState.InDanger _ -> phrases.text("recording.on");
                case RecordingState.NotRecording not -> phrases.text("recording.off");
            };
        }
    }
}
