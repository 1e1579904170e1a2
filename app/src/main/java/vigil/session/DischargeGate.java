package vigil.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vigil.session.ObservationSet.Answer;
import vigil.session.Observations.Charted;

/**
 * The discharge gate after cessation (R14, A25; records and handover, section 1.3): each line with the value that
 * satisfied or failed it. Lines 1 to 7 open the gate. Immutable.
 */
public record DischargeGate(List<Line> lines) {
    private static final int LAST_OPENING_LINE = 7;
    private static final String NOTHING = "-";

    /** {@code value}: numbers and short codes, no words of any language. */
    public record Line(int number, boolean met, String value) {}

    public DischargeGate {
        lines = List.copyOf(lines);
    }

    public boolean isMet() {
        return !lines.isEmpty()
                && lines.stream()
                        .filter(line -> line.number() <= LAST_OPENING_LINE)
                        .allMatch(Line::met);
    }

    /** The gate of {@code session} at {@code now}; without lines before t0. */
    public static DischargeGate of(Session session, Duration now) {
        return session.progress()
                .cessation()
                .flatMap(ended -> ended.t0().map(t0 -> linesOf(session, t0, now, ended.observation())))
                .map(DischargeGate::new)
                .orElseGet(() -> new DischargeGate(List.of()));
    }

    private static List<Line> linesOf(Session session, Stamp t0, Duration now, Duration observation) {
        Duration from = t0.elapsed();
        Observations observations = session.care().observations();
        Optional<Charted> last = lastComplete(observations, from.plus(observation));
        Optional<Charted> baseline = observations.baseline();
        List<Line> lines = new ArrayList<>();
        lines.add(elapsed(now.minus(from), observation));
        lines.add(lastSet(last, from));
        lines.add(sedation(observations.latest(), baseline));
        lines.add(dissociation(observations, now.minus(session.settings().minutes(SiteSetting.GATE_CLEAR_MIN))));
        lines.add(earlyWarning(last, baseline));
        lines.add(noDelivery(session, t0));
        lines.add(prompts(HighPrompts.open(session)));
        lines.add(rows(session.care().schedule(), from));
        lines.add(plan(session.care().plan(), session.setUp().background().needsLetter()));
        return lines;
    }

    private static Line elapsed(Duration passed, Duration observation) {
        return new Line(1, passed.compareTo(observation) >= 0, clock(passed));
    }

    private static Line lastSet(Optional<Charted> last, Duration from) {
        return new Line(
                2,
                last.isPresent(),
                last.map(set -> clock(set.at().elapsed().minus(from))).orElse(NOTHING));
    }

    private static Line sedation(Optional<Charted> latest, Optional<Charted> baseline) {
        int allowed = baseline.map(set -> set.set().sedation()).orElse(0);
        Optional<Integer> score = latest.map(set -> set.set().sedation());
        return new Line(3, score.map(value -> value <= allowed).orElse(false), text(score));
    }

    private static Line dissociation(Observations observations, Duration from) {
        List<String> answers = new ArrayList<>();
        for (int index = observations.sets().size() - 1; index >= 0; index--) {
            Charted charted = observations.sets().get(index);
            if (charted.at().elapsed().compareTo(from) < 0) {
                break;
            }
            charted.set().dissociation().entrySet().stream()
                    .filter(entry -> entry.getValue() == Answer.YES || entry.getValue() == Answer.UNSURE)
                    .map(entry -> entry.getKey().name() + " "
                            + entry.getValue().name().charAt(0))
                    .sorted()
                    .forEach(answers::add);
        }
        return new Line(4, answers.isEmpty(), answers.isEmpty() ? NOTHING : String.join(" ", answers));
    }

    private static Line earlyWarning(Optional<Charted> last, Optional<Charted> baseline) {
        int allowed = baseline.flatMap(Charted::earlyWarning).orElse(0);
        Optional<EarlyWarning.Score> score =
                last.flatMap(set -> EarlyWarning.of(set.set().vitals()));
        boolean met = score.map(it -> !it.emergency() && it.total() <= allowed).orElse(false);
        return new Line(5, met, text(score.map(EarlyWarning.Score::total)));
    }

    private static Line noDelivery(Session session, Stamp t0) {
        Optional<Course.Delivered> since = session.progress()
                .course()
                .lastDelivery()
                .filter(delivered -> delivered.at().elapsed().compareTo(t0.elapsed()) > 0);
        return new Line(
                6, since.isEmpty(), since.map(it -> clock(it.at().since(t0))).orElse(BigDecimal.ZERO.toPlainString()));
    }

    private static Line prompts(List<String> open) {
        return new Line(7, open.isEmpty(), open.isEmpty() ? NOTHING : String.join(" ", open));
    }

    /** Rows missed or late are listed; they do not shut the gate by themselves. */
    private static Line rows(ObservationSchedule schedule, Duration from) {
        List<String> missed = schedule.settled().stream()
                .filter(duty -> duty.phase().equals(ObservationPlan.P6.name()))
                .filter(duty -> duty.due().compareTo(from) >= 0)
                .filter(duty -> duty.done()
                        .map(done -> done.compareTo(duty.overdueAfter()) > 0)
                        .orElse(true))
                .map(duty -> String.valueOf(duty.due().minus(from).toMinutes()))
                .toList();
        return new Line(8, missed.isEmpty(), missed.isEmpty() ? NOTHING : String.join(" ", missed));
    }

    private static Line plan(Optional<DischargePlan> plan, boolean letter) {
        boolean complete = plan.map(it -> it.isComplete(letter)).orElse(false);
        return new Line(9, complete, plan.isPresent() ? "R21-R24" : NOTHING);
    }

    /** The last complete set that counts for the last row: not before the four hours have passed. */
    private static Optional<Charted> lastComplete(Observations observations, Duration notBefore) {
        return observations
                .latest()
                .filter(charted -> charted.at().elapsed().compareTo(notBefore) >= 0)
                .filter(charted -> charted.set().isCompleteAtDischarge());
    }

    private static String text(Optional<Integer> number) {
        return number.map(String::valueOf).orElse(NOTHING);
    }

    private static String clock(Duration passed) {
        return String.format(Locale.ROOT, "%d:%02d", passed.toHours(), passed.toMinutesPart());
    }
}
