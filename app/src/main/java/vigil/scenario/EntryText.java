package vigil.scenario;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vigil.dose.DoseLimit;
import vigil.dose.DosingWeight;
import vigil.pump.Concentration;
import vigil.pump.FlowRate;
import vigil.scenario.Scenario.Entry;
import vigil.session.Assessment;
import vigil.session.CessationReason;
import vigil.session.DischargePlan;
import vigil.session.Event;
import vigil.session.InfusionLine;
import vigil.session.Patient;
import vigil.session.RateOrder;
import vigil.session.SessionId;
import vigil.session.Solution;
import vigil.session.Staff;
import vigil.session.StopReason;
import vigil.session.WeightEntry;

/** Reads what a person does: the part of a statement after the staff id. */
final class EntryText {
    private final Words words;
    private final Staff by;
    private final Map<String, Staff> staff;
    private final ZoneId zone;
    private final String pumpSerial;

    EntryText(Words words, Staff by, Map<String, Staff> staff, ZoneId zone, String pumpSerial) {
        this.words = words;
        this.by = by;
        this.staff = staff;
        this.zone = zone;
        this.pumpSerial = pumpSerial;
    }

    /** What a repeated statement enters on its nth turn, from 0. */
    @FunctionalInterface
    interface Turns {
        Entry on(int turn);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        try {
            return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            String known = Stream.of(type.getEnumConstants())
                    .map(value -> value.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("'%s' is none of %s".formatted(word, known), e);
        }
    }

    Turns read() {
        String what = words.take("what is done");
        if (what.equals("observes")) {
            ObservationText set = new ObservationText(words);
            return turn -> at -> new Event.ObservationsCharted(at, set.on(turn), by);
        }
        Entry entry = once(what);
        return turn -> entry;
    }

    private Entry once(String what) {
        return switch (what) {
            case "opens" -> opens();
            case "weight" -> weight();
            case "solution" -> solution();
            case "line" -> line();
            case "assessment" -> assessment();
            case "order" -> order();
            case "binds" -> binds();
            case "checks" -> supervision().checks();
            case "admission" -> supervision().admission();
            case "purges" -> supervision().purges();
            case "cause" -> supervision().cause();
            case "charts" -> supervision().bindsCharted();
            case "measures" -> measures();
            case "enters" -> enters();
            case "acknowledges" -> acknowledges();
            case "silences" -> at -> new Event.AudioPaused(at, by);
            case "reviews" -> at -> new Event.ReviewDone(at, by);
            case "explains" -> explains();
            case "ceases" -> ceases();
            case "discharge" -> discharge();
            case "notes" -> notes();
            case "opioids", "scores", "reference", "plasma" -> new BackgroundText(words, by).read(what);
            default -> new CareText(words, by).read(what);
        };
    }

    private Entry opens() {
        String familyName = words.take("family name");
        String givenNames = words.take("given names");
        String mrn = after("mrn");
        LocalDate born = LocalDate.parse(after("born"));
        Patient patient = new Patient(familyName, givenNames, mrn, born, after("allergies"), after("room"));
        return at ->
                new Event.SessionOpened(at, new SessionId("demo-" + at.utc().getEpochSecond()), patient, zone, by);
    }

    private String after(String word) {
        words.expect(word);
        return words.take(word);
    }

    private SupervisionText supervision() {
        return new SupervisionText(words, by, staff);
    }

    private Entry weight() {
        WeightEntry entry = weightEntry();
        return at -> new Event.WeightConfirmed(at, entry, by);
    }

    private Entry measures() {
        WeightEntry entry = weightEntry();
        return at -> new Event.WeightMeasured(at, entry, by);
    }

    private WeightEntry weightEntry() {
        return new WeightEntry(
                DosingWeight.ofKg(words.take("kg")),
                constant(WeightEntry.Basis.class, words.take("measured, stated or estimated")),
                words.take("a source"),
                LocalDate.parse(words.take("a date")));
    }

    private Entry enters() {
        Solution made = made();
        return at -> new Event.SolutionEntered(at, made, by);
    }

    private Solution made() {
        return new Solution(
                words.take("a drug"), Concentration.ofMgPerMl(words.take("mg/mL")), words.take("how it was made up"));
    }

    private Entry solution() {
        Solution made = made();
        Staff checker = colleague(after("checked"));
        return at -> new Event.SolutionConfirmed(at, made, by, checker);
    }

    private Staff colleague(String id) {
        Staff found = staff.get(id);
        if (found == null) {
            throw words.unknown(id, "a staff id");
        }
        return found;
    }

    private Entry line() {
        InfusionLine.Route route = constant(InfusionLine.Route.class, words.take("a route"));
        InfusionLine line = new InfusionLine(route, words.takeIf("dedicated"), words.take("a site"));
        return at -> new Event.LineConfirmed(at, line, by);
    }

    private Entry assessment() {
        Assessment made = new Assessment(
                constants(Assessment.Purpose.class, words.take("purposes")),
                true,
                constants(Assessment.OpioidReason.class, words.take("opioid reasons")),
                true,
                constant(Assessment.OpioidPlan.class, words.take("an opioid plan")));
        return at -> new Event.AssessmentRecorded(at, made, by);
    }

    private static <E extends Enum<E>> Set<E> constants(Class<E> type, String list) {
        Function<String, E> one = word -> constant(type, word);
        return Arrays.stream(list.split(",", -1)).map(one).collect(Collectors.toUnmodifiableSet());
    }

    private Entry order() {
        RateOrder.Kind kind = constant(RateOrder.Kind.class, words.take("start, change or wean_step"));
        RateOrder order = new RateOrder(
                FlowRate.ofMlPerH(words.take("mL/h")),
                DoseLimit.of(words.take("lowest mg/kg/h")),
                DoseLimit.of(words.take("highest mg/kg/h")),
                kind,
                by.name());
        return at -> new Event.RateOrdered(at, order, by);
    }

    /** {@code binds} the scenario's pump, {@code binds 1400-9999} another. */
    private Entry binds() {
        String serialNumber = words.isEmpty() ? pumpSerial : words.take("a serial number");
        return at -> new Event.PumpBound(at, "bcc", serialNumber, by);
    }

    private Entry acknowledges() {
        String key = words.take("the key of a condition");
        return at -> new Event.ConditionAcknowledged(at, key, by);
    }

    private Entry explains() {
        StopReason reason = constant(StopReason.class, words.take("a reason"));
        String note = words.take("a note");
        Optional<Duration> planned =
                words.takeIf("planned") ? Optional.of(ScenarioText.elapsed(words.take("H:MM"))) : Optional.empty();
        return at -> new Event.StopExplained(at, reason, note, planned, by);
    }

    private Entry ceases() {
        CessationReason reason = constant(CessationReason.class, words.take("a reason"));
        String decidedBy = words.take("who decided");
        return at -> new Event.CessationDecided(at, reason, decidedBy, by);
    }

    private Entry discharge() {
        DischargePlan plan = new DischargePlan(
                words.takeIf("letter"),
                words.takeIf("relapse"),
                words.takeIf("emergency"),
                words.takeIf("informed"),
                words.takeIf("followup"));
        return at -> new Event.DischargePlanned(at, plan, by);
    }

    private Entry notes() {
        String text = words.take("a note");
        return at -> new Event.NoteAdded(at, text, by);
    }
}
