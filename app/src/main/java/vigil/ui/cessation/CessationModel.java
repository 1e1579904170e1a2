package vigil.ui.cessation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import vigil.engine.CareSight.After;
import vigil.engine.CareSight.Row;
import vigil.engine.CareSight.RowState;
import vigil.engine.Snapshot;
import vigil.session.Cessation;
import vigil.session.Course;
import vigil.session.DischargeGate;
import vigil.session.Phase;
import vigil.session.SignatureMeaning;
import vigil.session.SiteSetting;
import vigil.ui.parts.Figure;
import vigil.ui.parts.Phrases;

/**
 * The four hours after cessation in ready words; elapsed time, never wall clock (ruling A23).
 *
 * @param facts last delivery and decision with what was given
 * @param rowsDone how many of the rows are done, in words
 * @param voided what a restart has voided; empty where nothing was
 * @param signed who signed what and when, one line each
 */
public record CessationModel(
        Clock clock,
        List<Figure> facts,
        List<RowLine> rows,
        String rowsDone,
        Gate gate,
        String voided,
        List<String> signed,
        List<Sign> signs,
        boolean planOpen) {
    private static final int LAST_OPENING_LINE = 7;

    /**
     * The clock.
     *
     * @param done part of the four hours that has passed, 0 to 1
     * @param dots the rows on the ring
     */
    public record Clock(String elapsed, String of, double done, List<Dot> dots, String gate, String left) {}

    /** One row on the ring; {@code place}: 0 to 1 of the four hours. */
    public record Dot(double place, RowState state) {}

    /** {@code met}: how many of the opening lines are met, in words. */
    public record Gate(String title, String met, List<GateLine> lines) {}

    /** {@code opens}: one of the lines that open the gate. */
    public record GateLine(boolean met, boolean opens, String text, String value) {}

    /** A signature that can be given; {@code why} it cannot be now, or empty. */
    public record Sign(SignatureMeaning meaning, String words, String why) {
        public boolean isOpen() {
            return why.isEmpty();
        }
    }

    /** What a person sees before t0, and what earlier hours were voided. */
    public static String before(Snapshot snapshot, Phrases phrases) {
        String none = phrases.text("hours.none");
        String voided = voided(snapshot, phrases);
        return voided.isEmpty() ? none : none + " " + voided;
    }

    /** Empty before t0. */
    public static Optional<CessationModel> of(Snapshot snapshot, Phrases phrases) {
        return snapshot.care().after().map(after -> new Maker(snapshot, phrases, after).model());
    }

    private static String voided(Snapshot snapshot, Phrases phrases) {
        return snapshot.care().voided().stream()
                .flatMap(it -> it
                        .voidedAt()
                        .map(at -> phrases.text(
                                "hours.voided",
                                it.t0().map(t0 -> phrases.time(t0.at().utc())).orElse(Phrases.NO_VALUE),
                                phrases.time(at.at().utc())))
                        .stream())
                .collect(Collectors.joining(" "));
    }

    private record Maker(Snapshot snapshot, Phrases phrases, After after) {
        CessationModel model() {
            List<RowLine> rows = after.rows().stream()
                    .map(row -> RowLine.of(row, snapshot, phrases))
                    .toList();
            return new CessationModel(
                    clock(),
                    facts(),
                    rows,
                    rowsDone(),
                    gate(),
                    CessationModel.voided(snapshot, phrases),
                    signed(),
                    signs(),
                    snapshot.course().phase() == Phase.OBSERVATION_COMPLETE);
        }

        private Clock clock() {
            Duration whole = whole();
            Duration gone = after.elapsed().compareTo(whole) > 0 ? whole : after.elapsed();
            Duration left = whole.minus(gone);
            String gateText = left.isZero()
                    ? phrases.text("hours.over")
                    : phrases.text(
                            "hours.not-before",
                            phrases.time(snapshot.now().utc().plus(left)));
            return new Clock(
                    phrases.stopwatch(after.elapsed()),
                    phrases.text("after.of", phrases.words().localised(clock(whole))),
                    (double) gone.toMillis() / whole.toMillis(),
                    after.rows().stream().map(this::dot).toList(),
                    gateText,
                    phrases.text("hours.left", phrases.span(left)));
        }

        private Dot dot(Row row) {
            return new Dot((double) row.minute() / whole().toMinutes(), row.state());
        }

        private Duration whole() {
            return after.cessation().observation();
        }

        private static String clock(Duration length) {
            return String.format(Locale.ROOT, "%d:%02d", length.toHours(), length.toMinutesPart());
        }

        private List<Figure> facts() {
            Cessation cessation = after.cessation();
            Cessation.Decision decision = cessation.decision();
            List<Figure> facts = new ArrayList<>();
            facts.add(fact("t0", cessation.t0().map(it -> phrases.time(it.at().utc()))));
            facts.add(
                    fact("decided", Optional.of(phrases.time(decision.at().at().utc()))));
            facts.add(fact(
                    "delivery",
                    cessation.lastDelivery().map(it -> phrases.time(it.at().at().utc()))));
            facts.add(fact(
                    "reason",
                    Optional.of(phrases.text("cessation." + decision.reason().name()))));
            facts.add(fact("by", Optional.of(decision.decidedBy())));
            cessation.wean().ifPresent(wean -> facts.add(fact("wean", Optional.of(phrases.span(wean)))));
            facts.add(fact("given", Optional.of(given())));
            facts.add(fact(
                    "per-kg",
                    snapshot.totals().perKg().map(it -> phrases.words().exact(it) + " mg/kg")));
            facts.add(fact(
                    "rate",
                    cessation
                            .lastDelivery()
                            .flatMap(Course.Delivered::doseRate)
                            .map(it -> phrases.words().decimal(it.toDecimal(3), 3) + " mg/kg/h")));
            return facts;
        }

        private String given() {
            String mg = phrases.words().decimal(snapshot.totals().course().mg(), 1) + " mg";
            return snapshot.totals().atLeast() ? phrases.text("hours.at-least", mg) : mg;
        }

        private Figure fact(String key, Optional<String> value) {
            return new Figure(phrases.text("hours.fact." + key), value.orElse(Phrases.NO_VALUE));
        }

        private String rowsDone() {
            long done = after.rows().stream()
                    .filter(row -> row.charted().isPresent())
                    .count();
            String rows = phrases.text(
                    "hours.rows",
                    Long.toString(done),
                    Integer.toString(after.rows().size()));
            return after.extra() == 0
                    ? rows
                    : rows + " " + phrases.text("hours.extra", Integer.toString(after.extra()));
        }

        private Gate gate() {
            boolean met = after.gate().isMet();
            long lines = after.gate().lines().stream()
                    .filter(line -> line.number() <= LAST_OPENING_LINE && line.met())
                    .count();
            return new Gate(
                    phrases.text(met ? "hours.gate.met" : "hours.gate.shut"),
                    phrases.text("hours.gate.count", Long.toString(lines), Integer.toString(LAST_OPENING_LINE)),
                    after.gate().lines().stream().map(this::line).toList());
        }

        private GateLine line(DischargeGate.Line line) {
            String value = line.value().equals("-") ? phrases.text("hours.gate.nothing") : line.value();
            return new GateLine(
                    line.met(),
                    line.number() <= LAST_OPENING_LINE,
                    phrases.text(
                            "hours.gate." + line.number(),
                            clock(whole()) + ":00",
                            Long.toString(whole().toMinutes()),
                            clearMinutes()),
                    phrases.words().localised(value));
        }

        private String clearMinutes() {
            return snapshot.course()
                    .preparation()
                    .settings()
                    .value(SiteSetting.GATE_CLEAR_MIN)
                    .toPlainString();
        }

        private List<String> signed() {
            return after.signatures().stream()
                    .map(signature -> phrases.text(
                            "hours.signed." + signature.meaning().name(),
                            phrases.time(signature.at().at().utc()),
                            signature.by().name()))
                    .toList();
        }

        private List<Sign> signs() {
            List<Sign> signs = new ArrayList<>(List.of(observations(), release()));
            boolean offered = snapshot.course().preparation().settings().isOn(SiteSetting.BACKDATED_T0)
                    && snapshot.course().phase() == Phase.OBSERVING;
            if (offered) {
                signs.add(sign(SignatureMeaning.CESSATION_BACKDATED, ""));
            }
            return List.copyOf(signs);
        }

        private Sign observations() {
            long last = whole().toMinutes();
            boolean open = after.rows().stream().anyMatch(row -> row.minute() == last && isOpen(row.state()));
            return sign(
                    SignatureMeaning.OBSERVATIONS_COMPLETE,
                    open ? phrases.text("hours.why.row", Long.toString(last)) : "");
        }

        private static boolean isOpen(RowState state) {
            return state == RowState.AHEAD || state == RowState.DUE || state == RowState.OVERDUE;
        }

        private Sign release() {
            if (snapshot.course().phase() != Phase.OBSERVING) {
                return sign(SignatureMeaning.REVIEWED_AGAINST_GATE, phrases.text("hours.why.released"));
            }
            String open = after.gate().lines().stream()
                    .filter(line -> line.number() <= LAST_OPENING_LINE && !line.met())
                    .map(line -> Integer.toString(line.number()))
                    .collect(Collectors.joining(", "));
            return sign(
                    SignatureMeaning.REVIEWED_AGAINST_GATE, open.isEmpty() ? "" : phrases.text("hours.why.gate", open));
        }

        private Sign sign(SignatureMeaning meaning, String why) {
            return new Sign(meaning, phrases.text("hours.sign." + meaning.name()), why);
        }
    }
}
